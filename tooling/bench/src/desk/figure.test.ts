import { expect, it } from 'vitest';
import { tableOfFigures } from './figure.ts';

it('marks what reaches its mark and what does not', () => {
  const table = tableOfFigures([
    {
      what: 'frame, p95',
      value: 16.7,
      unit: ' ms',
      beside: 'p99 18 ms',
      wanted: { kind: 'below', value: 20 },
    },
    { what: 'score', value: 94, unit: '', beside: '', wanted: { kind: 'at least', value: 95 } },
    { what: 'ahead', value: 40, unit: ' kB', beside: '' },
  ]);
  expect(table.split('\n').slice(2)).toEqual([
    '| frame, p95 | 16.7 ms | p99 18 ms | < 20 ms ✓ |',
    '| score | 94 |  | ≥ 95 ✗ |',
    '| ahead | 40 kB |  | – |',
  ]);
});
