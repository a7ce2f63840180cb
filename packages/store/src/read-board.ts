/** What a team lead's board asks: who has what, and what stands first in each queue. */
import type { Instant, InteractionLine, QueueFront } from '@intray/core';
import type { Queryable } from './database/database.ts';
import { fromKeptJson, keptText } from './kept-json.ts';
import { type InteractionRow, LINE_COLUMNS, lineOf } from './rows.ts';

/** In the hands of these agents or offered to them: two looks into two indexes. */
export async function deskLines(
  on: Queryable,
  agentIds: readonly string[],
  limit: number,
): Promise<readonly InteractionLine[]> {
  if (agentIds.length === 0) return [];
  const { rows } = await on.query<{ record: string }>({
    name: 'desks',
    text: `select row_to_json(r)::text as record
             from (select ${LINE_COLUMNS} from interaction i
                    where i.handler = any($3::text[]) or i.invitee = any($3::text[]) limit $2) r`,
    values: [['Subject'], limit, agentIds.map(keptText)],
  });
  return rows.map(({ record }) => lineOf(fromKeptJson(record) as InteractionRow));
}

/** Goes no further into any queue than the limit: a queue of a million costs what one of a thousand costs. */
export async function queueFronts(
  on: Queryable,
  queues: readonly string[],
  limit: number,
  now: Instant,
): Promise<readonly QueueFront[]> {
  if (queues.length === 0) return [];
  const { rows } = await on.query<{ oldest: number | null; overdue: number; looked: number }>({
    name: 'queue_fronts',
    text: `select f.oldest, f.overdue::int as overdue, f.looked::int as looked
             from unnest($1::text[]) with ordinality q (queue, turn)
            cross join lateral (
              select min(w.placed_at) as oldest, count(*) filter (where w.due_at < $3::bigint) as overdue,
                     count(*) as looked
                from (select i.placed_at, (i.rest::jsonb ->> 'dueAt')::bigint as due_at from interaction i
                       where i.waiting_in = q.queue collate "C"
                       order by (- i.priority), i.queue_seq limit $2) w) f
            order by q.turn`,
    values: [queues.map(keptText), limit, now],
  });
  return rows.map(({ oldest, overdue, looked }) => ({
    ...(oldest === null ? {} : { oldest }),
    overdue,
    looked,
  }));
}
