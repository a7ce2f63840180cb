import { expect, it } from 'vitest';
import { newCounters } from '../metrics.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { Counting } from './counting.ts';

const QUIET = { info() {}, warn() {}, error() {} };
/** How long a slice takes here, in milliseconds. */
const SLICE = 10;

/** Counts slices, three of them at a time. */
function slicesOf(busy: () => boolean) {
  const clock = new ManualClock();
  let slices = 0;
  const counting = new Counting({
    clock,
    log: QUIET,
    busy,
    counters: newCounters(),
    store: {
      async countEvents() {
        slices += 1;
        clock.jump(SLICE);
        return { events: 1_000, more: slices % 3 !== 0 };
      },
      indexOlderWork: async () => ({ indexed: 0, done: true }),
    },
  });
  return { clock, counting, slices: () => slices };
}

it('counts slice after slice while nobody waits for an answer [T19]', async () => {
  const { counting, slices } = slicesOf(() => false);
  counting.start();
  await expect.poll(slices).toBe(3);
  await counting.stop();
});

it('rests beside commands after each slice, four times as long as that took, and stops at once [T19]', async () => {
  const { clock, counting, slices } = slicesOf(() => true);
  counting.start();
  await expect.poll(() => clock.pending).toBe(1);
  expect(slices()).toBe(1);
  await clock.advance(4 * SLICE - 1);
  expect(slices()).toBe(1);
  await clock.advance(1);
  await expect.poll(slices).toBe(2);
  await expect.poll(() => clock.pending).toBe(1);
  await counting.stop();
  expect(slices()).toBe(2);
});
