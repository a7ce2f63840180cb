/**
 * Decision tables as CSV, for people who keep them in spreadsheets. The first line names the columns: `when <field>
 * <operator>` and `do <action>`, with the attached key after it where there is one (`when data is Complaint Type`).
 * Several values in a cell are parted by `|`. An empty cell asks or does nothing.
 */
import { FAULT_TEXTS, faultText } from '../config/fault-texts.ts';
import { issueInWords } from '../config/issue-in-words.ts';
import { nearest } from '../nearest.ts';
import { ACTIONS, type Deed, deedFault, givenTo } from './actions.ts';
import { FIELDS, OPERATORS, type Question, questionFault, wantedBy } from './conditions.ts';
import { csvRecords, csvText } from './csv-text.ts';
import type { Cell, DecisionTable } from './decision-table.ts';

/** What is wrong with a cell, and where: both count from 1, the first row is that of the names. */
export interface CsvFault {
  readonly row: number;
  readonly column: number;
  readonly message: string;
}

export type ReadTable =
  | { readonly ok: true; readonly table: DecisionTable }
  | { readonly ok: false; readonly faults: readonly CsvFault[] };

export function tableToCsv({ when: questions, do: deeds, rows }: DecisionTable): string {
  return csvText([
    [...questions.map(columnName), ...deeds.map(columnName)],
    ...rows.map((row) => [
      ...row.when.map((cell) => written(cell, false)),
      ...row.do.map((cell, index) => written(cell, deeds[index]?.action === 'attach')),
    ]),
  ]);
}

/** As the first line of a table names it. */
export function columnName(column: Question | Deed): string {
  const words = 'action' in column ? `do ${column.action}` : `when ${column.field} ${column.op}`;
  return column.key === undefined ? words : `${words} ${column.key}`;
}

/** @param hit the one thing that a spreadsheet does not say */
export function tableFromCsv(text: string, hit: DecisionTable['hit']): ReadTable {
  const read = csvRecords(text);
  if (!read.ok) return { ok: false, faults: [{ row: read.record, column: 1, message: read.message }] };
  const [head = [], ...body] = read.records;
  const faults: CsvFault[] = [];
  const columns = head.map((name, index) => {
    const column = columnNamed(name);
    if (typeof column !== 'string') return column;
    faults.push({ row: 1, column: index + 1, message: column });
    return undefined;
  });
  if (!columns.some((column) => column === undefined || 'action' in column))
    faults.push({
      row: 1,
      column: 1,
      message: FAULT_TEXTS.csv_no_deed,
    });
  const rows = body.map((fields, index) => {
    const row = index + 2;
    if (fields.length !== head.length)
      faults.push({
        row,
        column: Math.min(fields.length, head.length) + 1,
        message: faultText('cells', { count: fields.length, columns: head.length }),
      });
    const cells = columns.map((column, at): Cell => {
      const cell = fields[at] ?? '';
      if (column === undefined || cell === '') return null;
      const value = cellFor(column, cell);
      const issue = ('action' in column ? givenTo(column) : wantedBy(column)).safeParse(value).error
        ?.issues[0];
      if (issue !== undefined)
        faults.push({ row, column: at + 1, message: `"${cell.slice(0, 60)}": ${issueInWords(issue)}` });
      return value;
    });
    return {
      when: cells.filter((_, at) => isQuestion(columns[at])),
      do: cells.filter((_, at) => !isQuestion(columns[at])),
    };
  });
  if (faults.length > 0) return { ok: false, faults };
  const sound = columns.filter((column) => column !== undefined);
  return {
    ok: true,
    table: {
      hit,
      when: sound.filter(isQuestion),
      do: sound.filter((column): column is Deed => 'action' in column),
      rows,
    },
  };
}

/** A cell of a table as people write it, in a spreadsheet or in a grid. */
export const cellText = (column: Question | Deed, cell: Cell): string =>
  written(cell, 'action' in column && column.action === 'attach');

/**
 * What was typed into a cell. What makes no sense in its column is kept as it was typed: the schema of the table says
 * what is wrong with it.
 */
export const cellFromText = (column: Question | Deed, typed: string): Cell =>
  typed === '' ? null : cellFor(column, typed);

const isQuestion = (column: Question | Deed | undefined): column is Question =>
  column !== undefined && 'field' in column;

function noSuch(what: string, name: string, known: readonly string[]): string {
  const meant = nearest(name, known);
  return meant === undefined
    ? faultText('csv_word', { what, name })
    : faultText('csv_word_meant', { what, name, meant });
}

/** The column of that name, or in words why there is none. */
function columnNamed(name: string): Question | Deed | string {
  const [, kind, word = '', rest = ''] = /^(when|do) (\S+)(?: (.*))?$/s.exec(name) ?? [];
  if (kind === undefined) return faultText('csv_column', { name: name.slice(0, 60) });
  if (kind === 'do') {
    const action = ACTIONS.find((one) => one === word);
    if (action === undefined) return noSuch('action', word, ACTIONS);
    const deed = { action, ...(rest === '' ? {} : { key: rest }) };
    return (deedFault(deed, 'classification') && deedFault(deed, 'prioritisation')) ?? deed;
  }
  const field = FIELDS.find((one) => one === word);
  if (field === undefined) return noSuch('field', word, FIELDS);
  const [, operator = '', key] = /^(\S+)(?: (.+))?$/s.exec(rest) ?? [];
  const op = OPERATORS.find((one) => one === operator);
  if (op === undefined) return noSuch('operator', operator, OPERATORS);
  const question = { field, op, ...(key === undefined ? {} : { key }) };
  return questionFault(question) ?? question;
}

const NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i;
const LISTS: ReadonlySet<string> = new Set(['is', 'isNot', 'reprioritiseTiers']);

/** What a cell says in its column; whether that may be said there is for the schema of the column. */
function cellFor(column: Question | Deed, cell: string): string | number | boolean | string[] {
  if (LISTS.has('action' in column ? column.action : column.op)) return parted(cell);
  const attached = 'action' in column && column.action === 'attach';
  // As in spreadsheets: an apostrophe in front says that what follows is text, whatever it looks like.
  if (attached && cell.startsWith("'")) return cell.slice(1);
  if ('action' in column && !attached && givenTo(column).safeParse('Text').success) return cell;
  if (NUMBER.test(cell)) return Number(cell);
  return cell === 'true' || cell === 'false' ? cell === 'true' : cell;
}

/** At each `|`; a backslash takes the meaning from what follows it. */
function parted(cell: string): string[] {
  const parts = [''];
  for (const [piece] of cell.matchAll(/\\[\s\S]|[\s\S]/g))
    if (piece === '|') parts.push('');
    else parts.push(`${parts.pop() ?? ''}${piece.length > 1 ? piece.slice(1) : piece}`);
  return parts;
}

function written(cell: Cell, attached: boolean): string {
  if (cell === null) return '';
  if (Array.isArray(cell)) return cell.map((one) => one.replace(/[\\|]/g, '\\$&')).join('|');
  if (typeof cell !== 'string' || !attached) return String(cell);
  return NUMBER.test(cell) || cell === 'true' || cell === 'false' || cell.startsWith("'") ? `'${cell}` : cell;
}
