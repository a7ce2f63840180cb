/**
 * Work that a change would leave where nobody reaches it. Core says which places and people to look at; what is there is
 * counted by whoever keeps the counts.
 */
import { type Refusal, refuse } from '../refusals.ts';
import {
  describeWorkbin,
  OWNER_KINDS,
  type OwnerKind,
  sameWorkbin,
  type WorkbinRef,
} from '../workbin/workbin.ts';
import { faultText } from './fault-texts.ts';
import type { ContactCentreConfig } from './objects.ts';
import type { Move } from './versions.ts';

/** What a change does away with, and work may depend on. */
export interface Vanishing {
  readonly queues: readonly string[];
  readonly workbins: readonly WorkbinRef[];
  readonly mediaTypes: readonly string[];
  readonly agents: readonly string[];
}

/** How much there is of each, in the same order. */
export interface Remaining {
  /** Waits there. */
  readonly queues: readonly number[];
  /** Offered or in hand, and would go back to that queue. */
  readonly onTheWayFrom: readonly number[];
  readonly workbins: readonly number[];
  /** Unfinished work of the medium, wherever it is. */
  readonly mediaTypes: readonly number[];
  /** Offered to them or in their hands. */
  readonly agents: readonly number[];
}

const gone = (
  before: readonly { readonly id: string }[] = [],
  after: readonly { readonly id: string }[] = [],
): readonly string[] => {
  const kept = new Set(after.map(({ id }) => id));
  return before.flatMap(({ id }) => (kept.has(id) ? [] : [id]));
};

const ownersOf = (config: ContactCentreConfig, kind: OwnerKind) =>
  ({
    Agent: config.agents,
    AgentGroup: [...config.agentGroups, ...(config.virtualGroups ?? [])],
    Place: config.places,
    PlaceGroup: config.placeGroups,
  })[kind];

/** What there was before and is not there after. */
export function vanishing(before: ContactCentreConfig, after: ContactCentreConfig): Vanishing {
  const kinds = new Map(after.workbinTypes.map(({ id, ownerKind }) => [id, ownerKind]));
  const goneOwners = Object.fromEntries(
    OWNER_KINDS.map((kind) => [kind, gone(ownersOf(before, kind), ownersOf(after, kind))]),
  ) as Record<OwnerKind, readonly string[]>;
  return {
    queues: gone(before.queues, after.queues),
    workbins: before.workbinTypes.flatMap(({ id: type, ownerKind: kind }): WorkbinRef[] => {
      const owners = kinds.get(type) === kind ? goneOwners[kind] : ownersOf(before, kind).map(({ id }) => id);
      return owners.map((id) => ({ type, owner: { kind, id } }));
    }),
    mediaTypes: gone(before.mediaTypes, after.mediaTypes),
    agents: gone(before.agents, after.agents),
  };
}

/** A refusal with all that is in the way and how much of it; `null` if nothing is. */
export function inTheWay(vanishing: Vanishing, remaining: Remaining): Refusal | null {
  const found = [
    ...said(
      vanishing.queues,
      remaining.queues,
      (queue, n) => `queue "${queue}": ${faultText('waiting', { n })}`,
    ),
    ...said(
      vanishing.queues,
      remaining.onTheWayFrom,
      (queue, n) => `queue "${queue}": ${faultText('would_go_back', { n })}`,
    ),
    ...said(
      vanishing.workbins,
      remaining.workbins,
      (ref, n) => `workbin ${describeWorkbin(ref)}: ${faultText('lying', { n })}`,
    ),
    ...said(
      vanishing.mediaTypes,
      remaining.mediaTypes,
      (id, n) => `media type "${id}": ${faultText('unfinished', { n })}`,
    ),
    ...said(vanishing.agents, remaining.agents, (id, n) => `agent "${id}": ${faultText('in_hand', { n })}`),
  ];
  if (found.length === 0) return null;
  const shown = found.slice(0, 5).join('; ');
  const more = found.length > 5 ? `; and ${found.length - 5} more` : '';
  return refuse(
    'configuration_in_use',
    `Work is in the way: ${shown}${more}. Finish it, or say where it shall go.`,
    { inTheWay: found },
  );
}

const said = <T>(
  things: readonly T[],
  counts: readonly number[],
  say: (thing: T, count: number) => string,
): readonly string[] =>
  things.flatMap((thing, index) => {
    const count = counts[index] ?? 0;
    return count > 0 ? [say(thing, count)] : [];
  });

/** Moves out of what stays, and moves to where nothing would be found, before or after the change. */
export function misdirected(
  moves: readonly Move[],
  before: ContactCentreConfig,
  after: ContactCentreConfig,
): Refusal | null {
  const leaving = vanishing(before, after);
  const idle = moves.find(({ from }) => !vanishes(from, leaving));
  if (idle !== undefined) {
    const from = placeName(idle.from);
    return refuse(
      'configuration_invalid',
      `Only what the change takes away is emptied, and ${from} stays. Leave that move out.`,
      { faults: [`moves: ${from}`] },
    );
  }
  const reaches = (config: ContactCentreConfig, { to }: Move): boolean => {
    if ('queue' in to) return config.queues.some(({ id }) => id === to.queue);
    const { type, owner } = to.workbin;
    return (
      config.workbinTypes.some((one) => one.id === type && one.ownerKind === owner.kind) &&
      ownersOf(config, owner.kind).some(({ id }) => id === owner.id)
    );
  };
  const wrong = moves.find((move) => !reaches(before, move) || !reaches(after, move));
  if (wrong === undefined) return null;
  const goal = placeName(wrong.to);
  return refuse(
    'configuration_invalid',
    `Work cannot be moved to ${goal}: it must be there before the change and after it. Choose another, or make it first.`,
    { faults: [`moves: ${goal}`] },
  );
}

function placeName(place: Move['from']): string {
  if ('queue' in place) return `the queue "${place.queue}"`;
  return 'agent' in place ? `the agent "${place.agent}"` : `the workbin ${describeWorkbin(place.workbin)}`;
}

function vanishes(place: Move['from'], { queues, workbins, agents }: Vanishing): boolean {
  if ('queue' in place) return queues.includes(place.queue);
  if ('agent' in place) return agents.includes(place.agent);
  return workbins.some((ref) => sameWorkbin(ref, place.workbin));
}

/** Without what the moves would empty: for a trial, in which nothing is moved. */
export function afterMoves(found: Vanishing, remaining: Remaining, moves: readonly Move[]): Remaining {
  const emptied = (is: (from: Move['from']) => boolean) => moves.some(({ from }) => is(from));
  const zero = <T>(
    things: readonly T[],
    counts: readonly number[],
    matches: (thing: T, from: Move['from']) => boolean,
  ) => counts.map((count, index) => (emptied((from) => matches(things[index] as T, from)) ? 0 : count));
  return {
    ...remaining,
    queues: zero(found.queues, remaining.queues, (id, from) => 'queue' in from && from.queue === id),
    workbins: zero(
      found.workbins,
      remaining.workbins,
      (ref, from) => 'workbin' in from && sameWorkbin(from.workbin, ref),
    ),
    agents: zero(found.agents, remaining.agents, (id, from) => 'agent' in from && from.agent === id),
  };
}
