/**
 * Says every two seconds that somebody serves. When it turns out that nobody did for a while (no process ran, this one
 * was asleep, the database was away), nobody could have renewed a lease either: the time is given back to every lease
 * that was running, so that nothing is taken from anybody's desk for it.
 */
import { BEAT_EVERY, FORGOTTEN_AFTER, type Instant } from '@intray/core';
import type { Store } from '@intray/store';
import type { Clock } from './clock.ts';
import type { Log } from './log.ts';
import type { NodeReporting } from './node-report.ts';

/** Two beats missed: that is no longer a busy moment. */
const MISSED = 4_000;
/** How often nodes are forgotten that have been silent for long. */
const FORGET_EVERY = 60_000;

export interface PulseParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly nodeId: string;
  /** What is said besides; without it no more than that the node lives. */
  readonly reporting: NodeReporting | undefined;
}

export class Pulse {
  readonly #parts: PulseParts;
  #next: { cancel(): void } | undefined;
  #running = false;
  #last: Instant | undefined;
  #forgetAt = 0;
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

  /** Resolves when the last word is said. */
  async stop(): Promise<void> {
    const running = this.#running;
    this.#running = false;
    this.#next?.cancel();
    if (running) await this.#tell('stopped');
  }

  /** The node takes nobody new any more, and says so. */
  async drain(): Promise<void> {
    if (this.#running) await this.#tell('draining');
  }

  /** Not worth failing for: whoever is silent is taken for gone. */
  async #tell(life: 'draining' | 'stopped'): Promise<void> {
    const { reporting, log } = this.#parts;
    if (reporting === undefined) return;
    reporting.life = life;
    try {
      await this.#beat();
    } catch (failure) {
      log.warn(
        { err: failure, life },
        'It could not be said that this node ends; it will be taken for gone.',
      );
    }
  }

  async #beat(): Promise<void> {
    const { store, clock, log, nodeId, reporting } = this.#parts;
    const report = reporting && (await reporting.report());
    const now = clock.now();
    const before = await store.beat(nodeId, now, report);
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
    if (reporting !== undefined && now >= this.#forgetAt) {
      await store.forgetNodes(now - FORGOTTEN_AFTER);
      this.#forgetAt = now + FORGET_EVERY;
    }
  }

  #schedule(): void {
    if (!this.#running) return;
    this.#next = this.#parts.clock.at(this.#parts.clock.now() + BEAT_EVERY, async () => {
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
