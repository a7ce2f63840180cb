import type { DecisionTable } from '@intray/core';
import { describe, expect, it } from 'vitest';
import {
  cellsOf,
  cleared,
  columnAdded,
  columnRemoved,
  fromTsv,
  rowMoved,
  rowsRemoved,
  stepFrom,
  tabbed,
  textsIn,
  toTsv,
  written,
} from './grid.ts';
import { groupsOf, moved, stepped } from './order.ts';

const table: DecisionTable = {
  hit: 'first',
  when: [{ field: 'data', key: 'Kind', op: 'is' }],
  do: [{ action: 'setPriority' }],
  rows: [
    { when: [['Noise', 'Graffiti']], do: [80] },
    { when: [null], do: [10] },
  ],
};
const all = { from: { row: 0, column: 0 }, to: { row: 1, column: 1 } };

describe('a decision table as a grid', () => {
  it('[T27] takes what a spreadsheet puts on the clipboard, adds rows for it, and gives it back alike', () => {
    const pasted = written(table, { row: 1, column: 0 }, fromTsv('Light\t20\r\n"a|b"\thigh\textra\r\n'));
    expect(pasted.rows.slice(1)).toEqual([
      { when: [['Light']], do: [20] },
      { when: [['a', 'b']], do: ['high'] },
    ]);
    expect(toTsv(textsIn(table, all))).toBe('Noise|Graffiti\t80\n\t10');
    expect(fromTsv('"two\nlines"\t"a ""word"""')).toEqual([['two\nlines', 'a "word"']]);
  });

  it('[T27] clears, moves and takes out rows and columns', () => {
    expect(cleared(table, all).rows.flatMap(cellsOf)).toEqual([null, null, null, null]);
    expect(rowMoved(table, 0, 1).rows[1]).toEqual(table.rows[0]);
    expect(rowMoved(table, 1, 1)).toBe(table);
    expect(rowsRemoved(table, { from: { row: 0, column: 0 }, to: { row: 0, column: 1 } }).rows).toEqual([
      table.rows[1],
    ]);
    const wider = columnAdded(table, { field: 'channel', op: 'is' });
    expect(wider.rows[0]).toEqual({ when: [['Noise', 'Graffiti'], null], do: [80] });
    expect(columnRemoved(wider, 1)).toEqual(table);
    expect(columnRemoved(wider, 2).do).toEqual([]);
  });

  it('[T27] the cursor stays inside with the arrows, and leaves it with Tab at the ends', () => {
    expect(stepFrom({ row: 0, column: 0 }, { rows: -1, columns: 5 }, table)).toEqual({ row: 0, column: 1 });
    expect(tabbed({ row: 0, column: 1 }, 1, table)).toEqual({ row: 1, column: 0 });
    expect(tabbed({ row: 1, column: 1 }, 1, table)).toBeUndefined();
    expect(tabbed({ row: 0, column: 0 }, -1, table)).toBeUndefined();
  });
});

it('rules are moved within their level only', () => {
  const rule = (id: string, process?: string) => ({
    ...{ id, name: id, phase: 'prioritisation' as const, do: [{ action: 'setPriority' as const, value: 1 }] },
    ...(process === undefined ? {} : { for: { process } }),
  });
  const rules = [rule('a'), rule('x', 'Noise'), rule('b'), rule('c')];
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).join('');
  expect(groupsOf(rules).map((group) => `${group.of}:${ids(group.rules)}`)).toEqual([':abc', 'Noise:x']);
  expect(ids(moved(rules, 'c', 'a'))).toBe('caxb');
  expect(ids(moved(rules, 'a', 'c'))).toBe('xbca');
  expect(ids(moved(rules, 'a', 'x'))).toBe('axbc');
  expect(ids(stepped(rules, 'a', 1))).toBe('xbac');
  expect(ids(stepped(rules, 'a', -1))).toBe('axbc');
});
