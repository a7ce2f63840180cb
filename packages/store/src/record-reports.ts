/** The records of the store of measures: tasks and handlings from its own tables, events from the feed. */
import {
  eventRecord,
  type Handling,
  handlingKey,
  handlingRecord,
  type Interaction,
  type RecordsPage,
  type RecordsQuery,
  recordPlace,
  recordsPage,
  taskRecord,
} from '@intray/core';
import type { Queryable } from './database/database.ts';
import { fromKeptJson, keptJson, keptText } from './kept-json.ts';
import { readFeed } from './read-feed.ts';

export async function recordsReport(on: Queryable, query: RecordsQuery): Promise<RecordsPage> {
  const { of, after, limit } = query;
  if (of === 'events') {
    const { entries, more } = await readFeed(on, after ?? '0.0', limit, undefined);
    const items = entries.map(({ cursor, event }) => eventRecord(cursor, event));
    const last = items.at(-1);
    return more && last !== undefined ? { items, next: last.cursor } : { items };
  }
  const rows = await page(on, query);
  return of === 'tasks'
    ? recordsPage(
        rows.map((row) => taskRecord(row as Interaction)),
        limit,
      )
    : recordsPage(
        rows.map((row) => handlingRecord(row as Handling)),
        limit,
      );
}

const TABLES = {
  tasks: { table: 'report_task', at: 'captured_at', key: 'id' },
  handlings: { table: 'report_handling', at: 'left_at', key: 'key' },
} as const;

/** One more than asked for, if there are more. */
async function page(on: Queryable, { of, from = 0, to, after, limit }: RecordsQuery): Promise<unknown[]> {
  const { table, at, key } = TABLES[of as keyof typeof TABLES];
  const place = (after === undefined ? undefined : recordPlace(after)) ?? { at: -1, key: '' };
  const { rows } = await on.query<{ record: string }>({
    name: `report_records_${of}`,
    text: `select record from ${table}
            where (${at}, ${key}) > ($1::bigint, $2) and ${at} >= $3::bigint and ${at} < $4::bigint
            order by ${at}, ${key} limit $5`,
    values: [place.at, keptText(place.key), from, to ?? Number.MAX_SAFE_INTEGER, limit + 1],
  });
  return rows.map(({ record }) => fromKeptJson(record));
}

export async function keepHandlings(on: Queryable, handlings: readonly Handling[]): Promise<void> {
  if (handlings.length === 0) return;
  await on.query({
    name: 'report_keep_handlings',
    text: `insert into report_handling
           select * from json_to_recordset($1::json) as x (left_at bigint, key text, record text)`,
    values: [
      keptJson(
        handlings.map((one) => ({ left_at: one.leftAt, key: handlingKey(one), record: keptJson(one) })),
      ),
    ],
  });
}
