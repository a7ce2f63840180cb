/**
 * Says every two seconds that somebody serves. When it turns out that nobody did for a while (no process ran, this one
 * was asleep, the database was away), nobody could have renewed a lease either: the time is given back to every lease
 * that was running, so that nothing is taken from anybody's desk for it.
 */
import type { Instant } from '@intray/core';
import type { Store } from '@intray/store';
import type { Clock } from './clock.ts';
import type { Log } from './log.ts';

const BEAT = 2_000;
/** Two beats missed: that is no longer a busy moment. */
const MISSED = 4_000;

export interface PulseParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly nodeId: string;
}

export class Pulse {
  readonly #parts: PulseParts;
  #next: { cancel(): void } | undefined;
  #running = false;
  #last: Instant | undefined;
  /** Time that must be given back before any lease may lapse: kept until it is done, whatever fails between. */
  #owed: { since: Instant; by: number } | undefined;

  constructor(parts: PulseParts) {
    this.#parts = parts;
  }

  /** The last beat is so recent that a lease that has run out really has. */
  get steady(): boolean {
    return (
      this.#owed === undefined && this.#last !== undefined && this.#parts.clock.now() - this.#last < MISSED
    );
  }

  /** The first beat; throws if the database is away. */
  async start(): Promise<void> {
    if (this.#running) return;
    await this.#beat();
    this.#running = true;
    this.#schedule();
  }

  stop(): void {
    this.#running = false;
    this.#next?.cancel();
  }

  async #beat(): Promise<void> {
    const { store, clock, log, nodeId } = this.#parts;
    const now = clock.now();
    const before = await store.beat(nodeId, now);
    if (before !== undefined && now - before > MISSED) {
      this.#owed = {
        since: Math.min(this.#owed?.since ?? before, before),
        by: (this.#owed?.by ?? 0) + (now - before),
      };
    }
    if (this.#owed !== undefined) {
      const leases = await store.extendLeases(this.#owed.since, this.#owed.by);
      log.info(
        { leases, ms: this.#owed.by },
        'Nobody served for a while; the leases that ran meanwhile were extended by that time.',
      );
      this.#owed = undefined;
    }
    this.#last = now;
  }

  #schedule(): void {
    if (!this.#running) return;
    this.#next = this.#parts.clock.at(this.#parts.clock.now() + BEAT, async () => {
      try {
        await this.#beat();
      } catch (failure) {
        this.#parts.log.warn(
          { err: failure },
          'The database did not take the sign of life; it will be tried again.',
        );
      }
      this.#schedule();
    });
  }
}
