/** The store of measures: moved on by slices of the feed, and read. */
import {
  type Dimension,
  type Focus,
  type Instant,
  type Interaction,
  isFinal,
  type LiveLine,
  type LiveQuery,
  type Measure,
  type MeasuresLine,
  type MeasuresQuery,
  ReportBooks,
  slotOf,
} from '@intray/core';
import type { Database, Queryable } from './database/database.ts';
import { fromKeptJson, keptJson, keptText } from './kept-json.ts';
import { readFeed } from './read-feed.ts';
import { keepHandlings } from './record-reports.ts';
import { keepWords, rewords } from './search-words.ts';
import type { Counted } from './store.ts';

/** Counts what the feed tells next, at most so many events, in one transaction with where it has come to. */
export async function countEvents(database: Database, limit: number): Promise<Counted> {
  return database.transaction(async (on) => {
    const { rows } = await on.query<{ cursor: string }>({
      text: 'select cursor from report_cursor for update skip locked',
    });
    const from = rows[0]?.cursor;
    if (from === undefined) return 'busy';
    const { entries, cursor, more } = await readFeed(on, from, limit, undefined);
    const events = entries.map(({ event }) => event);
    if (events.length > 0) {
      const ids = new Set(
        events.flatMap((one) => (one.subject === 'interaction' ? [one.interactionId] : [])),
      );
      const focuses = await focusesOf(on);
      const looked = [...focuses.values()].map(({ interactionId }) => interactionId);
      const books = new ReportBooks(await tasksOf(on, [...new Set([...ids, ...looked])]), focuses);
      for (const event of events) books.add(event);
      await keepTasks(
        on,
        [...ids].flatMap((id) => books.interactions.get(id) ?? []),
      );
      const reworded = events.flatMap((one) =>
        one.subject === 'interaction' && rewords(one) ? [one.interactionId] : [],
      );
      await keepWords(on, [...new Set(reworded)]);
      await keepFocuses(on, focuses, books.focuses);
      await keepDeltas(on, books);
      await keepHandlings(on, books.handlings);
    }
    if (cursor !== from) await on.query({ text: 'update report_cursor set cursor = $1', values: [cursor] });
    return { events: events.length, more };
  });
}

async function tasksOf(on: Queryable, ids: readonly string[]): Promise<readonly [string, Interaction][]> {
  const { rows } = await on.query<{ record: string }>({
    name: 'report_tasks',
    text: 'select record from report_task where id = any($1)',
    values: [ids.map(keptText)],
  });
  return rows.map(({ record }) => {
    const interaction = fromKeptJson(record) as Interaction;
    return [interaction.id, interaction];
  });
}

async function focusesOf(on: Queryable): Promise<ReadonlyMap<string, Focus>> {
  const { rows } = await on.query<{ agent_id: string; interaction_id: string; since: Instant }>({
    name: 'report_focuses',
    text: 'select agent_id, interaction_id, since from report_focus',
  });
  return new Map(
    rows.map((row) => [row.agent_id, { interactionId: row.interaction_id, since: Number(row.since) }]),
  );
}

async function keepTasks(on: Queryable, tasks: readonly Interaction[]): Promise<void> {
  const rows = tasks.map((one) => ({
    id: one.id,
    open: !isFinal(one.state),
    in_hand: one.handler !== undefined,
    held: one.state === 'Held',
    queue: one.queue,
    media_type: one.mediaType,
    department: one.task?.department ?? null,
    process: one.task?.process ?? null,
    agent: one.handler ?? null,
    captured_at: one.submittedAt,
    due_at: one.dueAt ?? null,
    record: keptJson(one),
  }));
  await on.query({
    name: 'report_keep_tasks',
    text: `insert into report_task
           select * from json_populate_recordset(null::report_task, $1::json)
           on conflict (id) do update set open = excluded.open, in_hand = excluded.in_hand, held = excluded.held,
             queue = excluded.queue, media_type = excluded.media_type, department = excluded.department,
             process = excluded.process, agent = excluded.agent, captured_at = excluded.captured_at,
             due_at = excluded.due_at, record = excluded.record`,
    values: [keptJson(rows)],
  });
}

async function keepFocuses(
  on: Queryable,
  before: ReadonlyMap<string, Focus>,
  after: ReadonlyMap<string, Focus>,
): Promise<void> {
  const gone = [...before.keys()].filter((id) => after.get(id) !== before.get(id));
  const come = [...after].filter(([id, focus]) => before.get(id) !== focus);
  if (gone.length > 0)
    await on.query({
      text: 'delete from report_focus where agent_id = any($1)',
      values: [gone.map(keptText)],
    });
  for (const [agentId, { interactionId, since }] of come)
    await on.query({
      text: 'insert into report_focus (agent_id, interaction_id, since) values ($1, $2, $3)',
      values: [keptText(agentId), keptText(interactionId), since],
    });
}

async function keepDeltas(on: Queryable, { deltas }: ReportBooks): Promise<void> {
  await on.query({
    name: 'report_keep_measures',
    text: `insert into report_measure as m (dimension, name, slot, measure, n, sum)
           select * from json_to_recordset($1::json)
             as x (dimension text, name text, slot bigint, measure text, n bigint, sum bigint)
           on conflict (dimension, slot, name, measure) do update set n = m.n + excluded.n, sum = m.sum + excluded.sum`,
    values: [keptJson(deltas)],
  });
}

const COLUMN: Readonly<Record<Dimension, string>> = {
  all: "''",
  queue: 'queue',
  mediaType: 'media_type',
  department: 'department',
  process: 'process',
  agent: 'agent',
};

/** What is unfinished now, as far as events have been counted. Looks at all of it. */
export async function liveReport(
  on: Queryable,
  { by }: LiveQuery,
  now: Instant,
): Promise<readonly LiveLine[]> {
  const { rows } = await on.query<{ record: string }>({
    name: `report_live_${by}`,
    text: `select row_to_json(r)::text as record from (
      select ${COLUMN[by]} as name, count(*) as backlog, count(*) filter (where in_hand) as "inHand",
             count(*) filter (where held) as held, count(*) filter (where due_at < $1) as overdue,
             count(*) filter (where captured_at > $1 - 3600000) as "youngerThan1h",
             count(*) filter (where captured_at > $1 - 86400000 and captured_at <= $1 - 3600000) as "youngerThan1d",
             count(*) filter (where captured_at > $1 - 604800000 and captured_at <= $1 - 86400000) as "youngerThan7d",
             count(*) filter (where captured_at <= $1 - 604800000) as older
        from report_task where open and ${COLUMN[by]} is not null group by 1 order by 1) r`,
    values: [now],
  });
  return rows.map(({ record }) => fromKeptJson(record) as LiveLine);
}

const WIDTHS = { quarter: 900_000, hour: 3_600_000, day: 86_400_000 } as const;

/** What was counted, by slots of the width that is asked for. */
export async function measuresReport(
  on: Queryable,
  { by, from = 0, to, per }: MeasuresQuery,
): Promise<readonly MeasuresLine[]> {
  const width = per === 'all' ? 0 : WIDTHS[per];
  const { rows } = await on.query<{ record: string }>({
    name: 'report_measures',
    text: `select row_to_json(r)::text as record from (
      select case when $4::bigint = 0 then 0 else slot - slot % $4::bigint end as slot, name, measure,
             sum(n)::bigint as n, sum(sum)::bigint as sum
        from report_measure
       where dimension = $1 and slot >= $2::bigint and slot < $3::bigint
       group by 1, 2, 3 order by 1, 2, 3) r`,
    values: [by, slotOf(from), to === undefined ? Number.MAX_SAFE_INTEGER : slotOf(to), width],
  });
  const lines = new Map<string, { slot: number; name: string; counts: object; sums: object }>();
  for (const { record } of rows) {
    const { slot, name, measure, n, sum } = fromKeptJson(record) as {
      slot: number;
      name: string;
      measure: Measure;
      n: number;
      sum: number;
    };
    const key = JSON.stringify([slot, name]);
    const line = lines.get(key) ?? { slot, name, counts: {}, sums: {} };
    const timed = measure === 'wait' || measure === 'handle' || measure === 'focus';
    lines.set(key, {
      ...line,
      counts: { ...line.counts, [measure]: n },
      sums: timed ? { ...line.sums, [measure]: sum } : line.sums,
    });
  }
  return [...lines.values()];
}
