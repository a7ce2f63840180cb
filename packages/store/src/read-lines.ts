/**
 * Lists of interactions: in a tray, in a queue, finished by somebody. A page begins after the key of the last line of
 * the page before, never after a number of lines: a page deep down costs what the first one costs, and work that comes
 * or goes meanwhile neither repeats nor hides a line. Each order is exactly the order of one index.
 */
import type {
  ContactFilter,
  FinishedFilter,
  Interaction,
  InteractionLine,
  Page,
  PageRequest,
  WorkbinRef,
} from '@intray/core';
import { type Key, keyCursor, keyIn } from './cursors.ts';
import type { Queryable } from './database/database.ts';
import { fromKeptJson, keptText } from './kept-json.ts';
import { INTERACTION_COLUMNS, type InteractionRow, interactionOf, LINE_COLUMNS, lineOf } from './rows.ts';

/** One list in one direction. */
interface List {
  /** Names the prepared statement. */
  readonly name: string;
  /** Which lines; its parameters are $3, $4 … (as many as there are `values`). */
  readonly where: string;
  readonly values: readonly unknown[];
  /** The order's columns, all in one direction, with the type of each. */
  readonly order: readonly { readonly by: string; readonly type: 'bigint' | 'text' }[];
  readonly downwards: boolean;
}

type LineRow = InteractionRow & { readonly key: Key };

const readLines = (on: Queryable, list: List, page: PageRequest): Promise<Page<InteractionLine>> =>
  readPage(on, list, page, LINE_COLUMNS, [page.keys.map(keptText)], lineOf);

/** @param first the parameters before the limit: `LINE_COLUMNS` asks for the keys as $1 */
async function readPage<T>(
  on: Queryable,
  list: List,
  page: PageRequest,
  selected: string,
  first: readonly unknown[],
  made: (row: LineRow) => T,
): Promise<Page<T>> {
  const { name, where, order, downwards } = list;
  const after = keyIn(
    page.after,
    order.map(({ type }) => (type === 'text' ? 'string' : 'number')),
  );
  const columns = order.map(({ by }) => by).join(', ');
  const places = order.map(({ type }, index) => `$${3 + list.values.length + index}::${type}`).join(', ');
  const beyond = after === undefined ? '' : `and (${columns}) ${downwards ? '<' : '>'} (${places})`;
  const direction = order.map(({ by }) => `${by} ${downwards ? 'desc' : 'asc'}`).join(', ');
  const { rows } = await on.query<{ record: string }>({
    name: `${name}_${after === undefined ? 'first' : 'next'}`,
    text: `select row_to_json(r)::text as record
             from (select ${selected}, json_build_array(${columns}) as key
                     from interaction i where ${where} ${beyond} order by ${direction} limit $2) r`,
    values: [
      ...first,
      page.limit + 1,
      ...list.values,
      ...(after ?? []).map((value) => (typeof value === 'string' ? keptText(value) : value)),
    ],
  });
  const lines = rows.slice(0, page.limit).map(({ record }) => fromKeptJson(record) as LineRow);
  const last = lines.at(-1);
  return {
    items: lines.map(made),
    ...(rows.length > page.limit && last ? { next: keyCursor(last.key) } : {}),
  };
}

/** By when they came to the tray. */
export function workbinLines(
  on: Queryable,
  { type, owner }: WorkbinRef,
  page: PageRequest,
): Promise<Page<InteractionLine>> {
  const downwards = page.order === 'newest';
  const order = [
    { by: 'i.placed_at', type: 'bigint' as const },
    { by: 'i.id', type: 'text' as const },
  ];
  const where = 'i.workbin_type = $3 and i.owner_kind = $4 and i.owner_id = $5';
  const values = [keptText(type), owner.kind, keptText(owner.id)];
  return readLines(on, { name: downwards ? 'tray_newest' : 'tray', where, values, order, downwards }, page);
}

/** Highest priority first; in it the oldest or the newest first. The two directions are two indexes. */
export function queueLines(on: Queryable, queue: string, page: PageRequest): Promise<Page<InteractionLine>> {
  const downwards = page.order === 'newest';
  const order = [
    { by: downwards ? 'i.priority' : '(- i.priority)', type: 'bigint' as const },
    { by: 'i.queue_seq', type: 'bigint' as const },
  ];
  const list = {
    name: downwards ? 'queue_newest' : 'queue',
    where: 'i.waiting_in = $3',
    values: [keptText(queue)],
  };
  return readLines(on, { ...list, order, downwards }, page);
}

/** Done or cancelled, last assigned to the agent, newest first. */
export function finishedLines(
  on: Queryable,
  agentId: string,
  page: PageRequest,
  { mediaType, since = 0, until = Number.MAX_SAFE_INTEGER }: FinishedFilter = {},
): Promise<Page<InteractionLine>> {
  const order = [
    { by: 'i.finished_at', type: 'bigint' as const },
    { by: 'i.id', type: 'text' as const },
  ];
  const where = `i.assigned_to = $3 and i.finished_at is not null and i.finished_at >= $4::bigint
                 and i.finished_at < $5::bigint and ($6::text is null or i.media_type = $6)`;
  const values = [keptText(agentId), since, until, mediaType === undefined ? null : keptText(mediaType)];
  return readLines(on, { name: 'finished', where, values, order, downwards: true }, page);
}

/** What belongs to a contact, what was placed last first. */
export function interactionsOfContact(
  on: Queryable,
  contactId: string,
  page: PageRequest,
  { mediaType, unfinished = false }: ContactFilter,
): Promise<Page<Interaction>> {
  const order = [
    { by: 'i.placed_at', type: 'bigint' as const },
    { by: 'i.id', type: 'text' as const },
  ];
  // The first parameter stands where the lists have the keys that they bring along.
  const where = `$1::boolean and i.contact_id = $3 and ($4::text is null or i.media_type = $4)
                 and not ($5::boolean and i.finished_at is not null)`;
  const values = [keptText(contactId), mediaType === undefined ? null : keptText(mediaType), unfinished];
  const list = { name: 'of_contact', where, values, order, downwards: true };
  return readPage(on, list, page, INTERACTION_COLUMNS, [true], interactionOf);
}
