import {
  type DatabaseFigures,
  type Instant,
  MOST_BEHIND,
  MOST_NODES,
  type NodeReport,
  type OperationsKept,
} from '@intray/core';
import { feedPlace } from './cursors.ts';
import type { Queryable } from './database/database.ts';
import { placeOfQueue } from './places.ts';

/** Notes that a node serves. Answers when any node last said so before: both parts see the table as it was. */
export async function noteBeat(
  on: Queryable,
  nodeId: string,
  now: Instant,
  report: NodeReport | undefined,
): Promise<Instant | undefined> {
  const { rows } = await on.query<{ at: number | null }>({
    name: 'beat',
    text: `with said as (
             insert into node (id, at, report) values ($1, $2, $3)
             on conflict (id) do update set at = greatest(node.at, excluded.at), report = excluded.report)
           select max(at) as at from node`,
    values: [nodeId, now, report === undefined ? null : JSON.stringify(report)],
  });
  return rows[0]?.at ?? undefined;
}

export async function forgetNodes(on: Queryable, before: Instant): Promise<void> {
  await on.query({ name: 'forget_nodes', text: 'delete from node where at < $1', values: [before] });
}

/**
 * Committed after the cursor, told or not: what a transaction that still runs keeps from being told counts as well. The
 * count ends somewhere, so that a feed that stands still costs no more the longer it does.
 */
export async function behind(
  on: Queryable,
  cursor: string,
): Promise<{ readonly events: number; readonly oldest?: Instant }> {
  const { txid, seq } = feedPlace(cursor);
  const { rows } = await on.query<{ events: number; oldest: number | null }>({
    name: 'behind',
    text: `select count(*)::int as events, min(e.at) as oldest
             from (select at from event where (txid, seq) > ($1::xid8, $2::bigint)
                    order by txid, seq limit $3) e`,
    values: [txid, seq, MOST_BEHIND],
  });
  const { events = 0, oldest = null } = rows[0] ?? {};
  return { events, ...(oldest === null ? {} : { oldest }) };
}

interface OperationsRow extends Omit<DatabaseFigures, 'mostConnections'> {
  readonly most: number;
  readonly logged_on: number;
  readonly reachable: number;
  readonly waiting: number;
  readonly nodes: readonly { id: string; at: number; report: NodeReport | null }[];
}

/** One round trip, one moment. */
export async function operationsKept(on: Queryable, queues: readonly string[]): Promise<OperationsKept> {
  const { rows } = await on.query<OperationsRow>({
    name: 'operations',
    text: `select current_setting('server_version') as version,
                  (select lpad(number::text, 4, '0') || '-' || name
                     from schema_migration order by number desc limit 1) as migration,
                  pg_database_size(current_database()) as bytes,
                  (select count(*)::int from pg_stat_activity where backend_type = 'client backend') as connections,
                  current_setting('max_connections')::int as most,
                  s.logged_on, s.reachable,
                  (select coalesce(sum(n), 0)::bigint from tally where place = any($1)) as waiting,
                  (select coalesce(json_agg(row_to_json(n)), '[]')
                     from (select id, at, report from node order by at desc limit $2) n) as nodes
             from (select count(*)::int as logged_on, count(*) filter (where reachable)::int as reachable
                     from agent_session where active) s`,
    values: [queues.map(placeOfQueue), 2 * MOST_NODES],
  });
  const [row] = rows;
  if (row === undefined) throw new Error('A question that always has one row had none.');
  const { version, migration, bytes, connections, most, logged_on: loggedOn, reachable, waiting } = row;
  return {
    nodes: row.nodes.map(({ id, at, report }) => ({ id, at, ...(report === null ? {} : { report }) })),
    database: { version, migration, bytes, connections, mostConnections: most },
    people: { loggedOn, reachable },
    waiting,
  };
}
