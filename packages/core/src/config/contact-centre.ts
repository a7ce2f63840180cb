/**
 * The configured contact centre, indexed for the questions that deciding asks a million times. Immutable: a change of
 * configuration makes a new one.
 */
import { type Grants, grantsOfAll } from '../access/grants.ts';
import { type PlacedOptions, placeOptions } from '../options/placed-options.ts';
import type { Strategy } from '../routing/strategy.ts';
import { type PlacedRules, placeRules } from '../rules/placed-rules.ts';
import { type CaseField, closedListsIn, fieldsOf, type ListedValue, listsIn } from './business-attributes.ts';
import type { BusinessCalendar } from './calendars.ts';
import type { CapacityRule } from './capacity-rules.ts';
import { type DispositionTree, treeOf, treesOf } from './dispositions.ts';
import type {
  Agent,
  AgentGroup,
  ContactCentreConfig,
  MediaType,
  NotReadyReason,
  Place,
  PlaceGroup,
  Queue,
  Role,
  Settings,
  WorkbinType,
} from './objects.ts';
import { danglingReferences } from './references.ts';
import { membersOf } from './skills.ts';

export interface ContactCentre {
  readonly config: ContactCentreConfig;
  readonly settings: Settings;
  readonly agents: ReadonlyMap<string, Agent>;
  readonly places: ReadonlyMap<string, Place>;
  readonly placeGroups: ReadonlyMap<string, PlaceGroup>;
  /** Virtual groups among them, with the members they have by their skills. */
  readonly agentGroups: ReadonlyMap<string, AgentGroup>;
  readonly mediaTypes: ReadonlyMap<string, MediaType>;
  readonly queues: ReadonlyMap<string, Queue>;
  readonly workbinTypes: ReadonlyMap<string, WorkbinType>;
  readonly dispositions: DispositionTree;
  /** Business attribute → its values as dispositions. */
  readonly dispositionsByAttribute: ReadonlyMap<string, DispositionTree>;
  /** Business attribute → its values as attached keys to be shown. */
  readonly fieldsByAttribute: ReadonlyMap<string, readonly CaseField[]>;
  /** Business attribute → its values, for those that a key takes its value from. */
  readonly lists: Readonly<Record<string, readonly ListedValue[]>>;
  /** Attached key → the only values that may be attached under it, for keys that have a closed list. */
  readonly closedLists: ReadonlyMap<string, ReadonlySet<string>>;
  readonly notReadyReasons: ReadonlyMap<string, NotReadyReason>;
  readonly capacityRules: ReadonlyMap<string, CapacityRule>;
  readonly calendars: ReadonlyMap<string, BusinessCalendar>;
  readonly strategies: ReadonlyMap<string, Strategy>;
  readonly roles: ReadonlyMap<string, Role>;
  /** Agent id → what their own roles and those of their groups allow them, all taken together. */
  readonly grants: ReadonlyMap<string, Grants>;
  /** Agent id → ids of the groups they are a member of. */
  readonly groupsOf: ReadonlyMap<string, ReadonlySet<string>>;
  /** Place id → ids of the place groups it belongs to. */
  readonly placeGroupsOf: ReadonlyMap<string, ReadonlySet<string>>;
  /** Supervisor's id → ids of the groups they supervise. */
  readonly supervisedGroups: ReadonlyMap<string, ReadonlySet<string>>;
  /** Supervisor's id → ids of the agents in those groups. */
  readonly supervisedAgents: ReadonlyMap<string, ReadonlySet<string>>;
  /** Supervisor's id → ids of the usual places of those agents. */
  readonly supervisedPlaces: ReadonlyMap<string, ReadonlySet<string>>;
  /** What is set in the sections of options, laid out for asking. */
  readonly options: PlacedOptions;
  /** How work is sorted and ranked, laid out for applying. */
  readonly rules: PlacedRules;
}

const byId = <T extends { readonly id: string }>(objects: readonly T[]): ReadonlyMap<string, T> =>
  new Map(objects.map((object) => [object.id, object]));

function invert(pairs: Iterable<readonly [string, string]>): Map<string, Set<string>> {
  const inverted = new Map<string, Set<string>>();
  for (const [key, value] of pairs) {
    const values = inverted.get(key);
    if (values) values.add(value);
    else inverted.set(key, new Set([value]));
  }
  return inverted;
}

/**
 * Indexes a configuration.
 * @throws Error naming every fault that `danglingReferences` finds: such a configuration must not be used.
 */
export function contactCentre(config: ContactCentreConfig): ContactCentre {
  const dangling = danglingReferences(config);
  if (dangling.length > 0) throw new Error(`The configuration cannot be used: ${dangling.join('; ')}`);

  const roles = byId(config.roles);
  const agents = byId(config.agents);
  const virtual = (config.virtualGroups ?? []).map((group) => {
    const { expression: _, ...listed } = group;
    return { ...listed, members: membersOf(group, config.agents) };
  });
  const groups = [...config.agentGroups, ...virtual];
  const members = byId(groups);
  const mediaTypes = byId(config.mediaTypes);
  const groupsOf = invert(groups.flatMap((group) => group.members.map((id) => [id, group.id] as const)));
  const supervisedGroups = invert(
    groups.flatMap((group) => group.supervisors.map((id) => [id, group.id] as const)),
  );

  const supervisedAgents = new Map(
    [...supervisedGroups].map(([id, ids]) => [
      id,
      new Set([...ids].flatMap((group) => members.get(group)?.members ?? [])),
    ]),
  );

  return {
    config,
    settings: config.settings,
    agents,
    places: byId(config.places),
    placeGroups: byId(config.placeGroups),
    agentGroups: members,
    mediaTypes,
    queues: byId(config.queues),
    workbinTypes: byId(config.workbinTypes),
    dispositions: treeOf(config.dispositions),
    dispositionsByAttribute: treesOf(config.businessAttributes ?? []),
    lists: listsIn(config.businessAttributes ?? []),
    closedLists: closedListsIn(config.businessAttributes ?? []),
    fieldsByAttribute: new Map((config.businessAttributes ?? []).map((one) => [one.id, fieldsOf(one)])),
    notReadyReasons: byId(config.notReadyReasons),
    capacityRules: byId(config.capacityRules ?? []),
    calendars: byId(config.calendars ?? []),
    strategies: byId(config.strategies ?? []),
    roles,
    grants: grantsOfAll({ agents, agentGroups: members, groupsOf }, roles, [...mediaTypes.keys()]),
    groupsOf,
    placeGroupsOf: invert(
      config.placeGroups.flatMap((group) => group.places.map((id) => [id, group.id] as const)),
    ),
    options: placeOptions({ ...config, virtualGroups: virtual }),
    rules: placeRules(config),
    supervisedGroups,
    supervisedAgents,
    supervisedPlaces: new Map(
      [...supervisedAgents].map(([id, ids]) => [
        id,
        new Set([...ids].flatMap((agent) => agents.get(agent)?.defaultPlace ?? [])),
      ]),
    ),
  };
}
