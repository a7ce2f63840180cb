/** Chance that can be repeated: the same seed throws the same dice. */

export interface Dice {
  /** From 0 up to, and without, 1. */
  fraction(): number;
  /** A whole number from 0 up to, and without, `n`. */
  below(n: number): number;
  /** A number between two others. */
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  /** @throws RangeError on an empty list */
  pick<T>(list: readonly T[]): T;
  /** One of several names, each as likely as its weight says. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K;
  /** Dice of their own, so that one more throw here changes nothing there. */
  fork(): Dice;
}

/** Dice from a seed (mulberry32: small, fast, and random enough). */
export function dice(seed: number): Dice {
  let state = seed >>> 0;
  function fraction(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  const below = (n: number) => Math.floor(fraction() * n);
  return {
    fraction,
    below,
    between: (low, high) => low + fraction() * (high - low),
    chance: (probability) => fraction() < probability,
    pick(list) {
      if (list.length === 0) throw new RangeError('Expected something to choose from, got an empty list.');
      return list[below(list.length)] as (typeof list)[number];
    },
    weighted<K extends string>(weights: Readonly<Record<K, number>>): K {
      const entries = Object.entries(weights) as [K, number][];
      let left = fraction() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [name, weight] of entries) {
        left -= weight;
        if (left < 0) return name;
      }
      throw new RangeError('Expected a weight above nothing.');
    },
    fork: () => dice(below(2 ** 32)),
  };
}
