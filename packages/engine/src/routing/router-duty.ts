/** Sees to it that one node routes: asks for the right to until it is given, and gives it back in the end. */
import type { RouterLock, Store } from '@intray/store';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Matcher } from './matcher.ts';

export interface RouterDutyParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly matcher: Matcher;
  /** Routes without asking. For tests that show that two routers do no harm. */
  readonly always: boolean;
}

const RETRY = 1_000;

export class RouterDuty {
  readonly #parts: RouterDutyParts;
  #running = false;
  #lock: RouterLock | undefined;
  #next: { cancel(): void } | undefined;
  #asking: Promise<void> = Promise.resolve();

  constructor(parts: RouterDutyParts) {
    this.#parts = parts;
  }

  async start(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    this.#asking = this.#ask();
    await this.#asking;
  }

  async stop(): Promise<void> {
    this.#running = false;
    this.#next?.cancel();
    await this.#asking;
    await this.#parts.matcher.end();
    await this.#lock?.release();
    this.#lock = undefined;
  }

  async #ask(): Promise<void> {
    const { store, log, matcher, always } = this.#parts;
    if (!this.#running) return;
    try {
      if (!always) {
        const lock = await store.becomeRouter();
        if (lock === undefined || !this.#running) {
          await lock?.release();
          return this.#askLater();
        }
        this.#lock = lock;
        lock.lost.addEventListener('abort', () => void this.#lost(lock), { once: true });
        if (lock.lost.aborted) return await this.#lost(lock);
      }
      await matcher.begin();
    } catch (failure) {
      log.warn(
        { err: failure },
        'The right to route could not be had; it will be tried again within a second.',
      );
      await matcher.end();
      const lock = this.#lock;
      this.#lock = undefined;
      await lock?.release();
      this.#askLater();
    }
  }

  async #lost(lock: RouterLock): Promise<void> {
    if (this.#lock !== lock) return;
    this.#lock = undefined;
    await this.#parts.matcher.end();
    this.#askLater();
  }

  #askLater(): void {
    if (!this.#running) return;
    this.#next?.cancel();
    this.#next = this.#parts.clock.at(this.#parts.clock.now() + RETRY, () => {
      this.#asking = this.#ask();
      return this.#asking;
    });
  }
}
