/**
 * The options of a configuration, read once and laid out for asking: what an agent's own levels say is found without
 * looking at any other agent.
 */

import { readName, readValue } from './reading.ts';
import { SECTION } from './registry.ts';
import type { OptionSection, Options, OverrideSet } from './section.ts';

/** Values by the options' full names. */
export type Placed = ReadonlyMap<string, unknown>;

export interface GroupOptions {
  readonly id: string;
  readonly placed: Placed;
}

export interface PlacedOptions {
  /** Nobody set anything anywhere: every option has its default. */
  readonly empty: boolean;
  readonly application: Placed;
  readonly tenant: Placed;
  /** Agent id → the groups of theirs that set something, the strongest first. */
  readonly agentGroupsOf: ReadonlyMap<string, readonly GroupOptions[]>;
  /** The same for groups that people belong to by a rule. The configuration knows none yet. */
  readonly virtualGroupsOf: ReadonlyMap<string, readonly GroupOptions[]>;
  readonly persons: ReadonlyMap<string, Placed>;
  readonly overrideSets: ReadonlyMap<string, Placed>;
}

type Carrier = { readonly id: string; readonly options?: Options | undefined };

/** What of a configuration has options. */
export interface Source {
  readonly options?:
    | { readonly application?: Options | undefined; readonly tenant?: Options | undefined }
    | undefined;
  readonly agentGroups: readonly (Carrier & { readonly members: readonly string[] })[];
  readonly virtualGroups?: readonly (Carrier & { readonly members: readonly string[] })[] | undefined;
  readonly agents: readonly Carrier[];
  readonly overrideSets?: readonly OverrideSet[] | undefined;
}

/** @throws Error for a section that the schemas would have refused: it must not be used half. */
function place(section: OptionSection | undefined): Placed {
  const placed = new Map<string, unknown>();
  for (const [name, text] of Object.entries(section ?? {})) {
    const named = readName(name);
    if (!named.ok) throw new Error(`The options cannot be used: ${named.fault}`);
    const value = readValue(named.value.option, name, text);
    if (!value.ok) throw new Error(`The options cannot be used: ${value.fault}`);
    placed.set(name, value.value);
  }
  return placed;
}

const placeOf = (options: Options | undefined): Placed => place(options?.[SECTION]);

function placeAll(carriers: readonly Carrier[]): Map<string, Placed> {
  const all = new Map<string, Placed>();
  for (const { id, options } of carriers) {
    const placed = placeOf(options);
    if (placed.size > 0) all.set(id, placed);
  }
  return all;
}

/** Of several groups the one that comes last in the order of ids (by code unit) is the strongest, as in Genesys. */
function groupsByMember(
  groups: readonly (Carrier & { readonly members: readonly string[] })[],
): Map<string, GroupOptions[]> {
  const byMember = new Map<string, GroupOptions[]>();
  const placed = placeAll(groups);
  const strongestFirst = groups.filter(({ id }) => placed.has(id)).toSorted((a, b) => (a.id < b.id ? 1 : -1));
  for (const { id, members } of strongestFirst) {
    const group = { id, placed: placed.get(id) ?? new Map() };
    for (const member of members) {
      const mine = byMember.get(member);
      if (mine) mine.push(group);
      else byMember.set(member, [group]);
    }
  }
  return byMember;
}

/** Reads every section of a configuration. */
export function placeOptions(source: Source): PlacedOptions {
  const application = placeOf(source.options?.application);
  const tenant = placeOf(source.options?.tenant);
  const agentGroupsOf = groupsByMember(source.agentGroups);
  const virtualGroupsOf = groupsByMember(source.virtualGroups ?? []);
  const persons = placeAll(source.agents);
  const overrideSets = new Map(
    (source.overrideSets ?? []).map((set) => [set.id, placeOf(set.options)] as const),
  );
  const levels = [application, tenant, agentGroupsOf, virtualGroupsOf, persons, overrideSets];
  return {
    empty: levels.every(({ size }) => size === 0),
    application,
    tenant,
    agentGroupsOf,
    virtualGroupsOf,
    persons,
    overrideSets,
  };
}
