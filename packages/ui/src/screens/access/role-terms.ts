/** What a role says of a privilege, and the role that says something else of it. */
import {
  ALL_WORKITEMS,
  type ConfiguredObject,
  descriptionOf,
  PRIVILEGES,
  type Privilege,
  readPrivilege,
} from '@intray/core';

export type Say = 'nothing' | 'allow' | 'deny';

/** A role as it is being edited. */
interface Terms {
  readonly privileges?: readonly string[];
  readonly denied?: readonly string[];
}

const termsOf = (role: ConfiguredObject): Required<Terms> => ({
  privileges: [],
  denied: [],
  ...(role as Terms),
});

/** For which work: all of it, every kind of work item, or a medium. */
export const ALL_MEDIA = '';
export const EVERY_WORKITEM = ALL_WORKITEMS;

/** The name under which a role speaks of a privilege for a scope. */
export const nameFor = (privilege: Privilege, scope: string): string =>
  scope === ALL_MEDIA ? privilege : `${scope}.${privilege}`;

/** The privileges that can be said for a scope: for a medium only those that are held for it. */
export const privilegesFor = (scope: string): readonly Privilege[] =>
  scope === ALL_MEDIA
    ? PRIVILEGES
    : PRIVILEGES.filter((privilege) => {
        const { perMedium, onlyFor } = descriptionOf(privilege);
        return perMedium === true && (onlyFor === undefined || onlyFor === scope);
      });

export function sayOf(role: ConfiguredObject, name: string): Say {
  const { privileges, denied } = termsOf(role);
  if (denied.includes(name)) return 'deny';
  return privileges.includes(name) ? 'allow' : 'nothing';
}

/** The role with something else said under a name; `denied` is left out while it denies nothing. */
export function saying(role: ConfiguredObject, name: string, say: Say): ConfiguredObject {
  const { privileges, denied } = termsOf(role);
  const allowed = privileges.filter((one) => one !== name);
  const refused = denied.filter((one) => one !== name);
  if (say === 'allow') allowed.push(name);
  if (say === 'deny') refused.push(name);
  const { denied: _, ...rest } = role;
  return {
    ...rest,
    privileges: allowed,
    ...(refused.length === 0 ? {} : { denied: refused }),
  } as ConfiguredObject;
}

/** The media (and `workitems`) for which the role says something of the privilege besides. */
export function saidFor(role: ConfiguredObject, privilege: Privilege): readonly string[] {
  const { privileges, denied } = termsOf(role);
  return [...new Set([...privileges, ...denied])].flatMap((name) => {
    const read = readPrivilege(name);
    return read.ok && read.value.privilege === privilege && read.value.medium !== undefined
      ? [read.value.medium]
      : [];
  });
}

export const counted = (role: ConfiguredObject): { readonly allowed: number; readonly denied: number } => {
  const { privileges, denied } = termsOf(role);
  return { allowed: privileges.length, denied: denied.length };
};
