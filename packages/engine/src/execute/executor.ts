/**
 * The one door. Orders that arrive while batches are being saved form the next one; one caller alone waits for nobody.
 *
 * When there is much to do, two batches are under way at a time, so that one is decided while the database keeps the other.
 * They never share what they change: an order about something that a batch under way is changing waits until that has
 * ended.
 */
import type { ContactCentre, Order, Outcome } from '@intray/core';
import type { Store } from '@intray/store';
import type { Clock } from '../clock.ts';
import type { Counters } from '../metrics.ts';
import { Committer, type Saves } from './committing.ts';
import type { OfferSource } from './joint-offers.ts';
import type { Memory } from './memory.ts';
import { SecondLook } from './second-look.ts';
import { newTicket, type Ticket } from './ticket.ts';
import { Overloaded, WaitingLine } from './waiting-line.ts';

export interface ExecutorParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly memory: Memory;
  readonly counters: Counters;
  readonly centre: () => ContactCentre;
  /** The version of what `centre` answers at the same moment. */
  readonly configured: () => number;
  /** Takes the newest configuration into force here. */
  readonly reconfigure: () => Promise<void>;
  readonly saves: Saves;
  readonly offers: OfferSource;
  /** How many commands one commit carries at most. */
  readonly mostInBatch: number;
  /** How many batches are under way at most. */
  readonly batchesAtOnce: number;
  /** How many commands wait at most before the next one is turned away. */
  readonly mostWaiting: number;
}

/** A save costs something however little it carries: with fewer orders in hand than that, one batch does them sooner. */
const WORTH_SHARING = 48;

export class Executor {
  readonly #parts: ExecutorParts;
  readonly #line: WaitingLine;
  readonly #committer: Committer;
  readonly #secondLook: SecondLook;
  /** Commands under way, by the id their caller gave: the same id again joins them. */
  readonly #underWay = new Map<string, Promise<Outcome>>();
  readonly #batches = new Set<readonly Ticket[]>();
  /** What the batches under way are about. */
  readonly #subjects = new Set<string>();
  #idle = Promise.withResolvers<void>();
  #starting = false;

  constructor(parts: ExecutorParts) {
    this.#parts = parts;
    this.#line = new WaitingLine(parts.mostWaiting);
    this.#secondLook = new SecondLook({
      ...parts,
      putBack: (tickets) => {
        this.#line.putBack(tickets);
        this.#work();
      },
    });
    this.#committer = new Committer({ ...parts, lookAgain: (ticket) => this.#secondLook.add(ticket) });
  }

  get waiting(): number {
    return this.#line.length;
  }

  /**
   * Carries out an order.
   * @throws Overloaded when too many wait; DatabaseFailure when the database stayed away for about ten seconds
   */
  async execute(order: Order): Promise<Outcome> {
    const { commandId } = order;
    if (commandId === undefined) return this.#enter(order);
    const receipt = this.#parts.memory.receipt(commandId);
    if (receipt !== undefined) {
      this.#parts.counters.repeated += 1;
      return receipt;
    }
    const underWay = this.#underWay.get(commandId);
    if (underWay !== undefined) return underWay;
    const outcome = this.#enter(order).finally(() => this.#underWay.delete(commandId));
    this.#underWay.set(commandId, outcome);
    return outcome;
  }

  async #enter(order: Order): Promise<Outcome> {
    const ticket = newTicket(order);
    try {
      this.#line.add(ticket);
    } catch (full) {
      if (full instanceof Overloaded) this.#parts.counters.overloaded += 1;
      throw full;
    }
    this.#work();
    return ticket.outcome;
  }

  /** Lets everybody speak first who was answered by the last batch, or has just come in: they fill the next one. */
  #work(): void {
    if (this.#starting) return;
    this.#starting = true;
    this.#parts.clock.soon(() => {
      this.#starting = false;
      this.#startBatch();
      if (!this.busy) this.#idle.resolve();
    });
  }

  #startBatch(): void {
    const { mostInBatch, batchesAtOnce } = this.#parts;
    const inHand = [...this.#batches].reduce((sum, batch) => sum + batch.length, this.#line.length);
    const atOnce = inHand < WORTH_SHARING ? 1 : batchesAtOnce;
    if (this.#batches.size >= atOnce) return;
    // As many as leave the other batches as many: beside one that has taken all, nobody works.
    const share = Math.min(mostInBatch, Math.ceil(inHand / atOnce));
    const batch = this.#line.take(share, (ticket) => this.#heldUp(ticket));
    if (batch.length === 0) return;
    this.#batches.add(batch);
    for (const subject of batch.flatMap(({ subjects }) => subjects)) this.#subjects.add(subject);
    void this.#committer.run(batch).finally(() => {
      this.#batches.delete(batch);
      for (const subject of batch.flatMap(({ subjects }) => subjects)) this.#subjects.delete(subject);
      this.#work();
    });
    this.#work();
  }

  #heldUp(ticket: Ticket): boolean {
    return ticket.subjects.some((subject) => this.#subjects.has(subject)) || this.#committer.holdsUp(ticket);
  }

  /** Something is under way. */
  get busy(): boolean {
    return this.#starting || this.#batches.size > 0 || this.#secondLook.pending !== undefined;
  }

  /** Resolves when nothing is under way any more. */
  async idle(): Promise<void> {
    while (this.busy) {
      this.#idle = Promise.withResolvers<void>();
      this.#work();
      await (this.#secondLook.pending ?? this.#idle.promise);
    }
  }
}
