/**
 * Keeps the measures up with the events. Any node may do it, one at a time does; what it has counted and how far it has
 * come are kept together, so nothing is counted twice or left out, however often it is stopped. Beside it, work from
 * before its words were kept is made findable, step by step, until nothing is left.
 */
import type { Store } from '@intray/store';
import { type Clock, sleep } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Counters } from '../metrics.ts';

export interface CountingParts {
  readonly store: Pick<Store, 'countEvents' | 'indexOlderWork'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly counters: Counters;
  /** Commands are being carried out. */
  readonly busy: () => boolean;
}

const AT_ONCE = 1_000;
/** Older work that is looked at in one step, and steps between two looks at what happens now. */
const STEP = 500;
const STEPS = 20;
/** Reports are this far behind at most, as long as there is no more to count than can be. */
const REST = 1_000;
/**
 * Beside commands it rests this many times as long as it has just worked. Without that, where there is more to do than can
 * be done at once, it takes half of the server from those who wait for an answer.
 */
const GIVES_WAY = 4;

export class Counting {
  readonly #parts: CountingParts;
  #stopping = new AbortController();
  #running = false;
  #allFound = false;
  #counting: Promise<void> | undefined;
  #alarm: { cancel(): void } | undefined;

  constructor(parts: CountingParts) {
    this.#parts = parts;
  }

  start(): void {
    if (this.#running) return;
    this.#running = true;
    this.#stopping = new AbortController();
    void this.#round();
  }

  async stop(): Promise<void> {
    this.#running = false;
    this.#stopping.abort();
    this.#alarm?.cancel();
    await this.#counting;
  }

  async #round(): Promise<void> {
    this.#counting = this.#catchUp();
    await this.#counting;
    const { clock } = this.#parts;
    if (this.#running) this.#alarm = clock.at(clock.now() + REST, () => this.#round());
  }

  async #catchUp(): Promise<void> {
    const { store, clock, busy } = this.#parts;
    try {
      for (let more = true; more && this.#running; ) {
        const began = clock.now();
        const counted = await store.countEvents(AT_ONCE);
        more = counted !== 'busy' && counted.more;
        const rest = GIVES_WAY * (clock.now() - began);
        if (more && rest > 0 && busy()) await sleep(clock, rest, this.#stopping.signal);
      }
      await this.#indexOlder();
    } catch (failure) {
      this.#parts.log.warn(
        { err: failure },
        'Events could not be counted; it will be tried again within a second.',
      );
    }
  }

  async #indexOlder(): Promise<void> {
    const { store, counters } = this.#parts;
    for (let step = 0; step < STEPS && !this.#allFound && this.#running; step += 1) {
      const made = await store.indexOlderWork(STEP);
      if (made === 'busy') return;
      this.#allFound = made.done;
      counters.olderWorkIndexed += made.indexed;
      counters.olderWorkLeft = !made.done;
    }
  }
}
