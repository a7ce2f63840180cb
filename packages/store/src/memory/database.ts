/**
 * A database in memory, shared by any number of stores: the rows, and what transactions do to them. It keeps what
 * migrations/0004-save.sql keeps, by the same conditions. A transaction may be begun at one moment and kept at a later
 * one, so that the feed has to reckon with one that is slow.
 */
import {
  type Account,
  type AgentSession,
  type ConfigurationVersion,
  type DomainEvent,
  deadlineOf,
  type Instant,
  type Interaction,
  isFinal,
  type LastAgent,
  type Login,
  type NodeReport,
  type OperationUnderKey,
  type Receipt,
  waitingIn,
} from '@intray/core';
import { feedCursor } from '../cursors.ts';
import { DatabaseFailure } from '../database/failure.ts';
import { placeOfMedium, placeOfQueue, placeOfUnopened, placeOfWorkbin } from '../places.ts';
import type { FeedEntry, Published, SaveBatch, Saved } from '../store.ts';

/** An interaction with what an index would hold of it. */
export interface KeptInteraction {
  readonly row: Interaction;
  readonly sequence: number;
  readonly waitingIn: string | undefined;
  readonly deadline: Instant | undefined;
}

interface KeptEntry extends FeedEntry {
  readonly transaction: bigint;
  readonly sequence: number;
}

/** Begun and neither kept nor undone. Its number decides where its events come to lie in the feed. */
export interface Transaction {
  readonly number: bigint;
  readonly firstTurn: number;
}

/** No batch is as large as the step. */
const STEP = 4_096;

export class MemoryDatabase {
  readonly interactions = new Map<string, KeptInteraction>();
  /** Those that are not finished. */
  readonly open = new Map<string, KeptInteraction>();
  readonly idsByExternalId = new Map<string, string>();
  readonly sessions = new Map<string, AgentSession>();
  readonly tallies = new Map<string, number>();
  readonly receipts = new Map<string, Receipt>();
  /** Contact → medium → who was last. */
  readonly lastAgents = new Map<string, Map<string, LastAgent>>();
  readonly histories = new Map<string, DomainEvent[]>();
  readonly configurations: ConfigurationVersion[] = [];
  readonly beats = new Map<string, { readonly at: Instant; readonly report?: NodeReport }>();
  readonly accounts = new Map<string, Account>();
  readonly operationsUnderKeys = new Map<string, OperationUnderKey>();
  readonly logins = new Map<string, Login>();
  /** In the order of the feed. */
  readonly #feed: KeptEntry[] = [];
  readonly #running = new Set<bigint>();
  #lastTransaction = 0n;
  #lastTurn = 0;
  #lastEvent = 0;
  readonly #commits = new Set<(batch: SaveBatch) => void>();

  /** Hears of each batch that was kept, at that moment. Must not throw. */
  onCommit(listener: (batch: SaveBatch) => void): void {
    this.#commits.add(listener);
  }

  begin(): Transaction {
    this.#lastTransaction += 1n;
    this.#lastTurn += STEP;
    this.#running.add(this.#lastTransaction);
    return { number: this.#lastTransaction, firstTurn: this.#lastTurn };
  }

  undo({ number }: Transaction): void {
    this.#running.delete(number);
  }

  /** Keeps a batch whole, or says what is no longer as it was decided on. Either way the transaction has ended. */
  keep(transaction: Transaction, batch: SaveBatch): Saved {
    this.#running.delete(transaction.number);
    const newest = this.configurations.at(-1)?.version ?? 0;
    if (batch.configuration !== undefined && newest > batch.configuration)
      return { ok: false, conflict: 'the configuration has changed', reconfigured: true };
    const conflict = this.#conflict(batch);
    if (conflict !== undefined) return { ok: false, conflict };
    for (const { after } of batch.interactions) refuseTwoPlaces(after);
    for (const [turn, one] of batch.interactions.entries())
      this.#keepInteraction(one, transaction.firstTurn + turn);
    for (const { before, after } of batch.sessions) this.#keepSession(before, after);
    for (const tally of batch.tallies) {
      const place = placeOf(tally);
      this.tallies.set(place, (this.tallies.get(place) ?? 0) + tally.by);
    }
    for (const { commandId, receipt } of batch.receipts) this.receipts.set(commandId, receipt);
    for (const last of batch.lastAgents) {
      const media = this.lastAgents.get(last.contactId) ?? new Map<string, LastAgent>();
      this.lastAgents.set(last.contactId, media.set(last.mediaType, last));
    }
    const published = batch.events.length === 0 ? undefined : this.#publish(transaction.number, batch.events);
    for (const listener of this.#commits) listener(batch);
    return published === undefined ? { ok: true } : { ok: true, published };
  }

  /** Events after a place in the feed, below the oldest transaction that still runs. */
  *eventsAfter(transaction: bigint, sequence: number): Generator<FeedEntry> {
    const horizon = this.#horizon();
    for (let at = this.#firstAfter(transaction, sequence); at < this.#feed.length; at += 1) {
      const entry = this.#feed[at] as KeptEntry;
      if (entry.transaction >= horizon) return;
      yield entry;
    }
  }

  /** The cursor of the last event that can be told. */
  feedEnd(): string {
    const horizon = this.#horizon();
    const last = this.#feed[this.#firstAfter(horizon - 1n, Number.MAX_SAFE_INTEGER) - 1];
    return last?.cursor ?? '0.0';
  }

  #horizon(): bigint {
    let oldest = this.#lastTransaction + 1n;
    for (const number of this.#running) if (number < oldest) oldest = number;
    return oldest;
  }

  /** The index of the first event that comes after a place. */
  #firstAfter(transaction: bigint, sequence: number): number {
    let low = 0;
    let high = this.#feed.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const entry = this.#feed[middle] as KeptEntry;
      const after =
        entry.transaction > transaction || (entry.transaction === transaction && entry.sequence > sequence);
      if (after) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  #publish(number: bigint, events: SaveBatch['events']): Published {
    const at = this.#firstAfter(number, -1);
    const after = this.#feed[at - 1]?.cursor ?? '0.0';
    const entries = events.map((one): KeptEntry => {
      this.#lastEvent += 1;
      const cursor = feedCursor({ txid: String(number), seq: String(this.#lastEvent) });
      return { ...one, cursor, transaction: number, sequence: this.#lastEvent };
    });
    this.#feed.splice(at, 0, ...entries);
    for (const { event } of events) {
      const subject = event.subject === 'interaction' ? `i:${event.interactionId}` : `a:${event.agentId}`;
      const history = this.histories.get(subject);
      if (history === undefined) this.histories.set(subject, [event]);
      else history.push(event);
    }
    const running = [...this.#running].filter((other) => other < number).map(String);
    return { entries: entries.map(entryOf), transaction: String(number), after, running };
  }

  #conflict(batch: SaveBatch): string | undefined {
    for (const { before, after } of batch.interactions) {
      const kept = this.interactions.get(after.id);
      if ((kept?.row.version ?? 0) !== before) return `interaction ${after.id} has changed`;
      if (before === 0 && after.externalId !== undefined && this.idsByExternalId.has(after.externalId))
        return `somebody else was first: the external id ${after.externalId} is taken`;
    }
    for (const { before, after } of batch.sessions) {
      const kept = this.sessions.get(after.agentId);
      // Who was found unreachable was found so by the lease: it must still be that.
      const renewed =
        after.active && !after.reachable && kept?.reachable === true && kept.leaseUntil !== after.leaseUntil;
      if ((kept?.version ?? 0) !== before || renewed) return `the session of ${after.agentId} has changed`;
    }
    for (const { commandId } of batch.receipts)
      if (this.receipts.has(commandId)) return `somebody else was first: ${commandId} was done`;
    for (const tally of batch.tallies)
      if (tally.kind === 'workbin' && tally.expected !== undefined)
        if ((this.tallies.get(placeOf(tally)) ?? 0) !== tally.expected)
          return `the count of ${placeOf(tally)} has changed`;
    return undefined;
  }

  #keepInteraction({ after, sameData }: SaveBatch['interactions'][number], turn: number): void {
    const kept = this.interactions.get(after.id);
    const row = sameData && kept !== undefined ? { ...after, userData: kept.row.userData } : after;
    const waits = waitingIn(row);
    // It goes to the end of a queue when it comes to one. An offer that was declined was only away from its place.
    const comes =
      kept === undefined ||
      ((waits !== undefined || row.state === 'Invited') &&
        (row.placedAt !== kept.row.placedAt ||
          row.queue !== kept.row.queue ||
          (kept.waitingIn === undefined && kept.row.state !== 'Invited')));
    const next: KeptInteraction = {
      row,
      sequence: comes ? turn : kept.sequence,
      waitingIn: waits,
      deadline: deadlineOf(row)?.at,
    };
    this.interactions.set(row.id, next);
    if (isFinal(row.state)) this.open.delete(row.id);
    else this.open.set(row.id, next);
    if (row.externalId !== undefined) this.idsByExternalId.set(row.externalId, row.id);
  }

  /** A lease is renewed without a new version, so a decision taken before the renewal must not undo it. */
  #keepSession(before: number, after: AgentSession): void {
    const kept = this.sessions.get(after.agentId);
    const { leaseUntil: given, ...session } = after;
    const lease = before > 0 && after.active ? latest(kept?.leaseUntil, given) : given;
    this.sessions.set(after.agentId, lease === undefined ? session : { ...session, leaseUntil: lease });
  }
}

function placeOf(tally: SaveBatch['tallies'][number]): string {
  switch (tally.kind) {
    case 'queue':
      return placeOfQueue(tally.queue);
    case 'medium':
      return placeOfMedium(tally.workbin, tally.mediaType);
    case 'unopened':
      return placeOfUnopened(tally.workbin);
    case 'workbin':
      return placeOfWorkbin(tally.workbin);
  }
}

const latest = (one: Instant | undefined, other: Instant | undefined): Instant | undefined =>
  one === undefined || other === undefined ? (one ?? other) : Math.max(one, other);

const entryOf = ({ cursor, event, topics, commandId }: KeptEntry): FeedEntry => ({
  cursor,
  event,
  topics,
  ...(commandId === undefined ? {} : { commandId }),
});

/** The last fence before work is lost or doubled, as the table has it: `in_exactly_one_place`. */
function refuseTwoPlaces(row: Interaction): void {
  const places = [
    row.handler,
    row.workbin,
    waitingIn(row),
    isFinal(row.state) ? row.completedAt : undefined,
    row.handler === undefined ? row.invitation : undefined,
  ].filter((place) => place !== undefined);
  if (places.length === 1) return;
  const cause = Object.assign(new Error(`interaction ${row.id} is in ${places.length} places`), {
    code: '23514',
  });
  throw new DatabaseFailure(cause, { doing: 'save', connectionLost: false });
}
