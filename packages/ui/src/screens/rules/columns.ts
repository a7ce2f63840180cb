/** What may be asked and done, as it is chosen from lists; what fits is core's to say. */
import {
  ACTIONS,
  type ActionName,
  type Deed,
  deedFault,
  FIELDS,
  OPERATORS,
  type Phase,
  type Question,
  questionFault,
} from '@intray/core';
import type { Column } from './grid.ts';
import { words } from './words.ts';

/** Operators that make sense for a field. */
export const operatorsOf = (field: Question['field']): readonly Question['op'][] =>
  OPERATORS.filter((op) => questionFault({ field, op, ...(field === 'data' && { key: 'x' }) }) === undefined);

export const actionsIn = (phase: Phase): readonly ActionName[] =>
  ACTIONS.filter(
    (action) => deedFault({ action, ...(action === 'attach' && { key: 'x' }) }, phase) === undefined,
  );

export const fieldOptions = () => FIELDS.map((value) => ({ value, label: words.fields[value] }));

export const operatorOptions = (field: Question['field']) =>
  operatorsOf(field).map((value) => ({ value, label: words.ops[value] }));

export const actionOptions = (phase: Phase) =>
  actionsIn(phase).map((value) => ({ value, label: words.actions[value] }));

/** The same question about another field: with a key only where there is one, and an operator that fits. */
export function askedOf(field: Question['field'], before: Question): Question {
  const fitting = operatorsOf(field);
  const op = fitting.includes(before.op) ? before.op : (fitting[0] ?? 'is');
  return { field, op, ...(field === 'data' && { key: before.key ?? 'Kind' }) };
}

export const doneBy = (action: ActionName, before: Deed): Deed => ({
  action,
  ...(action === 'attach' && { key: before.key ?? 'Kind' }),
});

/** A column's head in words. */
export function columnWords(column: Column): string {
  if ('action' in column) return [words.actions[column.action], column.key].filter(Boolean).join(' ');
  const what = column.field === 'data' ? (column.key ?? '') : words.fields[column.field];
  return `${what} ${words.ops[column.op]}`;
}
