/** The order of a list and what it leaves out, over the rows that are loaded. */
import type { InteractionLine, Json } from '@intray/core';
import { locale } from '../../language/locale.ts';
import { senderOf, subjectOf } from './subject.ts';

export interface Sorting {
  /** Id of a column. */
  readonly by: string;
  readonly down: boolean;
}

export interface Chips {
  readonly mediaTypes: readonly string[];
  readonly overdue: boolean;
}

export const NO_CHIPS: Chips = { mediaTypes: [], overdue: false };

/** The next press on a heading: up, down, and back to the list's own order. */
export function pressed(sorting: Sorting | undefined, by: string): Sorting | undefined {
  if (sorting?.by !== by) return { by, down: false };
  return sorting.down ? undefined : { by, down: true };
}

/** What a column is sorted by; nothing where there is nothing. */
export function valueIn(line: InteractionLine, column: string): Json | undefined {
  switch (column) {
    case 'media':
      return line.mediaType;
    case 'subject':
      return subjectOf(line);
    case 'from':
      return senderOf(line);
    case 'state':
      return line.state;
    case 'priority':
      return line.priority;
    case 'due':
      return line.dueAt;
    case 'age':
      return line.placedAt;
    case 'ended':
      return line.completedAt;
    case 'outcome':
      return line.disposition;
    case 'received':
      return line.receivedAt;
    case 'submitted':
      return line.submittedAt;
    case 'owner':
      return line.workbin?.owner.id;
    case 'processed':
      return line.assignedTo;
    default:
      return line.data[column];
  }
}

function compared(a: Json | undefined, b: Json | undefined, collator: Intl.Collator): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return collator.compare(String(a), String(b));
}

/** Rows without a value stand last, whichever way round; equal rows stay as they were. */
export function sorted(
  rows: readonly InteractionLine[],
  sorting: Sorting | undefined,
): readonly InteractionLine[] {
  if (sorting === undefined) return rows;
  const { by, down } = sorting;
  const collator = new Intl.Collator(locale(), { numeric: true });
  const blank = (value: Json | undefined) => value === undefined || value === null || value === '';
  return rows.toSorted((one, other) => {
    const [a, b] = [valueIn(one, by), valueIn(other, by)];
    if (blank(a) || blank(b)) return Number(blank(a)) - Number(blank(b));
    return down ? compared(b, a, collator) : compared(a, b, collator);
  });
}

/** Rows with all that was typed in their subject, sender, id or shown data, of the chosen media, overdue or not. */
export function filtered(
  rows: readonly InteractionLine[],
  text: string,
  { mediaTypes, overdue }: Chips,
  now: number,
): readonly InteractionLine[] {
  const terms = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (terms.length === 0 && mediaTypes.length === 0 && !overdue) return rows;
  return rows.filter((line) => {
    if (mediaTypes.length > 0 && !mediaTypes.includes(line.mediaType)) return false;
    if (overdue && (line.dueAt === undefined || line.dueAt >= now)) return false;
    const said = [subjectOf(line), senderOf(line), line.id, line.externalId, ...Object.values(line.data)];
    const told = said.join(' ').toLowerCase();
    return terms.every((term) => told.includes(term));
  });
}
