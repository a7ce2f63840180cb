/** Chance that can be repeated: the same seed throws the same dice. */

export interface Dice {
  /** A whole number from 0 up to, and without, `n`. */
  below(n: number): number;
  chance(probability: number): boolean;
  /** @throws RangeError on an empty list */
  pick<T>(list: readonly T[]): T;
}

/**
 * Dice from a seed (mulberry32: small, and random enough to choose what to kill). What each agent decides is repeated
 * exactly; how the decisions of many interleave is up to the machine, so a run is repeated in kind, not to the letter.
 */
export function dice(seed: number): Dice {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  const below = (n: number) => Math.floor(next() * n);
  return {
    below,
    chance: (probability) => next() < probability,
    pick(list) {
      const index = below(list.length);
      if (index >= list.length) throw new RangeError('Expected something to choose from, got an empty list.');
      return list[index] as (typeof list)[number];
    },
  };
}
