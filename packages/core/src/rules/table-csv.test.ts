import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import '../testing/seed.ts';
import type { Action } from './actions.ts';
import type { Condition } from './conditions.ts';
import { csvRecords, csvText } from './csv-text.ts';
import { type Cell, DecisionTable } from './decision-table.ts';
import { tableFromCsv, tableToCsv } from './table-csv.ts';

const word = fc
  .string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...'aB5 |\\",\'\n\r;é€-.'.split('')) })
  .filter((text) => text.length > 0);
const duration = fc
  .tuple(fc.constantFrom('', '-'), fc.nat(999), fc.constantFrom('s', 'm', 'h', 'd', 'w'))
  .map((parts) => parts.join(''));
const ahead = duration.map((text) => text.replace('-', ''));
const figure = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })).map((n) => n + 0);
const nullable = (cell: fc.Arbitrary<unknown>) => fc.option(cell, { freq: 4 });

/** Columns with what their cells may hold. */
const questions: fc.Arbitrary<[Omit<Condition, 'value'>, fc.Arbitrary<unknown>]> = fc.oneof(
  fc.tuple(
    fc.record({ field: fc.constantFrom('channel', 'process'), op: fc.constantFrom('is', 'isNot') }),
    fc.constant(fc.array(word, { minLength: 1, maxLength: 4 })),
  ),
  fc.tuple(
    fc.record({ field: fc.constant('data'), key: word, op: fc.constant('is') }),
    fc.constant(fc.array(word, { minLength: 1, maxLength: 4 })),
  ),
  fc.tuple(
    fc.record({ field: fc.constant('data'), key: word, op: fc.constantFrom('from', 'to') }),
    fc.constant(figure),
  ),
  fc.tuple(
    fc.record({ field: fc.constantFrom('dueIn', 'age'), op: fc.constantFrom('from', 'to') }),
    fc.constant(duration),
  ),
  fc.tuple(
    fc.record({ field: fc.constant('externalId'), op: fc.constant('present') }),
    fc.constant(fc.boolean()),
  ),
) as never;
const deeds: fc.Arbitrary<[Omit<Action, 'value'>, fc.Arbitrary<unknown>]> = fc.oneof(
  fc.tuple(
    fc.record({ action: fc.constantFrom('setProcess', 'setQueue') }),
    fc.constant(fc.constantFrom('A', '5', 'true', 'A "B", C|D', "'x")),
  ),
  fc.tuple(
    fc.record({ action: fc.constant('setPriority') }),
    fc.constant(fc.integer({ min: -1_000_000, max: 1_000_000 })),
  ),
  fc.tuple(fc.record({ action: fc.constant('reprioritiseAfter') }), fc.constant(ahead)),
  fc.tuple(
    fc.record({ action: fc.constantFrom('dueInWorking', 'dueAfterWorking') }),
    fc.constant(fc.constantFrom('8h Office', '1d A "B", C|D', '0m 5')),
  ),
  fc.tuple(
    fc.record({ action: fc.constant('reprioritiseTiers') }),
    fc.constant(fc.array(duration, { minLength: 1, maxLength: 4 })),
  ),
  fc.tuple(
    fc.record({ action: fc.constant('attach'), key: word }),
    fc.constant(fc.oneof(word, figure, fc.boolean(), fc.constantFrom('5', '1e3', 'true', "'5"))),
  ),
) as never;

const tables = fc
  .tuple(
    fc.constantFrom('first', 'all'),
    fc.array(questions, { maxLength: 4 }),
    fc.array(deeds, { minLength: 1, maxLength: 4 }),
  )
  .chain(([hit, when, actions]) =>
    fc
      .array(
        fc.record({
          when: fc.tuple(...when.map(([, cell]) => nullable(cell))),
          do: fc.tuple(...actions.map(([, cell]) => nullable(cell))),
        }),
        { maxLength: 6 },
      )
      .map((rows) => ({
        hit,
        when: when.map(([column]) => column),
        do: actions.map(([column]) => column),
        rows,
      })),
  )
  .map((table) => DecisionTable.parse(table));

test('[T9] a table that goes out as CSV comes in again as the same table', () => {
  fc.assert(
    fc.property(tables, (table) => {
      expect(tableFromCsv(tableToCsv(table), table.hit)).toEqual({ ok: true, table });
    }),
    { numRuns: 1_000 },
  );
});

test('[T9] so does any text in fields, whichever line ends a spreadsheet writes', () => {
  const records = fc.array(
    fc.array(fc.string({ maxLength: 8, unit: fc.constantFrom(...'ab",\n\r '.split('')) }), {
      minLength: 1,
      maxLength: 4,
    }),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(records, (all) => {
      expect(csvRecords(csvText(all))).toEqual({ ok: true, records: all });
    }),
    { numRuns: 1_000 },
  );
  expect(csvRecords('\uFEFFa,b\r\n\r\n"c\r\nd",""\r\n')).toEqual({
    ok: true,
    records: [
      ['a', 'b'],
      ['c\r\nd', ''],
    ],
  });
});

describe('[T9] what makes no sense is refused with its row and column, and nothing is taken', () => {
  test.each([
    ['a column of no kind', 'Type,do setPriority\nA,1\n', [1, 1, '"Type" is no column']],
    ['a mistyped field', 'when chanel is,do setPriority\nA,1\n', [1, 1, 'Did you mean "channel"?']],
    ['a mistyped operator', 'when channel iss,do setPriority\nA,1\n', [1, 1, 'Did you mean "is"?']],
    ['a mistyped action', 'when channel is,do setPriorty\nA,1\n', [1, 2, 'Did you mean "setPriority"?']],
    ['data without a key', 'when data is,do setPriority\nA,1\n', [1, 1, 'names no key']],
    ['nothing to do', 'when channel is\nA\n', [1, 1, 'no column begins with "do"']],
    ['a word for a figure', 'when channel is,do setPriority\nA,1\nB,high\n', [3, 2, '"high"']],
    ['half a priority', 'when channel is,do setPriority\nA,1.5\n', [2, 2, '"1.5"']],
    ['no length of time', 'when dueIn to,do setPriority\nsoon,1\n', [2, 1, 'must be a length of time']],
    ['a value that is empty', 'when channel is,do setPriority\nA||B,1\n', [2, 1, '"A||B"']],
    ['a cell too many', 'when channel is,do setPriority\nA,1,2\n', [2, 3, 'has 3 cells where there are 2']],
    ['a quote that is not closed', 'when channel is,do setPriority\n"A,1\n', [2, 1, 'a quote']],
    ['nothing at all', '', [1, 1, 'no column begins with "do"']],
  ] as [string, string, [number, number, string]][])('%s', (_, text, [row, column, said]) => {
    const read = tableFromCsv(text, 'first');
    expect(read).toMatchObject({
      ok: false,
      faults: [{ row, column, message: expect.stringContaining(said) }],
    });
  });

  test('every fault is told at once', () => {
    const read = tableFromCsv('when channel is,do setPriority\nA,x\nB,y\n', 'first');
    expect(read.ok ? [] : read.faults.map(({ row, column }) => [row, column])).toEqual([
      [2, 2],
      [3, 2],
    ]);
  });
});

const cells: readonly Cell[] = [null];
test('[T8] an empty cell is written as nothing', () => {
  expect(
    tableToCsv({
      hit: 'first',
      when: [],
      do: [{ action: 'setPriority' }],
      rows: [{ when: [], do: [...cells] }],
    }),
  ).toBe('do setPriority\n""\n');
});
