/**
 * Privileges, which Genesys keeps among the options of Workspace: what is said for everybody, a group or a person becomes
 * a role of theirs.
 */
import { ALL_WORKITEMS, descriptionOf, PRIVILEGES, type Privilege } from '@intray/core';
import type { Drafts } from './drafts.ts';
import type { ImportReport } from './report.ts';
import { LEVELS, type SaidPrivilege } from './said-privileges.ts';

const CHANNEL = '<channel>';

/** The privilege of an option, with what stands for `<channel>` in it. */
function named(option: string): { readonly privilege: Privilege; readonly channel?: string } | undefined {
  const patterns = PRIVILEGES.flatMap((privilege) =>
    (descriptionOf(privilege).genesys?.options ?? []).map((pattern) => ({ privilege, pattern })),
  );
  const exactly = patterns.find(({ pattern }) => pattern === option);
  if (exactly !== undefined) return { privilege: exactly.privilege };
  for (const { privilege, pattern } of patterns) {
    const [before = '', after] = pattern.split(CHANNEL);
    if (after === undefined || !option.startsWith(before) || !option.endsWith(after)) continue;
    const channel = option.slice(before.length, option.length - after.length);
    if (channel !== '' && !channel.includes('.')) return { privilege, channel };
  }
  return undefined;
}

/** The privilege as a role names it; `undefined` if Intray has none for it, or no such medium. */
function asRoleSays(option: string, drafts: Drafts): string | undefined {
  const found = named(option);
  if (found === undefined) return undefined;
  const { privilege, channel } = found;
  if (channel === undefined)
    return descriptionOf(privilege).onlyFor === undefined
      ? privilege
      : `${descriptionOf(privilege).onlyFor}.${privilege}`;
  if (channel === 'workitem-channels' || channel === 'workitem') return `${ALL_WORKITEMS}.${privilege}`;
  return drafts.has('mediaTypes', channel) ? `${channel}.${privilege}` : undefined;
}

const roleOf = ({ level, of }: SaidPrivilege): string =>
  level === 'everybody' ? 'Workspace' : `Workspace of ${of}`;

/**
 * Makes the roles and gives them to those they are meant for. A `false` is a denial, because what somebody has by
 * another role would stay otherwise; where it is said nearer that somebody may, it only allows nothing.
 */
export function takePrivileges(said: readonly SaidPrivilege[], drafts: Drafts, report: ImportReport): void {
  if (said.length === 0) return;
  const kind = report.kind('privileges');
  const roles = new Map<string, { of: SaidPrivilege; privileges: string[]; denied: string[] }>();
  const nearer = ({ level, option }: SaidPrivilege) =>
    said.find(
      (one) =>
        one.option === option && one.value === 'true' && LEVELS.indexOf(one.level) > LEVELS.indexOf(level),
    );
  const inOrder = LEVELS.flatMap((level) => said.filter((one) => one.level === level));
  for (const one of inOrder) {
    kind.found += 1;
    const { option, value, where } = one;
    const name = asRoleSays(option, drafts);
    if (value !== 'true' && value !== 'false') {
      kind.notUnderstood.push({ where, what: `${option}: expected true or false` });
      continue;
    }
    if (name === undefined) {
      kind.adapted.push({ where, what: `${option}: kept as an option; Intray has no such privilege` });
      continue;
    }
    const role = roles.get(roleOf(one)) ?? { of: one, privileges: [], denied: [] };
    roles.set(roleOf(one), role);
    const by = nearer(one);
    if (value === 'true') role.privileges.push(name);
    else if (by === undefined) role.denied.push(name);
    else kind.adapted.push({ where, what: `${option}: not denied, because it is allowed to ${by.of}` });
    kind.taken += 1;
  }
  for (const [id, { of, privileges, denied }] of roles) {
    const stated = { privileges: [...new Set(privileges)], denied: [...new Set(denied)] };
    drafts.add('roles', { id, stated, defaults: { name: id } });
    giveTo(of, id, drafts);
  }
}

/** Who is new in the contact centre has it from the beginning. What agents and groups have already stays. */
function giveTo({ level, of }: SaidPrivilege, role: string, drafts: Drafts): void {
  if (level === 'agentGroups') {
    drafts.add('agentGroups', { id: of, stated: {}, defaults: { roles: [role] } });
    return;
  }
  for (const [id, { defaults = {} }] of drafts.objects.get('agents') ?? [])
    if (level === 'everybody' || id === of) {
      const roles = Array.isArray(defaults.roles) ? (defaults.roles as readonly string[]) : [];
      drafts.add('agents', { id, stated: {}, defaults: { roles: [...roles, role] } });
    }
}
