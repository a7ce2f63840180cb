/** A decision table: a column for each question and each action, a row for each case. An empty cell asks or does nothing. */

import { z } from 'zod';
import { faultText } from '../config/fault-texts.ts';
import { issueInWords } from '../config/issue-in-words.ts';
import { type Action, type Deed, deedFault, deedShape, givenTo } from './actions.ts';
import { type Condition, type Question, questionFault, questionShape, wantedBy } from './conditions.ts';

const Cell = z.union([z.null(), z.string(), z.number(), z.boolean(), z.array(z.string())]);
export type Cell = z.infer<typeof Cell>;

const Row = z.object({
  when: z.array(Cell).max(100),
  do: z.array(Cell).max(100),
});

export const DecisionTable = z
  .object({
    /** `first`: the first row that fits counts. `all`: every one does, from above. */
    hit: z.enum(['first', 'all']),
    when: z.array(z.object(questionShape).strict()).max(100),
    do: z.array(z.object(deedShape).strict()).min(1).max(100),
    rows: z.array(Row.strict()).max(10_000),
  })
  .strict()
  .superRefine((table, context) => {
    for (const { path, message } of tableFaults(table))
      context.addIssue({ code: 'custom', path: [...path], message });
  });
export type DecisionTable = Readonly<z.infer<typeof DecisionTable>>;

interface TableFault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

function tableFaults(table: z.infer<typeof DecisionTable>): readonly TableFault[] {
  const found: TableFault[] = [];
  for (const [index, question] of table.when.entries()) {
    const fault = questionFault(question);
    if (fault !== undefined) found.push({ path: ['when', index], message: fault });
  }
  for (const [index, deed] of table.do.entries()) {
    const fault = deedFault(deed, 'classification') && deedFault(deed, 'prioritisation');
    if (fault !== undefined) found.push({ path: ['do', index], message: fault });
  }
  for (const [row, cells] of table.rows.entries()) {
    found.push(...cellFaults(['rows', row, 'when'], cells.when, table.when.map(wantedBy)));
    found.push(...cellFaults(['rows', row, 'do'], cells.do, table.do.map(givenTo)));
  }
  return found;
}

function cellFaults(
  path: readonly (string | number)[],
  cells: readonly Cell[],
  schemas: readonly z.ZodType[],
): readonly TableFault[] {
  if (cells.length !== schemas.length)
    return [{ path, message: faultText('cells', { count: cells.length, columns: schemas.length }) }];
  return cells.flatMap((cell, column) => {
    const issue = cell === null ? undefined : schemas[column]?.safeParse(cell).error?.issues[0];
    return issue === undefined ? [] : [{ path: [...path, column], message: issueInWords(issue) }];
  });
}

/** One case, as a rule that stands alone would be written. */
export interface Case {
  readonly when: readonly Condition[];
  readonly do: readonly Action[];
}

/** The rows as cases, from above. */
export const casesOf = (table: DecisionTable): readonly Case[] =>
  table.rows.map((row) => ({
    when: filled(table.when, row.when) as readonly (Question & { value: Condition['value'] })[],
    do: filled(table.do, row.do) as readonly (Deed & { value: Action['value'] })[],
  }));

const filled = <C>(columns: readonly C[], cells: readonly Cell[]) =>
  columns.flatMap((column, index) => {
    const value = cells[index] ?? null;
    return value === null ? [] : [{ ...column, value }];
  });
