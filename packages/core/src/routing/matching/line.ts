/**
 * Waiting work in order: the higher rank first, then what came first. Work of one priority comes, nearly always, in the
 * order in which it is to go, so each priority has a row that is appended to at its end and taken from at its front;
 * neither costs more when a million wait. The rows are in a heap by what stands at their front.
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

/** Rows shorter than this are not worth tidying up. */
const FEW = 32;

class Row {
  #entries: Entry[] = [];
  #front = 0;
  #gone = 0;
  /** In the line's heap. */
  at = -1;
  /** What stands at the front. */
  first: Entry | undefined;

  /** Finds what stands at the front now. */
  #look(): void {
    for (;;) {
      const entry = this.#entries[this.#front];
      if (entry === undefined) {
        this.#entries = [];
        this.#front = 0;
        this.#gone = 0;
        this.first = undefined;
        return;
      }
      if (!entry.gone) {
        this.first = entry;
        return;
      }
      this.#front += 1;
      this.#gone -= 1;
      if (this.#front > FEW && this.#front > this.#entries.length / 2) this.#tidy();
    }
  }

  add(entry: Entry): void {
    const entries = this.#entries;
    const last = entries.at(-1);
    if (last === undefined || this.#front >= entries.length || cameBefore(last, entry)) {
      entries.push(entry);
      this.first ??= entry;
      return;
    }
    let low = this.#front;
    let high = entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cameBefore(entries[middle] as Entry, entry)) low = middle + 1;
      else high = middle;
    }
    // What was taken and comes back belongs near the front, where there is room.
    if (this.#front > 0 && low - this.#front < entries.length - low) {
      entries.copyWithin(this.#front - 1, this.#front, low);
      this.#front -= 1;
      entries[low - 1] = entry;
    } else entries.splice(low, 0, entry);
    this.#look();
  }

  /** One of its entries is gone. */
  lost(): void {
    this.#gone += 1;
    if (this.#gone > FEW && this.#gone > (this.#entries.length - this.#front) / 2) this.#tidy();
    this.#look();
  }

  #tidy(): void {
    this.#entries = this.#entries.slice(this.#front).filter(({ gone }) => !gone);
    this.#front = 0;
    this.#gone = 0;
  }
}

export class Line {
  readonly excluded: readonly string[];
  readonly #rows = new Map<number, Row>();
  #heap: Row[] = [];
  size = 0;
  /** The best. */
  first: Entry | undefined;

  constructor(excluded: readonly string[]) {
    this.excluded = excluded;
  }

  add(entry: Entry): void {
    this.size += 1;
    let row = this.#rows.get(entry.priority);
    if (row === undefined) {
      row = new Row();
      this.#rows.set(entry.priority, row);
    }
    row.add(entry);
    if (row.at === -1) {
      row.at = this.#heap.length;
      this.#heap.push(row);
    }
    this.#up(row.at);
    this.first = this.#heap[0]?.first;
  }

  /** Takes an entry of this line out, wherever it stands. */
  remove(entry: Entry): void {
    entry.gone = true;
    this.size -= 1;
    const row = this.#rows.get(entry.priority);
    if (row === undefined) return;
    row.lost();
    if (row.first === undefined) {
      this.#rows.delete(entry.priority);
      const last = this.#heap.pop() as Row;
      if (last !== row) {
        this.#heap[row.at] = last;
        last.at = row.at;
        this.#up(this.#down(last.at));
      }
      row.at = -1;
    } else this.#down(row.at);
    this.first = this.#heap[0]?.first;
  }

  #before(a: Row, b: Row): boolean {
    const first = a.first as Entry;
    const second = b.first as Entry;
    return first.rank !== second.rank ? first.rank > second.rank : cameBefore(first, second);
  }

  #up(from: number): void {
    let at = from;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!this.#before(this.#heap[at] as Row, this.#heap[above] as Row)) return;
      this.#swap(at, above);
      at = above;
    }
  }

  #down(from: number): number {
    let at = from;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= this.#heap.length) return at;
      if (
        below + 1 < this.#heap.length &&
        this.#before(this.#heap[below + 1] as Row, this.#heap[below] as Row)
      )
        below += 1;
      if (!this.#before(this.#heap[below] as Row, this.#heap[at] as Row)) return at;
      this.#swap(at, below);
      at = below;
    }
  }

  #swap(one: number, other: number): void {
    const [a, b] = [this.#heap[one] as Row, this.#heap[other] as Row];
    this.#heap[one] = b;
    this.#heap[other] = a;
    b.at = one;
    a.at = other;
  }
}
