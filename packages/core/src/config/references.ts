/**
 * Every place where one configured object names another, checked: a name that points nowhere, to two things at once, to
 * a thing of the wrong kind or in a circle is reported in words. None of it can be guessed around without hiding
 * somebody's work.
 */
import { mediumNamedIn } from '../access/privileges.ts';
import { nearest } from '../nearest.ts';
import { danglingOptions } from '../options/dangling-options.ts';
import { strategyFaults } from '../routing/strategy-faults.ts';
import { ruleFaults } from '../rules/faults.ts';
import { FAULT_TEXTS, type FaultThing, faultText, missing } from './fault-texts.ts';
import type { ContactCentreConfig } from './objects.ts';
import { skillsNamed } from './skills.ts';

/** Something that is wrong with a configuration. */
export interface Fault {
  /** Where: `['agents', 3, 'roles', 0]`. */
  readonly path: readonly (string | number)[];
  /** What: `agent "ana": role "Agnt" does not exist. Did you mean "Agent"?` */
  readonly message: string;
}

type Path = Fault['path'];
type Report = (path: Path, message: string) => void;
/** What may have been meant by a name that does not exist. */
type Suggest = (name: string, known: Iterable<string>) => string | undefined;

/** To look for the nearest of ten thousand names takes a while: done for the first faults, not for as many as there are names. */
const MOST_SUGGESTIONS = 20;

/** Lists each fault. Empty when all is well. */
export function configurationFaults(config: ContactCentreConfig): readonly Fault[] {
  const found: Fault[] = [];
  const report: Report = (path, message) => void found.push({ path, message });
  const suggest: Suggest = (name, known) =>
    found.length < MOST_SUGGESTIONS ? nearest(name, known) : undefined;
  checkNames(config, report, suggest);
  checkTwice(config, report);
  checkTrays(config, report);
  checkTrees(config, report, suggest);
  strategyFaults(config, report);
  for (const { path, message } of danglingOptions(config)) report(path, message);
  for (const { path, message } of ruleFaults(config)) report(path, message);
  return found;
}

/** The same in words only. */
export const danglingReferences = (config: ContactCentreConfig): readonly string[] =>
  configurationFaults(config).map(({ message }) => message);

function checkNames(config: ContactCentreConfig, report: Report, suggest: Suggest): void {
  const ids = (...kinds: (readonly { readonly id: string }[] | undefined)[]) =>
    new Set(kinds.flatMap((objects) => (objects ?? []).map(({ id }) => id)));
  const known = {
    agent: ids(config.agents),
    place: ids(config.places),
    role: ids(config.roles),
    'media type': ids(config.mediaTypes),
    'agent group': ids(config.agentGroups, config.virtualGroups),
    'workbin type': ids(config.workbinTypes),
    queue: ids(config.queues),
    skill: ids(config.skills),
    'capacity rule': ids(config.capacityRules),
    calendar: ids(config.calendars),
  };
  const one = (from: string, kind: keyof typeof known, name: string | undefined, path: Path) => {
    if (name !== undefined && !known[kind].has(name))
      report(path, `${from}: ${missing(kind, name, suggest(name, known[kind]))}`);
  };
  const each = (from: string, kind: keyof typeof known, names: readonly string[] = [], path: Path) => {
    for (const [index, name] of names.entries()) one(from, kind, name, [...path, index]);
  };
  const keys = (from: string, kind: keyof typeof known, record: object | undefined, path: Path) => {
    for (const name of Object.keys(record ?? {})) one(from, kind, name, [...path, name]);
  };

  for (const [index, agent] of config.agents.entries()) {
    const [from, path] = [`agent "${agent.id}"`, ['agents', index] as const];
    each(from, 'role', agent.roles, [...path, 'roles']);
    one(from, 'place', agent.defaultPlace, [...path, 'defaultPlace']);
    keys(from, 'media type', agent.capacity, [...path, 'capacity']);
    keys(from, 'skill', agent.skills, [...path, 'skills']);
    one(from, 'capacity rule', agent.capacityRule, [...path, 'capacityRule']);
  }
  for (const [index, place] of config.places.entries())
    one(`place "${place.id}"`, 'capacity rule', place.capacityRule, ['places', index, 'capacityRule']);
  for (const [index, { id, members, supervisors, roles }] of config.agentGroups.entries()) {
    each(`agent group "${id}"`, 'role', roles, ['agentGroups', index, 'roles']);
    each(`agent group "${id}"`, 'agent', members, ['agentGroups', index, 'members']);
    each(`agent group "${id}"`, 'agent', supervisors, ['agentGroups', index, 'supervisors']);
  }
  for (const [index, { id, expression, supervisors, roles }] of (config.virtualGroups ?? []).entries()) {
    const from = `virtual group "${id}"`;
    each(from, 'role', roles, ['virtualGroups', index, 'roles']);
    each(from, 'agent', supervisors, ['virtualGroups', index, 'supervisors']);
    for (const { skill, column } of skillsNamed(expression))
      one(`${from}, column ${column}`, 'skill', skill, ['virtualGroups', index, 'expression']);
  }
  for (const [index, group] of config.placeGroups.entries())
    each(`place group "${group.id}"`, 'place', group.places, ['placeGroups', index, 'places']);
  for (const [index, queue] of config.queues.entries()) {
    each(`queue "${queue.id}"`, 'agent group', queue.agentGroups, ['queues', index, 'agentGroups']);
    one(`queue "${queue.id}"`, 'calendar', queue.calendar, ['queues', index, 'calendar']);
  }
  for (const [index, type] of config.workbinTypes.entries())
    each(`workbin type "${type.id}"`, 'media type', type.mediaTypes, ['workbinTypes', index, 'mediaTypes']);
  for (const [index, role] of config.roles.entries())
    for (const key of ['privileges', 'denied'] as const)
      for (const [n, name] of (role[key] ?? []).entries()) {
        const medium = mediumNamedIn(name);
        one(`role "${role.id}", "${name}"`, 'media type', medium, ['roles', index, key, n]);
      }
  for (const [index, media] of config.mediaTypes.entries())
    for (const key of ['inProgressWorkbin', 'draftWorkbin'] as const)
      one(`media type "${media.id}"`, 'workbin type', media[key], ['mediaTypes', index, key]);
  for (const [index, rule] of (config.capacityRules ?? []).entries())
    for (const [way, { allOf }] of rule.anyOf.entries())
      for (const [n, { mediaTypes }] of allOf.entries()) {
        const path = ['capacityRules', index, 'anyOf', way, 'allOf', n, 'mediaTypes'];
        each(`capacity rule "${rule.id}"`, 'media type', mediaTypes, path);
      }
  for (const [index, filter] of (config.filters ?? []).entries())
    each(`filter "${filter.id}"`, 'queue', filter.queues, ['filters', index, 'queues']);
  one('settings', 'capacity rule', config.settings.capacityRule, ['settings', 'capacityRule']);
}

/** Two objects of one kind under one id: the second would silently take the place of the first. */
function checkTwice(config: ContactCentreConfig, report: Report): void {
  const { settings, options, ...kinds } = config;
  for (const [kind, objects] of Object.entries(kinds)) {
    const seen = new Set<string>();
    for (const [index, { id }] of (objects ?? []).entries()) {
      if (seen.has(id)) report([kind, index, 'id'], faultText('twice_of_kind', { kind, name: id }));
      seen.add(id);
    }
  }
  // A queue that feeds it, and a tray that it owns, name a group by its id alone.
  const groups = new Set(config.agentGroups.map(({ id }) => id));
  for (const [index, { id }] of (config.virtualGroups ?? []).entries())
    if (groups.has(id))
      report(['virtualGroups', index, 'id'], `virtual group "${id}": ${FAULT_TEXTS.group_of_that_name}`);
}

/** A tray named for work put aside or for drafts belongs to the agent and takes the medium. */
function checkTrays(config: ContactCentreConfig, report: Report): void {
  const types = new Map(config.workbinTypes.map((type) => [type.id, type]));
  for (const [index, media] of config.mediaTypes.entries())
    for (const key of ['inProgressWorkbin', 'draftWorkbin'] as const) {
      const type = types.get(media[key] ?? '');
      if (type === undefined) continue;
      const path = ['mediaTypes', index, key];
      const [where, name] = [`media type "${media.id}"`, type.id];
      if (type.ownerKind !== 'Agent')
        report(path, `${where}: ${faultText('not_an_agents', { name, owner: type.ownerKind })}`);
      if (type.mediaTypes?.includes(media.id) === false)
        report(path, `${where}: ${faultText('medium_not_taken', { name })}`);
    }
}

/** Trees hang together: every parent is there, and nothing stands below itself. */
function checkTrees(config: ContactCentreConfig, report: Report, suggest: Suggest): void {
  checkTree({ before: '', thing: 'disposition' }, config.dispositions, ['dispositions'], report, suggest);
  for (const [index, { id, values }] of (config.businessAttributes ?? []).entries()) {
    const path = ['businessAttributes', index, 'values'];
    const before = `business attribute "${id}": `;
    const thing = 'value';
    checkTree({ before, thing }, values, path, report, suggest);
    const seen = new Set<string>();
    for (const [n, value] of values.entries()) {
      if (seen.has(value.id))
        report([...path, n, 'id'], before + faultText('twice', { thing, name: value.id }));
      seen.add(value.id);
    }
    const [, second] = values.filter((value) => value.default === true);
    if (second !== undefined)
      report(
        [...path, values.indexOf(second), 'default'],
        before + faultText('second_default', { thing, name: second.id }),
      );
  }
}

/** What the branches are, and the sentence's beginning that names the tree. */
interface Tree {
  readonly before: string;
  readonly thing: FaultThing;
}

interface Branch {
  readonly id: string;
  readonly parent?: string | undefined;
}

function checkTree(
  { before, thing }: Tree,
  branches: readonly Branch[],
  path: Path,
  report: Report,
  suggest: Suggest,
): void {
  const parents = new Map(branches.map(({ id, parent }) => [id, parent]));
  for (const [index, { id, parent }] of branches.entries()) {
    if (parent === undefined) continue;
    const at = [...path, index, 'parent'];
    if (!parents.has(parent)) {
      const told = missing('parent', parent, suggest(parent, parents.keys()));
      report(at, `${before}${thing} "${id}": ${told}`);
      continue;
    }
    const way = [id];
    for (let next: string | undefined = parent; next !== undefined; next = parents.get(next)) {
      way.push(next);
      if (next === id)
        report(at, before + faultText('below_itself', { thing, name: id, way: way.join(' → ') }));
      // Somebody else's circle ends here too; it is reported where it is.
      if (way.indexOf(next) < way.length - 1) break;
    }
  }
}
