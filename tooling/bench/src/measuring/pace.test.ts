import { expect, it } from 'vitest';
import { moment } from './moment.ts';
import { atPace } from './pace.ts';

it('the pace is kept: eight a second, at even distances', async () => {
  const caused: [number: number, due: number][] = [];
  const began = moment();
  expect(await atPace(8, 1_000, (number, due) => void caused.push([number, due]))).toBe(8);
  expect(caused.map(([number]) => number)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  const [[, first]] = caused as [[number, number]];
  expect(first).toBeGreaterThanOrEqual(began);
  for (const [index, [, due]] of caused.entries()) expect(due - first).toBeCloseTo(index * 125, 6);
});
