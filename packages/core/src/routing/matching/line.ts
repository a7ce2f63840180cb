/**
 * Waiting work in order: the higher rank first, then what came first. Each priority has a row of its own; the rows are in
 * a heap by what stands at their front. Nothing costs more when a million wait.
 */
import { cameBefore, type Entry, Row } from './row.ts';

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
    row.remove(entry);
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
    if (a.rank !== b.rank) return a.rank > b.rank;
    if (a.placedAt !== b.placedAt) return a.placedAt < b.placedAt;
    return cameBefore(a.first as Entry, b.first as Entry);
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
