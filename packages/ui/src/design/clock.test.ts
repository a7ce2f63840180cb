import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createClock } from './clock.ts';

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => void vi.useRealTimers());

test('a thousand listeners share one timer, and the last to leave stops it', () => {
  const clock = createClock(1_000);
  const stops = Array.from({ length: 1_000 }, () => clock.subscribe(() => {}));
  expect(vi.getTimerCount()).toBe(1);
  for (const stop of stops) stop();
  expect(vi.getTimerCount()).toBe(0);
});

test('time stands still between ticks, so that equal readings cause no render', () => {
  const clock = createClock(1_000);
  const seen: number[] = [];
  const stop = clock.subscribe(() => seen.push(clock.now()));
  vi.advanceTimersByTime(999);
  expect(clock.now()).toBe(1_000_000);
  vi.advanceTimersByTime(2_001);
  expect(seen).toEqual([1_001_000, 1_002_000, 1_003_000]);
  stop();
});

test('a clock nobody listened to is right again when somebody does', () => {
  const clock = createClock(1_000);
  vi.advanceTimersByTime(3_600_000);
  const stop = clock.subscribe(() => {});
  expect(clock.now()).toBe(4_600_000);
  stop();
});
