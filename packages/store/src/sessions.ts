import type { AgentSession, Instant } from '@intray/core';
import type { Queryable } from './database/database.ts';
import { fromKeptJson, keptText } from './kept-json.ts';
import { SESSION_COLUMNS, type SessionRow, sessionOf } from './rows.ts';

async function sessionsFrom(
  on: Queryable,
  name: string,
  rest: string,
  values: readonly unknown[],
): Promise<AgentSession[]> {
  const text = `select row_to_json(r)::text as record
                  from (select ${SESSION_COLUMNS} from agent_session s ${rest}) r`;
  const { rows } = await on.query<{ record: string }>({ name, text, values });
  return rows.map(({ record }) => sessionOf(fromKeptJson(record) as SessionRow));
}

export const sessionsOf = (on: Queryable, agentIds: readonly string[]): Promise<readonly AgentSession[]> =>
  sessionsFrom(on, 'sessions', 'where s.agent_id = any($1)', [agentIds.map(keptText)]);

export const activeSessions = (on: Queryable): Promise<readonly AgentSession[]> =>
  sessionsFrom(on, 'active_sessions', 'where s.active', []);

export const lapsedSessions = (
  on: Queryable,
  now: Instant,
  limit: number,
): Promise<readonly AgentSession[]> =>
  sessionsFrom(
    on,
    'lapsed',
    'where s.active and s.reachable and s.lease_until <= $1 order by s.lease_until limit $2',
    [now, limit],
  );

/** The earliest moment at which something happens by itself. `least` passes over what is null. */
export async function nextDeadline(on: Queryable): Promise<Instant | undefined> {
  const { rows } = await on.query<{ at: number | null }>({
    name: 'next_deadline',
    text: `select least(
             (select i.deadline from interaction i where i.deadline is not null order by i.deadline limit 1),
             (select min(s.lease_until) from agent_session s where s.active and s.reachable)) as at`,
  });
  return rows[0]?.at ?? undefined;
}

/** Answers how many leases were extended. Rows are locked in the order in which a save locks them. */
export async function extendLeases(on: Queryable, since: Instant, by: number): Promise<number> {
  const { count } = await on.query({
    text: `with running as (
             select agent_id from agent_session
              where active and reachable and lease_until >= $1 order by agent_id for update)
           update agent_session s set lease_until = s.lease_until + $2::bigint
             from running where s.agent_id = running.agent_id`,
    values: [since, by],
  });
  return count;
}
