/** The order of rows that are there: by one column, and among equals as they came. */
import type { InteractionLine } from '@intray/core';
import { senderOf, subjectOf } from '../lists/subject.ts';

export interface Sorting {
  readonly column: string;
  readonly down: boolean;
}

type Rank = string | number | undefined;

const RANKS: Readonly<Record<string, (line: InteractionLine) => Rank>> = {
  media: ({ mediaType }) => mediaType,
  subject: subjectOf,
  from: senderOf,
  state: ({ state }) => state,
  priority: ({ priority }) => priority,
  due: ({ dueAt }) => dueAt,
  age: ({ placedAt }) => placedAt,
  where: ({ queue, workbin }) => (workbin === undefined ? queue : `${workbin.type} ${workbin.owner.id}`),
  holder: ({ assignedTo }) => assignedTo,
};

/** An attached value ranks as the number or the text it is. */
const attached =
  (key: string) =>
  (line: InteractionLine): Rank => {
    const value = line.data[key];
    return typeof value === 'number' || typeof value === 'string' ? value : undefined;
  };

const NAMES = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** What has no value comes last, whichever way. */
export function sorted(
  rows: readonly InteractionLine[],
  sorting: Sorting | undefined,
): readonly InteractionLine[] {
  if (sorting === undefined) return rows;
  const rank = RANKS[sorting.column] ?? attached(sorting.column);
  const turn = sorting.down ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [left, right] = [rank(a), rank(b)];
    if (left === undefined || right === undefined)
      return Number(left === undefined) - Number(right === undefined);
    if (typeof left === 'number' && typeof right === 'number') return (left - right) * turn;
    return NAMES.compare(String(left), String(right)) * turn;
  });
}

/** A click on a header: up, then down, then as it came. */
export function turned(before: Sorting | undefined, column: string): Sorting | undefined {
  if (before?.column !== column) return { column, down: false };
  return before.down ? undefined : { column, down: true };
}
