/**
 * How far each queue has been read. What the router keeps of waiting work is bounded: a queue is then known up to a place
 * and nothing behind it; what comes in behind that place is found when there is room to read on.
 */
import type { Instant, WaitingItem } from '@intray/core';
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

/** What a page brought, and what came to a place within what is known now while that page was on its way. */
export interface Page {
  readonly found: readonly Waiting[];
  readonly meanwhile: readonly WaitingItem[];
}

class Reading {
  /** Read up to here; nothing yet if absent. */
  #knownTo: WaitingPlace | undefined;
  complete = false;
  /**
   * What came behind the known part since a page was asked for. Once that page is there the known part reaches further,
   * perhaps past these, and the page may have been written before they came: nobody would ever find them.
   */
  #meanwhile: Map<string, WaitingItem> | undefined;

  covers(item: WaitingItem): boolean {
    if (this.#reaches(item)) return true;
    this.#meanwhile?.set(item.id, item);
    return false;
  }

  #reaches(place: WaitingPlace): boolean {
    if (this.complete) return true;
    if (this.#knownTo === undefined) return false;
    const provisional = place.sequence >= PROVISIONAL;
    return provisional ? place.priority > this.#knownTo.priority : inOrder(place, this.#knownTo) <= 0;
  }

  async read(store: Pick<Store, 'waiting'>, queue: string, most: number): Promise<Page> {
    const meanwhile = new Map<string, WaitingItem>();
    this.#meanwhile = meanwhile;
    const found = await store.waiting(queue, most, this.#knownTo);
    this.#meanwhile = undefined;
    this.#knownTo = found.at(-1) ?? this.#knownTo;
    this.complete = found.length < most;
    return { found, meanwhile: [...meanwhile.values()].filter((item) => this.#reaches(item)) };
  }
}

export class QueueReading {
  readonly #store: Pick<Store, 'waiting'>;
  readonly #page: number;
  readonly #queues: ReadonlyMap<string, Reading>;

  /** @param page how much is read at once */
  constructor(store: Pick<Store, 'waiting'>, queues: Iterable<string>, page = PAGE) {
    this.#store = store;
    this.#page = page;
    this.#queues = new Map([...queues].map((queue) => [queue, new Reading()]));
  }

  /** Something that waits like this is to be kept; otherwise it is found later, with this page or by reading on. */
  covers(item: WaitingItem): boolean {
    return this.#queues.get(item.queue)?.covers(item) ?? false;
  }

  get complete(): boolean {
    return [...this.#queues.values()].every((reading) => reading.complete);
  }

  /** A page of each queue that has more, one queue after the other. */
  async *pages(): AsyncGenerator<Page> {
    for (const [queue, reading] of this.#queues)
      if (!reading.complete) yield await reading.read(this.#store, queue, this.#page);
  }
}
