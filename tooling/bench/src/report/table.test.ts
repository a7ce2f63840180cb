import { describe, expect, it } from 'vitest';
import type { Row } from './row.ts';
import { figure, linesIn, linesOf, renewed, tableOf } from './table.ts';

const row = (median: number, bar?: Row['bar']): Row => ({
  workload: 'lives',
  what: 'transitions a second',
  intray: '30,000',
  against: 'one commit a transition',
  other: '10,000',
  ratio: { median, min: median - 0.5, max: median + 0.5 },
  ...(bar && { bar }),
});

describe('the table of the bench', () => {
  it('writes figures so that they can be compared at a glance', () => {
    expect([12_345, 0.4249, 3, 1_234_567].map(figure)).toEqual(['12,300', '0.425', '3', '1,230,000']);
  });

  it('says whether a ratio is what was wanted, from either side, or good enough in itself', () => {
    const lines = tableOf(
      linesOf(
        [
          row(3, { kind: 'at least', value: 1.5 }),
          row(1.4, { kind: 'at least', value: 1.5 }),
          row(2, { kind: 'at most', value: 3 }),
          row(3.1, { kind: 'at most', value: 3 }),
          { ...row(3.1, { kind: 'at most', value: 3 }), enough: { says: 'p99 < 250 ms', met: true } },
          { ...row(3.1, { kind: 'at most', value: 3 }), enough: { says: 'p99 < 250 ms', met: false } },
          row(1),
        ],
        '2026-11-27',
      ),
    ).split('\n');
    expect(lines.slice(2).map((line) => line.split('|').at(-3)?.trim())).toEqual([
      '≥ 1.5 ✓',
      '≥ 1.5 ✗',
      '≤ 3 ✓',
      '≤ 3 ✗',
      '≤ 3 or p99 < 250 ms ✓',
      '≤ 3 or p99 < 250 ms ✗',
      '–',
    ]);
    expect(lines[2]).toContain('3× (2.5–3.5)');
  });

  it('takes the lines of some workloads anew and keeps the others, with the day on which they were measured', () => {
    const before = linesOf(
      [row(2), { ...row(4), workload: 'wake' }, { ...row(6), workload: 'wake' }],
      '2026-11-01',
    );
    const read = linesIn(`${tableOf(before)}\n\nBelow.`);
    expect(read).toEqual(before);
    const after = renewed(
      read,
      linesOf(
        [
          { ...row(8), workload: 'wake' },
          { ...row(9), workload: 'decide' },
        ],
        '2026-11-27',
      ),
    );
    expect(after.map((line) => [line[0], line[5], line.at(-1)])).toEqual([
      ['lives', '2× (1.5–2.5)', '2026-11-01'],
      ['wake', '8× (7.5–8.5)', '2026-11-27'],
      ['decide', '9× (8.5–9.5)', '2026-11-27'],
    ]);
    expect(() => linesIn('| workload |\n|---|\n| lives |')).toThrow('Measure all workloads anew');
  });
});
