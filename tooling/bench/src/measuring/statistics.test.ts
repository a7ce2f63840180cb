import { describe, expect, it } from 'vitest';
import { median, quantile, ratioOf, spreadOf } from './statistics.ts';

describe('statistics', () => {
  it('finds the middle of an odd and of an even number of values, in any order', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 3, 2])).toBe(2.5);
  });

  it('finds the tail between two values', () => {
    expect(quantile([0, 10], 0.99)).toBeCloseTo(9.9);
    expect(quantile([7], 0.99)).toBe(7);
  });

  it('says nothing of nothing', () => {
    expect(() => median([])).toThrow('Nothing was measured');
  });

  it('compares round by round, so that a slow moment of the machine cancels out', () => {
    expect(ratioOf([100, 10, 50], [50, 5, 25])).toEqual({ median: 2, min: 2, max: 2 });
    expect(() => ratioOf([1, 2], [1])).toThrow('more often');
  });

  it('keeps both ends', () => {
    expect(spreadOf([3, 1, 2])).toEqual({ median: 2, min: 1, max: 3 });
  });
});
