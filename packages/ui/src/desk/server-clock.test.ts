import { expect, test } from 'vitest';
import { serverClock } from './server-clock.ts';

test('a desk whose clock is ten minutes slow still knows the server’s time', () => {
  let mine = 1_000_000;
  const clock = serverClock(() => mine);
  clock.heard(1_600_000);
  mine += 5_000;
  expect(clock.now()).toBe(1_605_000);
});

test('an answer that travelled long doesn’t push the clock back', () => {
  const clock = serverClock(() => 1_000_000);
  clock.heard(1_000_000);
  clock.heard(999_200);
  expect(clock.offset()).toBe(0);
});

test('a clock that was set follows', () => {
  const clock = serverClock(() => 1_000_000);
  clock.heard(1_000_000);
  clock.heard(700_000);
  expect(clock.offset()).toBe(-300_000);
});
