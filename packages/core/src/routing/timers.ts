/** Which ids are to be looked at again at which moment. Much of what waits shares its moments, so they are kept once. */
import type { Instant } from '../values.ts';
import { Heap } from './matching/heap.ts';

export class Timers {
  readonly #moments = new Heap<Instant>((a, b) => a < b);
  readonly #ids = new Map<Instant, Set<string>>();
  readonly #at = new Map<string, Instant>();

  /** Takes the place of what was set for the id before. `undefined`: never. */
  set(id: string, at: Instant | undefined): void {
    const before = this.#at.get(id);
    if (before === at) return;
    if (before !== undefined) this.#ids.get(before)?.delete(id);
    if (at === undefined) {
      this.#at.delete(id);
      return;
    }
    this.#at.set(id, at);
    const known = this.#ids.get(at);
    if (known !== undefined) known.add(id);
    else {
      this.#ids.set(at, new Set([id]));
      this.#moments.push(at);
    }
  }

  /** The next moment at which something is set. */
  next(): Instant | undefined {
    for (;;) {
      const at = this.#moments.peek();
      if (at === undefined || (this.#ids.get(at)?.size ?? 0) > 0) return at;
      this.#moments.pop();
      this.#ids.delete(at);
    }
  }

  /** Takes out what is due. */
  due(now: Instant): string[] {
    const found: string[] = [];
    for (;;) {
      const at = this.next();
      if (at === undefined || at > now) return found;
      for (const id of this.#ids.get(at) ?? []) {
        this.#at.delete(id);
        found.push(id);
      }
      this.#ids.delete(at);
      this.#moments.pop();
    }
  }
}
