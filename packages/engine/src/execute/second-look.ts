/**
 * Looks again, in the database, before a "no" is given that was decided on remembered rows: what was no a moment ago
 * may be yes by now. Runs beside the batches, so that refusals never slow down what succeeds, and asks once for as
 * many tickets as have gathered.
 */
import type { ContactCentre, Decision } from '@intray/core';
import type { Store } from '@intray/store';
import type { Clock } from '../clock.ts';
import type { Counters } from '../metrics.ts';
import { judge } from './batch.ts';
import { gather } from './gather.ts';
import type { Memory } from './memory.ts';
import { Patience } from './patience.ts';
import type { Ticket } from './ticket.ts';

export interface SecondLookParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly memory: Memory;
  readonly counters: Counters;
  readonly centre: () => ContactCentre;
  /** Takes back tickets that are to be done after all. */
  readonly putBack: (tickets: readonly Ticket[]) => void;
}

const MOST_AT_ONCE = 1_000;
/** A decision that is impossible on rows read so often is a mistake in the program. */
const MOST_LOOKS = 5;

export class SecondLook {
  readonly #parts: SecondLookParts;
  #waiting: Ticket[] = [];
  #looking: Promise<void> | undefined;

  constructor(parts: SecondLookParts) {
    this.#parts = parts;
  }

  get pending(): Promise<void> | undefined {
    return this.#looking;
  }

  add(ticket: Ticket): void {
    ticket.secondLooks += 1;
    this.#waiting.push(ticket);
    this.#looking ??= this.#lookAtAll().finally(() => {
      this.#looking = undefined;
    });
  }

  async #lookAtAll(): Promise<void> {
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const tickets = this.#waiting.splice(0, MOST_AT_ONCE);
      const patience = new Patience(this.#parts.clock);
      for (;;) {
        try {
          await this.#look(tickets);
          break;
        } catch (failure) {
          if (await patience.outlasts(failure)) continue;
          for (const ticket of tickets) ticket.fail(failure);
          break;
        }
      }
    }
  }

  async #look(tickets: readonly Ticket[]): Promise<void> {
    const { store, clock, memory, counters, putBack } = this.#parts;
    const centre = this.#parts.centre();
    counters.secondLooks += 1;
    const counted = () => {
      counters.loads += 1;
    };
    const set = await gather(tickets, {
      store,
      memory,
      centre,
      afresh: true,
      askExternalIds: true,
      receipts: [],
      counted,
    });
    const again: Ticket[] = [];
    for (const ticket of tickets) {
      const { commandId } = ticket.order;
      const receipt = commandId === undefined ? undefined : set.receipts.get(commandId);
      if (receipt !== undefined) {
        counters.orders += 1;
        counters.repeated += 1;
        ticket.settle(receipt);
        continue;
      }
      let decision: Decision;
      try {
        decision = judge(ticket, set, centre, clock.now());
      } catch (surprise) {
        // What was read in two steps may come from two moments that contradict each other: read once more.
        if (ticket.secondLooks >= MOST_LOOKS) ticket.fail(surprise);
        else this.add(ticket);
        continue;
      }
      if (!decision.ok) {
        counters.orders += 1;
        counters.refusals[decision.refusal.code] = (counters.refusals[decision.refusal.code] ?? 0) + 1;
        ticket.settle(decision);
        continue;
      }
      set.forget(ticket, memory, centre);
      again.push(ticket);
    }
    if (again.length > 0) putBack(again);
  }
}
