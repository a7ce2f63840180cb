/** A clock that stands still until it is moved. */
import type { Instant } from '@intray/core';
import type { Clock } from '../clock.ts';

interface Alarm {
  readonly at: Instant;
  readonly run: () => void | Promise<void>;
}

export class ManualClock implements Clock {
  #now: Instant;
  readonly #alarms = new Set<Alarm>();

  constructor(now: Instant = Date.UTC(2026, 0, 5, 8)) {
    this.#now = now;
  }

  now = (): Instant => this.#now;

  at(when: Instant, run: () => void | Promise<void>): { cancel(): void } {
    const alarm = { at: when, run };
    this.#alarms.add(alarm);
    return { cancel: () => void this.#alarms.delete(alarm) };
  }

  soon(run: () => void): void {
    setImmediate(run);
  }

  /** Lets so many milliseconds pass, moment by moment: whatever falls due is finished before time goes on. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms;
    for (;;) {
      const [next] = [...this.#alarms].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
      if (next === undefined) break;
      this.#alarms.delete(next);
      this.#now = Math.max(this.#now, next.at);
      await next.run();
    }
    this.#now = end;
  }

  /** Jumps without anybody noticing: as if the process had been asleep. */
  jump(ms: number): void {
    this.#now += ms;
  }

  get pending(): number {
    return this.#alarms.size;
  }
}
