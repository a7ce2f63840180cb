/** Lists of interactions, page by page, in the orders and with the cursors of `read-lines.ts`. */
import {
  asLine,
  type ContactFilter,
  type FinishedFilter,
  type Interaction,
  type InteractionEvent,
  type InteractionLine,
  isFinal,
  matches,
  type Page,
  type PageRequest,
  sameWorkbin,
  type WorkbinRef,
  wordsOf,
} from '@intray/core';
import { type Key, keyCursor, keyIn } from '../cursors.ts';
import type { Waiting, WaitingPlace } from '../store.ts';
import type { KeptInteraction, MemoryDatabase } from './database.ts';

type Kinds = readonly ('string' | 'number')[];

function compared(a: Key, b: Key): number {
  for (const [index, value] of a.entries()) {
    const other = b[index] as string | number;
    if (value !== other) return value < other ? -1 : 1;
  }
  return 0;
}

interface List<T> {
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => Key;
  readonly kinds: Kinds;
  readonly downwards: boolean;
}

function paged<T>({ rows, keyOf, kinds, downwards }: List<T>, { after, limit }: PageRequest): Page<T> {
  const from = keyIn(after, kinds);
  const turn = downwards ? -1 : 1;
  const found = rows
    .filter((row) => from === undefined || compared(keyOf(row), from) * turn > 0)
    .sort((a, b) => compared(keyOf(a), keyOf(b)) * turn);
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, ...(found.length > limit && last !== undefined ? { next: keyCursor(keyOf(last)) } : {}) };
}

/** As a line with some of its attached keys. */
export const lineOf = ({ row }: KeptInteraction, keys: readonly string[]): InteractionLine =>
  asLine(row, keys);

function lines(list: List<KeptInteraction>, page: PageRequest): Page<InteractionLine> {
  const { items, ...rest } = paged(list, page);
  return { items: items.map((kept) => lineOf(kept, page.keys)), ...rest };
}

export function workbinLines(
  database: MemoryDatabase,
  workbin: WorkbinRef,
  page: PageRequest,
): Page<InteractionLine> {
  const rows = [...database.open.values()].filter(({ row }) => sameWorkbin(row.workbin, workbin));
  const keyOf = ({ row }: KeptInteraction): Key => [row.placedAt, row.id];
  return lines({ rows, keyOf, kinds: ['number', 'string'], downwards: page.order === 'newest' }, page);
}

export function queueLines(
  database: MemoryDatabase,
  queue: string,
  page: PageRequest,
): Page<InteractionLine> {
  const downwards = page.order === 'newest';
  const rows = [...database.open.values()].filter((kept) => kept.waitingIn === queue);
  const keyOf = ({ row: { priority }, sequence }: KeptInteraction): Key => [
    downwards ? priority : 0 - priority,
    sequence,
  ];
  return lines({ rows, keyOf, kinds: ['number', 'number'], downwards }, page);
}

export function finishedLines(
  database: MemoryDatabase,
  agentId: string,
  page: PageRequest,
  { mediaType, since = 0, until = Number.MAX_SAFE_INTEGER }: FinishedFilter = {},
): Page<InteractionLine> {
  const rows = [...database.interactions.values()].filter(
    ({ row }) =>
      row.assignedTo === agentId &&
      isFinal(row.state) &&
      (mediaType === undefined || row.mediaType === mediaType) &&
      (row.completedAt ?? 0) >= since &&
      (row.completedAt ?? 0) < until,
  );
  const keyOf = ({ row }: KeptInteraction): Key => [row.completedAt ?? 0, row.id];
  return lines({ rows, keyOf, kinds: ['number', 'string'], downwards: true }, page);
}

export function ofContact(
  database: MemoryDatabase,
  contactId: string,
  page: PageRequest,
  { mediaType, unfinished }: ContactFilter,
): Page<Interaction> {
  const rows = [...database.interactions.values()].filter(
    ({ row }) =>
      row.contactId === contactId &&
      (mediaType === undefined || row.mediaType === mediaType) &&
      !(unfinished && isFinal(row.state)),
  );
  const keyOf = ({ row }: KeptInteraction): Key => [row.placedAt, row.id];
  const { items, ...rest } = paged({ rows, keyOf, kinds: ['number', 'string'], downwards: true }, page);
  return { items: items.map(({ row }) => row), ...rest };
}

/** Looked for in the work itself: nothing is kept to be behind. */
export const found = (
  database: MemoryDatabase,
  terms: readonly string[],
  limit: number,
): readonly Interaction[] =>
  terms.length === 0
    ? []
    : [...database.interactions.values()]
        .map(({ row }) => row)
        .filter((row) => matches(wordsOf(row), terms))
        .sort((a, b) => b.placedAt - a.placedAt || (a.id < b.id ? 1 : -1))
        .slice(0, limit);

export function historyOf(database: MemoryDatabase, id: string, page: PageRequest): Page<InteractionEvent> {
  const rows = (database.histories.get(`i:${id}`) ?? []) as readonly InteractionEvent[];
  const keyOf = ({ version }: InteractionEvent): Key => [version];
  return paged({ rows, keyOf, kinds: ['number'], downwards: page.order === 'newest' }, page);
}

/** What may be offered out of a queue, best first, after a place. */
export function waitingIn(
  database: MemoryDatabase,
  queue: string,
  limit: number,
  after: WaitingPlace | undefined,
): readonly Waiting[] {
  const placeOf = (place: WaitingPlace): Key => [0 - place.priority, place.sequence];
  return [...database.open.values()]
    .filter((kept) => kept.waitingIn === queue && kept.row.state === 'Queued')
    .map(({ row, sequence }): Waiting => {
      const { id, version, mediaType, priority, placedAt, exclusions, preferredAgent, requested } = row;
      return {
        ...{ id, version, mediaType, priority, queue, sequence, placedAt, exclusions },
        ...(preferredAgent === undefined ? {} : { preferredAgent }),
        ...(requested === undefined ? {} : { requested }),
      };
    })
    .filter((one) => after === undefined || compared(placeOf(one), placeOf(after)) > 0)
    .sort((a, b) => compared(placeOf(a), placeOf(b)))
    .slice(0, limit);
}
