/**
 * A clock for a day that takes seconds: whatever is planned stands in one line, and when all that the last thing set
 * going has come to rest, time is what the next thing was planned for. The same plans give the same day.
 */
import type { Instant } from '@intray/core';
import type { Clock } from '@intray/engine';
import TinyQueue from 'tinyqueue';

interface Plan {
  readonly at: Instant;
  readonly turn: number;
  readonly run: () => unknown;
  cancelled: boolean;
}

export class VirtualClock implements Clock {
  #now: Instant;
  #turn = 0;
  readonly #plans = new TinyQueue<Plan>([], (a, b) => a.at - b.at || a.turn - b.turn);

  readonly #atRest: () => Promise<void>;

  /** @param atRest resolves when nothing is under way that takes no time on this clock, such as a question to a database */
  constructor(start: Instant, atRest: () => Promise<void>) {
    this.#now = start;
    this.#atRest = atRest;
  }

  now = (): Instant => this.#now;

  at(when: Instant, run: () => unknown): { cancel(): void } {
    this.#turn += 1;
    const plan: Plan = { at: Math.max(this.#now, when), turn: this.#turn, run, cancelled: false };
    this.#plans.push(plan);
    return {
      cancel() {
        plan.cancelled = true;
      },
    };
  }

  soon(run: () => void): void {
    this.at(this.#now, run);
  }

  /** Lets time pass up to a moment, or until somebody says that it is enough. */
  async runUntil(moment: Instant, enough: () => boolean): Promise<void> {
    await this.#atRest();
    for (;;) {
      const next = this.#plans.peek();
      if (next === undefined || next.at > moment || enough()) return;
      this.#plans.pop();
      if (next.cancelled) continue;
      this.#now = next.at;
      next.run();
      await this.#atRest();
    }
  }
}
