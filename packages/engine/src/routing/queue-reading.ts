/**
 * How far each queue has been read. What the router keeps of waiting work is bounded: a queue is then known up to a place
 * and nothing behind it; what comes in behind that place is found when there is room to read on.
 */
import type { Instant } from '@intray/core';
import type { Store, Waiting, WaitingPlace } from '@intray/store';

/** One reading: long enough that a million rows are few hundred of them, short enough to hold nothing up. */
const PAGE = 2_000;

/** Best first: the higher priority, then who came first. */
const inOrder = (a: WaitingPlace, b: WaitingPlace): number =>
  b.priority - a.priority || a.sequence - b.sequence;

/**
 * Work that has just come has no number yet that could be compared with the database's. It comes after all that has one,
 * and among its like in the order of coming: one server hears of another's arrivals a little later than of its own.
 */
const PROVISIONAL = Number.MAX_SAFE_INTEGER / 2;
/** Told apart within one millisecond. */
const AT_ONCE = 1_024;
let latest = { placedAt: 0, arrivals: 0 };

/** @param placedAt when it came */
export const justArrived = (placedAt: Instant): number => {
  latest = { placedAt, arrivals: placedAt === latest.placedAt ? latest.arrivals + 1 : 0 };
  return PROVISIONAL + placedAt * AT_ONCE + (latest.arrivals % AT_ONCE);
};

class Reading {
  /** Read up to here; nothing yet if absent. */
  #knownTo: WaitingPlace | undefined;
  complete = false;
  /** Something came in behind what is known; whoever is reading there may have missed it. */
  #missed = false;

  /** The place is within what was read. If not, it is remembered that there is more. */
  knows(place: WaitingPlace): boolean {
    if (this.complete) return true;
    const provisional = place.sequence >= PROVISIONAL;
    const known =
      this.#knownTo !== undefined &&
      (provisional ? place.priority > this.#knownTo.priority : inOrder(place, this.#knownTo) <= 0);
    if (!known) this.#missed = true;
    return known;
  }

  async read(store: Store, queue: string, most: number): Promise<readonly Waiting[]> {
    this.#missed = false;
    const slice = await store.waiting(queue, most, this.#knownTo);
    this.#knownTo = slice.at(-1) ?? this.#knownTo;
    this.complete = slice.length < most && !this.#missed;
    return slice;
  }
}

export class QueueReading {
  readonly #store: Store;
  readonly #page: number;
  readonly #queues: ReadonlyMap<string, Reading>;

  /** @param page how much is read at once */
  constructor(store: Store, queues: Iterable<string>, page = PAGE) {
    this.#store = store;
    this.#page = page;
    this.#queues = new Map([...queues].map((queue) => [queue, new Reading()]));
  }

  /** Something that waits at this place is to be kept; otherwise it is found later by reading on. */
  covers(queue: string, place: WaitingPlace): boolean {
    return this.#queues.get(queue)?.knows(place) ?? false;
  }

  get complete(): boolean {
    return [...this.#queues.values()].every((reading) => reading.complete);
  }

  /** A page of each queue that has more, one queue after the other. */
  async *pages(): AsyncGenerator<readonly Waiting[]> {
    for (const [queue, reading] of this.#queues)
      if (!reading.complete) yield await reading.read(this.#store, queue, this.#page);
  }
}
