/** What the sweeper asks of sessions. */
import type { AgentSession, Instant } from '@intray/core';
import type { MemoryDatabase } from './database.ts';

const present = ({ sessions }: MemoryDatabase): readonly AgentSession[] =>
  [...sessions.values()].filter(({ active, reachable }) => active && reachable);

export const lapsedSessions = (database: MemoryDatabase, now: Instant): readonly AgentSession[] =>
  present(database)
    .filter(({ leaseUntil }) => leaseUntil !== undefined && leaseUntil <= now)
    .sort((a, b) => (a.leaseUntil ?? 0) - (b.leaseUntil ?? 0));

export function nextDeadline(database: MemoryDatabase): Instant | undefined {
  let earliest = Number.POSITIVE_INFINITY;
  for (const { deadline } of database.open.values()) earliest = Math.min(earliest, deadline ?? earliest);
  for (const { leaseUntil } of present(database)) earliest = Math.min(earliest, leaseUntil ?? earliest);
  return earliest === Number.POSITIVE_INFINITY ? undefined : earliest;
}

/** Answers how many leases were extended. */
export function extendLeases(database: MemoryDatabase, since: Instant, by: number): number {
  const running = present(database).filter(
    ({ leaseUntil }) => leaseUntil !== undefined && leaseUntil >= since,
  );
  for (const session of running)
    database.sessions.set(session.agentId, { ...session, leaseUntil: (session.leaseUntil ?? 0) + by });
  return running.length;
}
