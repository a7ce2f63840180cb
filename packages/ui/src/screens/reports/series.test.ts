import type { MeasuresLine } from '@intray/core';
import { expect, test } from 'vitest';
import { figuresOf, slotsIn, spanOf, standingBefore, WIDTH } from './series.ts';

const HOUR = WIDTH.hour;
const NOON = Date.UTC(2026, 5, 10, 12, 20);
const line = (
  slot: number,
  name: string,
  counts: MeasuresLine['counts'],
  sums: MeasuresLine['sums'] = {},
) => ({
  slot,
  name,
  counts,
  sums,
});

test('a time is cut into whole steps, the last one being that which is now', () => {
  const span = spanOf('day', 'hour', NOON);
  const slots = slotsIn(span, 'hour');
  expect(slots).toHaveLength(25);
  expect(slots.at(-1)).toBe(Date.UTC(2026, 5, 10, 12));
  expect(slotsIn(spanOf('week', 'day', NOON), 'day')).toHaveLength(8);
  expect(spanOf('today', 'quarter', NOON).from).toBeLessThanOrEqual(NOON);
});

test('[T20] figures have a value for each step, and the backlog is all that entered without all that left', () => {
  const slots = [0, HOUR, 2 * HOUR];
  const lines = [
    line(0, 'A', { captured: 3, entered: 3, wait: 2, waitedUpTo1m: 1, handle: 1 }, { wait: 240_000 }),
    line(0, 'B', { captured: 1, entered: 1 }),
    line(2 * HOUR, 'A', { left: 2, completed: 2 }),
  ];
  const all = figuresOf(lines, slots, undefined);
  const a = figuresOf(lines, slots, 'A');
  expect(all.count('captured')).toEqual([4, 0, 0]);
  expect(a.count('captured')).toEqual([3, 0, 0]);
  expect(a.share('waitedUpTo1m', 'wait')).toEqual([50, null, null]);
  expect(a.mean('wait')).toEqual([2, null, null]);
  expect(all.backlog(5)).toEqual([9, 9, 7]);
  expect(
    standingBefore([line(0, 'A', { entered: 7, left: 4 }), line(0, 'B', { entered: 2 })], undefined),
  ).toBe(5);
  expect(standingBefore([line(0, 'A', { entered: 7, left: 4 })], 'B')).toBe(0);
});
