/**
 * Waiting work of one priority, in the order in which it came. It is nearly always appended to at its end and taken from
 * at its front. What is ranked anew comes in between, and may be anywhere in a row of a million: so the row is kept in
 * blocks, and no more than one of them is moved.
 */

/** A piece of work as it waits. Made anew each time it comes to wait: an old one that is `gone` stays where it is. */
export interface Entry {
  readonly id: string;
  readonly priority: number;
  /** What orders it, at time 0; see `standingOf`. */
  readonly rank: number;
  readonly placedAt: number;
  readonly sequence: number;
  readonly preferred: string | undefined;
  /** Agents whom it is not offered to at present; sorted. */
  readonly excluded: readonly string[];
  gone: boolean;
}

/** Of equal rank, what came first. */
export const cameBefore = (a: Entry, b: Entry): boolean =>
  a.placedAt !== b.placedAt
    ? a.placedAt < b.placedAt
    : a.sequence !== b.sequence
      ? a.sequence < b.sequence
      : a.id < b.id;

/** A longer block is cut in two. */
const LONGEST = 512;
/** So much that is taken from the front of a block is let go at once. */
const LET_GO = 64;

export class Row {
  /** None is empty, but for the only one of an empty row. */
  readonly #blocks: Entry[][] = [[]];
  /** What stands before this in the first block has been taken. */
  #front = 0;
  /** In the line's heap. */
  at = -1;
  /** What stands at the front. */
  first: Entry | undefined;
  /**
   * Its rank, and when it came. Rows are compared far more often than they change, and an entry that has waited long lies
   * somewhere in hundreds of megabytes: looking at each would cost more than all the rest where a million wait.
   */
  rank = 0;
  placedAt = 0;
  /** Nothing here came later than that. */
  #latest = 0;

  add(entry: Entry): void {
    if (this.first === undefined || entry.placedAt > this.#latest || this.#endsBefore(entry)) {
      this.#append(entry);
      return;
    }
    const index = this.#blockOf(entry);
    const block = this.#blocks[index] as Entry[];
    const from = index === 0 ? this.#front : 0;
    const place = placeIn(block, entry, from);
    // What was taken and comes back belongs at the front, where there is room.
    if (place === from && from > 0) {
      this.#front -= 1;
      block[this.#front] = entry;
    } else {
      block.splice(place, 0, entry);
      if (block.length > LONGEST) this.#cut(index);
    }
    this.#look();
  }

  #endsBefore(entry: Entry): boolean {
    const tail = this.#blocks[this.#blocks.length - 1] as Entry[];
    return cameBefore(tail[tail.length - 1] as Entry, entry);
  }

  #append(entry: Entry): void {
    const blocks = this.#blocks;
    const tail = blocks[blocks.length - 1] as Entry[];
    // Full, the last block stays as it is: what comes in order fills all of a block.
    if (tail.length < LONGEST) tail.push(entry);
    else blocks.push([entry]);
    this.#latest = entry.placedAt;
    if (this.first === undefined) this.#look();
  }

  /** Takes an entry of this row out, wherever it stands. */
  remove(entry: Entry): void {
    if (entry === this.first) {
      this.#front += 1;
      const [block = []] = this.#blocks;
      if (this.#front === block.length) this.#clear(0);
      else if (this.#front > LET_GO && this.#front > block.length / 2) {
        block.splice(0, this.#front);
        this.#front = 0;
      }
      this.#look();
      return;
    }
    const index = this.#blockOf(entry);
    const block = this.#blocks[index] as Entry[];
    block.splice(placeIn(block, entry, index === 0 ? this.#front : 0), 1);
    if (block.length === 0) this.#clear(index);
  }

  #cut(index: number): void {
    const block = this.#blocks[index] as Entry[];
    if (index === 0) {
      block.splice(0, this.#front);
      this.#front = 0;
    }
    this.#blocks.splice(index + 1, 0, block.splice(block.length >> 1));
  }

  #clear(index: number): void {
    if (index === 0) this.#front = 0;
    if (this.#blocks.length === 1) this.#blocks[0] = [];
    else this.#blocks.splice(index, 1);
  }

  #look(): void {
    const first = this.#blocks[0]?.[this.#front];
    this.first = first;
    if (first === undefined) return;
    this.rank = first.rank;
    this.placedAt = first.placedAt;
  }

  /** The first block whose last entry does not come before this one: there it stands, or belongs. */
  #blockOf(entry: Entry): number {
    let low = 0;
    let high = this.#blocks.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      const block = this.#blocks[middle] as Entry[];
      if (cameBefore(block[block.length - 1] as Entry, entry)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Where in the block the entry stands, or belongs; not before `from`. */
function placeIn(block: readonly Entry[], entry: Entry, from: number): number {
  let low = from;
  let high = block.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cameBefore(block[middle] as Entry, entry)) low = middle + 1;
    else high = middle;
  }
  return low;
}
