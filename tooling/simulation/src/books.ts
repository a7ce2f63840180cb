/**
 * The auditor: keeps books of its own from the events alone, and holds the rows, loads and counts against them after
 * every commit.
 */

import { isDeepStrictEqual } from 'node:util';
import {
  type DomainEvent,
  evolve,
  holders,
  type Interaction,
  type InteractionEvent,
  isFinal,
  mediumIn,
  queueTopic,
  restingIn,
  unopenedIn,
  unopenedKey,
  unsubmitted,
  waitingIn,
  workbinTopic,
} from '@intray/core';
import type { SaveBatch } from '@intray/store';
import type { MemoryDatabase } from '@intray/store/memory';
import type { Verdict } from './verdict.ts';

/** Hears of each event with the interaction before and after it, and how much each agent carried before it. */
export type EventWatch = (
  event: InteractionEvent,
  before: Interaction,
  after: Interaction,
  carried: (agentId: string, mediaType: string) => number,
) => void;

export class Books {
  readonly #database: MemoryDatabase;
  readonly #verdict: Verdict;
  readonly #watch: EventWatch;
  /** What the events say that there is. */
  readonly #rows = new Map<string, Interaction>();
  readonly #carried = new Map<string, number>();
  readonly #counts = new Map<string, number>();
  readonly #done = new Map<string, number>();

  constructor(database: MemoryDatabase, verdict: Verdict, watch: EventWatch) {
    this.#database = database;
    this.#verdict = verdict;
    this.#watch = watch;
  }

  /** How many events a command has caused. */
  eventsOf(commandId: string): number {
    return this.#done.get(commandId) ?? 0;
  }

  /** One batch was kept. */
  kept(batch: SaveBatch): void {
    const agents = new Set(batch.sessions.map(({ after }) => after.agentId));
    const places = new Set<string>();
    const ids = new Set(batch.interactions.map(({ after }) => after.id));
    for (const { event, commandId } of batch.events) {
      if (commandId !== undefined) this.#done.set(commandId, this.eventsOf(commandId) + 1);
      if (event.subject !== 'interaction') continue;
      ids.add(event.interactionId);
      this.#replay(event, agents, places);
    }
    for (const id of ids) this.#checkRow(id);
    for (const agentId of agents) this.#checkLoad(agentId);
    for (const place of places) this.#checkCount(place);
  }

  /** All of it once more, at the end of the day. */
  checkAll(): void {
    for (const id of this.#database.interactions.keys()) this.#checkRow(id);
    for (const agentId of this.#database.sessions.keys()) this.#checkLoad(agentId);
    for (const place of new Set([...this.#counts.keys(), ...this.#database.tallies.keys()]))
      this.#checkCount(place);
    this.#verdict.holds(
      'nothing that came in is gone',
      this.#database.interactions.size === this.#rows.size,
      () => `${this.#rows.size} came in, ${this.#database.interactions.size} are there`,
    );
  }

  #replay(event: InteractionEvent, agents: Set<string>, places: Set<string>): void {
    const before = this.#rows.get(event.interactionId) ?? unsubmitted(event.interactionId);
    this.#verdict.holds(
      'the versions of an interaction have no gap',
      event.version === before.version + 1,
      () => ({ before: before.version, event }),
    );
    const after = evolve(before, event);
    this.#checkHands(event, before, after);
    const carried = (agentId: string, mediaType: string) => this.#carried.get(`${agentId} ${mediaType}`) ?? 0;
    this.#watch(event, before, after, carried);
    this.#rows.set(after.id, after);
    for (const [one, by] of [
      [before, -1],
      [after, 1],
    ] as const) {
      for (const agentId of holders(one)) {
        agents.add(agentId);
        add(this.#carried, `${agentId} ${one.mediaType}`, by);
      }
      for (const place of countedIn(one)) {
        places.add(place);
        add(this.#counts, place, by);
      }
    }
  }

  /** It goes from one desk to another only by a transfer that was accepted. */
  #checkHands(event: DomainEvent, before: Interaction, after: Interaction): void {
    const changed =
      before.handler !== undefined && after.handler !== undefined && before.handler !== after.handler;
    this.#verdict.holds(
      'no interaction has two holders',
      !changed || (event.type === 'TransferAccepted' && before.invitation?.agentId === after.handler),
      () => ({ event, before: before.handler, after: after.handler }),
    );
    this.#verdict.holds(
      'what is finished stays finished until a person fetches it back',
      !isFinal(before.state) ||
        isFinal(after.state) ||
        event.type === 'InteractionReopened' ||
        event.type === 'InteractionRestarted',
      () => event,
    );
  }

  #checkRow(id: string): void {
    const kept = this.#database.interactions.get(id);
    const row = kept?.row;
    const replayed = this.#rows.get(id);
    if (row === undefined || replayed === undefined) {
      this.#verdict.broken('acknowledged work is there', () => ({ id, row, replayed }));
      return;
    }
    this.#verdict.holds(
      'its events, replayed, give the interaction',
      isDeepStrictEqual(row, replayed) || canonical(row) === canonical(replayed),
      () => ({ row, replayed }),
    );
    const places = placesOf(row);
    this.#verdict.holds('every interaction is in exactly one place', places.length === 1, () => ({
      places,
      row,
    }));
    const moves = kept?.deadline !== undefined;
    const seen = kept?.waitingIn !== undefined || row.workbin !== undefined || isFinal(row.state);
    this.#verdict.holds('no state is without an exit', moves || seen, () => row);
  }

  #checkLoad(agentId: string): void {
    const load = this.#database.sessions.get(agentId)?.load ?? {};
    for (const [mediaType, count] of Object.entries(load)) {
      const carried = this.#carried.get(`${agentId} ${mediaType}`) ?? 0;
      this.#verdict.holds('the load of an agent is what they carry', count === carried, () => ({
        agentId,
        mediaType,
        count,
        carried,
      }));
    }
  }

  #checkCount(place: string): void {
    const kept = this.#database.tallies.get(place) ?? 0;
    const actual = this.#counts.get(place) ?? 0;
    this.#verdict.holds('the count of a place is what lies there', kept === actual, () => ({
      place,
      kept,
      actual,
    }));
  }
}

function add(to: Map<string, number>, key: string, by: number): void {
  to.set(key, (to.get(key) ?? 0) + by);
}

/** The places in whose count it is. */
function countedIn(interaction: Interaction): readonly string[] {
  const tray = restingIn(interaction);
  const unopened = unopenedIn(interaction);
  const queue = waitingIn(interaction);
  return [
    ...(tray === undefined ? [] : [workbinTopic(tray), mediumIn(workbinTopic(tray), interaction.mediaType)]),
    ...(unopened === undefined ? [] : [unopenedKey(unopened)]),
    ...(queue === undefined ? [] : [queueTopic(queue)]),
  ];
}

/** A queue, an offer, a desk, a tray, or the history. */
function placesOf(interaction: Interaction): readonly string[] {
  const { handler, invitation, workbin, state } = interaction;
  const waits = waitingIn(interaction);
  return [
    ...(waits === undefined ? [] : [`queue ${waits}`]),
    ...(handler === undefined && invitation !== undefined ? [`offer to ${invitation.agentId}`] : []),
    ...(handler === undefined ? [] : [`desk of ${handler}`]),
    ...(workbin === undefined ? [] : [workbinTopic(workbin)]),
    ...(isFinal(state) ? ['history'] : []),
  ];
}

/** As JSON would keep it: keys in a fixed order, and nothing that is undefined. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
