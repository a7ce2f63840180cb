import fc from 'fast-check';
import { expect, test } from 'vitest';
import '../../testing/seed.ts';
import { cameBefore, type Entry, Row } from './row.ts';

const entry = (sequence: number): Entry => ({
  id: `${sequence}`,
  priority: 0,
  rank: 0,
  placedAt: 0,
  sequence,
  preferred: undefined,
  excluded: [],
  gone: false,
});

type Step = { readonly kind: 'append' | 'between' | 'front' | 'anywhere'; readonly n: number };

const steps = fc.array(
  fc.record<Step>({
    kind: fc.constantFrom('append', 'between', 'front', 'anywhere'),
    n: fc.integer({ min: 1, max: 700 }),
  }),
  { maxLength: 30 },
);

test('[Q1] a row of many blocks stands in the order of a sorted list, whatever comes between and goes', () => {
  fc.assert(
    fc.property(steps, (story) => {
      const row = new Row();
      let sorted: Entry[] = [];
      let next = 0;
      const come = (sequence: number) => {
        if (sorted.some((one) => one.sequence === sequence)) return;
        const one = entry(sequence);
        row.add(one);
        sorted.push(one);
        sorted.sort((a, b) => (cameBefore(a, b) ? -1 : 1));
      };
      const go = (one: Entry | undefined) => {
        if (one === undefined) return;
        row.remove(one);
        sorted = sorted.filter((other) => other !== one);
      };
      for (const { kind, n } of story) {
        if (kind === 'append')
          for (let i = 0; i < n; i += 1) {
            next += 1;
            const one = entry(next);
            row.add(one);
            sorted.push(one);
          }
        // A fraction stands between two that came one after the other.
        if (kind === 'between')
          for (let i = 0; i < n % 50; i += 1) come((next * i) / 50 + i / 1_000 + 1 / (n + 7));
        if (kind === 'front') for (let i = 0; i < n; i += 1) go(sorted[0]);
        if (kind === 'anywhere')
          for (let i = 0; i < n % 50; i += 1) go(sorted[(i * n) % (sorted.length + 1)]);
        expect(row.first).toBe(sorted[0]);
      }
      while (sorted.length > 0) {
        expect(row.first).toBe(sorted[0]);
        go(sorted[0]);
      }
      expect(row.first).toBeUndefined();
    }),
    { numRuns: 60 },
  );
});
