/** What a row of measurements says: its middle, its ends, its tail. */

export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** The value below which `share` (0 to 1) of all values lie. @throws Error without any value */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  if (below === undefined || above === undefined) throw new Error('Nothing was measured.');
  return below + (above - below) * (at - Math.floor(at));
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export const spreadOf = (values: readonly number[]): Spread => ({
  median: median(values),
  min: Math.min(...values),
  max: Math.max(...values),
});

/**
 * One side's figure divided by the other's, round by round. Rounds of the same number ran one after the other, so what
 * else the machine did at that moment is in both, and mostly cancels out.
 */
export function ratioOf(ours: readonly number[], theirs: readonly number[]): Spread {
  return spreadOf(
    ours.map((our, round) => {
      const their = theirs[round];
      if (their === undefined) throw new Error('One side was measured more often than the other.');
      return our / their;
    }),
  );
}
