/**
 * The work of one medium that waits in one queue, as far as the router looks ahead. A lane knows the queue up to a
 * place and nothing behind it; what comes in behind that place is found when the lane is read on.
 */
import type { Instant } from '@intray/core';
import type { Waiting, WaitingPlace } from '@intray/store';

export interface WaitingItem extends WaitingPlace {
  readonly id: string;
  readonly mediaType: string;
  readonly queue: string;
  readonly preferredAgent?: string;
  readonly exclusions: readonly { readonly agentId: string; readonly until: Instant }[];
}

/** A lane as it is, or as it would be. */
export type LaneView = Pick<Lane, 'queue' | 'mediaType' | 'items' | 'readable'>;

/** Best first: the higher priority, then who came first. */
export const inOrder = (a: WaitingPlace, b: WaitingPlace): number =>
  b.priority - a.priority || a.sequence - b.sequence;

/** More than that is not kept in memory: the database keeps it. */
const MOST = 2_000;
/** Work that has just come has no number yet that could be compared with the database's. It comes after all that has. */
const PROVISIONAL = Number.MAX_SAFE_INTEGER / 2;
let arrivals = 0;

export const justArrived = (): number => {
  arrivals += 1;
  return PROVISIONAL + arrivals;
};
export const isProvisional = ({ sequence }: WaitingPlace): boolean => sequence >= PROVISIONAL;

export class Lane {
  readonly queue: string;
  readonly mediaType: string;
  #items: WaitingItem[] = [];
  readonly #ids = new Set<string>();
  /** Read up to here; nothing yet if absent. */
  #knownTo: WaitingPlace | undefined;
  #complete = false;
  /** Something came in behind what is known; whoever is reading there may have missed it. */
  #missed = false;
  /** How often everything was forgotten: what was read before that is of no use afterwards. */
  #epoch = 0;

  constructor(queue: string, mediaType: string) {
    this.queue = queue;
    this.mediaType = mediaType;
  }

  get items(): readonly WaitingItem[] {
    return this.#items;
  }

  /** There may be more than is known, and there is room for it. */
  get readable(): boolean {
    return !this.#complete && this.#items.length < MOST;
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  find(id: string): WaitingItem | undefined {
    return this.#ids.has(id) ? this.#items.find((item) => item.id === id) : undefined;
  }

  /** Puts work in its place, if that place is within what the lane knows. */
  add(item: WaitingItem): void {
    this.remove(item.id);
    if (!this.knows(item)) {
      this.#missed = true;
      return;
    }
    let at = this.#items.length;
    while (at > 0 && inOrder(item, this.#items[at - 1] as WaitingItem) < 0) at -= 1;
    this.#items.splice(at, 0, item);
    this.#ids.add(item.id);
    // Far more than anybody takes: let it go and read it again when somebody has room.
    if (this.#items.length > 2 * MOST) this.reset();
  }

  /** The place is within what was read, so what comes before it is known. */
  knows(place: WaitingPlace): boolean {
    if (this.#complete) return true;
    if (this.#knownTo === undefined) return false;
    return isProvisional(place)
      ? place.priority > this.#knownTo.priority
      : inOrder(place, this.#knownTo) <= 0;
  }

  remove(id: string): WaitingItem | undefined {
    if (!this.#ids.delete(id)) return undefined;
    return this.#items.splice(
      this.#items.findIndex((item) => item.id === id),
      1,
    )[0];
  }

  /** Where to read on; hand it to `extend` with what was read. */
  beginReading(): { readonly after: WaitingPlace | undefined; readonly epoch: number } {
    this.#missed = false;
    return { after: this.#knownTo, epoch: this.#epoch };
  }

  /**
   * Takes in what was read.
   * @param slice everything that waits there, of whatever medium, in order
   * @param end the queue ended with it
   * @param taken ids that are being offered already, although the database has not heard of it
   */
  extend(epoch: number, slice: readonly Waiting[], end: boolean, taken: (id: string) => boolean): void {
    if (epoch !== this.#epoch) return;
    const read = slice.filter(({ id, mediaType }) => mediaType === this.mediaType && !taken(id));
    // Read from the database, an item has its real place.
    const ids = new Set(read.map(({ id }) => id));
    this.#items = [...this.#items.filter(({ id }) => !ids.has(id)), ...read].sort(inOrder);
    for (const id of ids) this.#ids.add(id);
    this.#knownTo = slice.at(-1) ?? this.#knownTo;
    this.#complete = end && !this.#missed;
  }

  /** Knows nothing any more. */
  reset(): void {
    this.#items = [];
    this.#ids.clear();
    this.#knownTo = undefined;
    this.#complete = false;
    this.#epoch += 1;
  }
}
