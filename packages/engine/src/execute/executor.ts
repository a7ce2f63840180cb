/**
 * The one door. Orders that arrive while a batch is being saved form the next one; one caller alone waits for nobody.
 */
import { setImmediate as turn } from 'node:timers/promises';
import type { ContactCentre, Order, Outcome } from '@intray/core';
import type { Store } from '@intray/store';
import type { Clock } from '../clock.ts';
import type { Counters } from '../metrics.ts';
import { type Committed, Committer } from './committing.ts';
import type { OfferSource } from './joint-offers.ts';
import type { Memory } from './memory.ts';
import { SecondLook } from './second-look.ts';
import { newTicket } from './ticket.ts';
import { Overloaded, WaitingLine } from './waiting-line.ts';

export interface ExecutorParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly memory: Memory;
  readonly counters: Counters;
  readonly centre: () => ContactCentre;
  readonly committed: Committed;
  readonly offers: OfferSource;
  /** How many commands one commit carries at most. */
  readonly mostInBatch: number;
  /** How many commands wait at most before the next one is turned away. */
  readonly mostWaiting: number;
}

export class Executor {
  readonly #parts: ExecutorParts;
  readonly #line: WaitingLine;
  readonly #committer: Committer;
  readonly #secondLook: SecondLook;
  /** Commands under way, by the id their caller gave: the same id again joins them. */
  readonly #underWay = new Map<string, Promise<Outcome>>();
  #working: Promise<void> | undefined;

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

  #work(): void {
    this.#working ??= this.#batches().finally(() => {
      this.#working = undefined;
      if (this.#line.length > 0) this.#work();
    });
  }

  async #batches(): Promise<void> {
    for (;;) {
      // Lets everybody speak who was answered by the last batch, or has just come in: they fill the next one.
      await turn();
      const batch = this.#line.take(this.#parts.mostInBatch);
      if (batch.length === 0) return;
      await this.#committer.run(batch);
    }
  }

  /** Resolves when nothing is under way any more. */
  async idle(): Promise<void> {
    while (this.#working !== undefined || this.#secondLook.pending !== undefined)
      await (this.#working ?? this.#secondLook.pending);
  }
}
