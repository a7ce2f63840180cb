/** A decision table as a grid of text: where the cursor goes, what typing, pasting and clearing make of it. */
import {
  type Cell,
  cellFromText,
  cellText,
  type DecisionTable,
  type Deed,
  type Question,
} from '@intray/core';

export type Column = Question | Deed;

export interface Spot {
  readonly row: number;
  readonly column: number;
}

/** A corner and the cursor, which may be the same; what lies between them is chosen. */
export interface Range {
  readonly from: Spot;
  readonly to: Spot;
}

export const columnsOf = ({ when, do: deeds }: DecisionTable): readonly Column[] => [...when, ...deeds];

export const cellsOf = (row: DecisionTable['rows'][number]): readonly Cell[] => [...row.when, ...row.do];

export const bounds = ({ from, to }: Range) => ({
  top: Math.min(from.row, to.row),
  bottom: Math.max(from.row, to.row),
  left: Math.min(from.column, to.column),
  right: Math.max(from.column, to.column),
});

const emptyRow = ({ when, do: deeds }: DecisionTable): DecisionTable['rows'][number] => ({
  when: when.map(() => null),
  do: deeds.map(() => null),
});

/** Puts texts in, from a cell on; rows are added where they are needed, columns never. */
export function written(
  table: DecisionTable,
  at: Spot,
  texts: readonly (readonly string[])[],
): DecisionTable {
  const columns = columnsOf(table);
  const rows = [...table.rows];
  for (const [down, line] of texts.entries()) {
    while (rows.length <= at.row + down) rows.push(emptyRow(table));
    const cells = [...cellsOf(rows[at.row + down] ?? emptyRow(table))];
    for (const [right, text] of line.entries()) {
      const column = columns[at.column + right];
      if (column !== undefined) cells[at.column + right] = cellFromText(column, text);
    }
    rows[at.row + down] = { when: cells.slice(0, table.when.length), do: cells.slice(table.when.length) };
  }
  return { ...table, rows };
}

/** The texts of a range, row by row. */
export function textsIn(table: DecisionTable, range: Range): readonly (readonly string[])[] {
  const { top, bottom, left, right } = bounds(range);
  const columns = columnsOf(table).slice(left, right + 1);
  return table.rows
    .slice(top, bottom + 1)
    .map((row) => columns.map((column, n) => cellText(column, cellsOf(row)[left + n] ?? null)));
}

export const cleared = (table: DecisionTable, range: Range): DecisionTable => {
  const { top, left } = bounds(range);
  return written(
    table,
    { row: top, column: left },
    textsIn(table, range).map((line) => line.map(() => '')),
  );
};

export const rowAdded = (table: DecisionTable, at: number): DecisionTable => ({
  ...table,
  rows: [...table.rows.slice(0, at), emptyRow(table), ...table.rows.slice(at)],
});

export const rowsRemoved = (table: DecisionTable, range: Range): DecisionTable => {
  const { top, bottom } = bounds(range);
  return { ...table, rows: table.rows.filter((_, at) => at < top || at > bottom) };
};

export function rowMoved(table: DecisionTable, row: number, by: 1 | -1): DecisionTable {
  const [one, other] = [table.rows[row], table.rows[row + by]];
  if (one === undefined || other === undefined) return table;
  return {
    ...table,
    rows: table.rows.map((each, at) => (at === row ? other : at === row + by ? one : each)),
  };
}

export function columnAdded(table: DecisionTable, column: Column): DecisionTable {
  const asks = 'field' in column;
  return {
    ...table,
    when: asks ? [...table.when, column] : table.when,
    do: asks ? table.do : [...table.do, column],
    rows: table.rows.map((row) =>
      asks ? { ...row, when: [...row.when, null] } : { ...row, do: [...row.do, null] },
    ),
  };
}

export function columnRemoved(table: DecisionTable, column: number): DecisionTable {
  const asks = table.when.length;
  const without = <T>(list: readonly T[], at: number): T[] => list.filter((_, each) => each !== at);
  return column < asks
    ? {
        ...table,
        when: without(table.when, column),
        rows: table.rows.map((row) => ({ ...row, when: without(row.when, column) })),
      }
    : {
        ...table,
        do: without(table.do, column - asks),
        rows: table.rows.map((row) => ({ ...row, do: without(row.do, column - asks) })),
      };
}

/** Where the cursor goes; `undefined` where it would leave the grid. */
export function stepFrom(
  at: Spot,
  by: { readonly rows: number; readonly columns: number },
  table: DecisionTable,
): Spot {
  const clamp = (n: number, most: number) => Math.max(0, Math.min(most, n));
  return {
    row: clamp(at.row + by.rows, table.rows.length - 1),
    column: clamp(at.column + by.columns, columnsOf(table).length - 1),
  };
}

/** The next or the one before, over the ends of rows; `undefined` at either end of the table, where the key leaves it. */
export function tabbed(at: Spot, by: 1 | -1, table: DecisionTable): Spot | undefined {
  const width = columnsOf(table).length;
  const n = at.row * width + at.column + by;
  return n < 0 || n >= table.rows.length * width
    ? undefined
    : { row: Math.floor(n / width), column: n % width };
}

/** Cells as a spreadsheet puts them on the clipboard: tabs between them, quotes around those with a tab or a line end. */
export const toTsv = (texts: readonly (readonly string[])[]): string =>
  texts.map((line) => line.map(quotedCell).join('\t')).join('\n');

const quotedCell = (text: string): string =>
  /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

export function fromTsv(text: string): readonly (readonly string[])[] {
  const lines: string[][] = [[]];
  for (const [, inQuotes, plain = '', end] of text
    .replace(/(\r\n|\n|\r)$/, '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/g)) {
    lines.at(-1)?.push(inQuotes === undefined ? plain : inQuotes.replaceAll('""', '"'));
    if (end === '') break;
    if (end !== '\t') lines.push([]);
  }
  return lines;
}
