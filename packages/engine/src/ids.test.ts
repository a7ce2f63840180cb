import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeOrderedIds } from './ids.ts';

const NOON = Date.UTC(2026, 10, 27, 12);

describe('ids of interactions', () => {
  it('are sixteen capital letters and digits, none twice, each after the one before, whatever the clock does [R133] [I31]', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5_000, max: 5_000 }), { maxLength: 200 }), (steps) => {
        let now = NOON;
        const ids = timeOrderedIds(() => now);
        const given = steps.map((step) => {
          now += step;
          return ids.interactionId();
        });
        expect(given.every((id) => /^[0-9A-Z]{16}$/.test(id))).toBe(true);
        expect(given).toEqual([...new Set(given)].sort());
      }),
    );
  });

  it('do not run out within a moment [I31]', () => {
    const ids = timeOrderedIds(() => NOON);
    const given = Array.from({ length: 100_000 }, () => ids.interactionId());
    expect(new Set(given).size).toBe(given.length);
    expect(given).toEqual(given.toSorted());
  });

  it('differ between two processes that count alike [I31]', () => {
    const [one, two] = [timeOrderedIds(() => NOON, 7), timeOrderedIds(() => NOON, 8)];
    expect(one.interactionId()).not.toBe(two.interactionId());
  });
});
