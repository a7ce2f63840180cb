/** What a team lead's board asks, as `read-board.ts` answers it. */
import type { Instant, InteractionLine, QueueFront } from '@intray/core';
import type { MemoryDatabase } from './database.ts';
import { lineOf, queueLines } from './lists.ts';

export function deskLines(
  database: MemoryDatabase,
  agentIds: readonly string[],
  limit: number,
): readonly InteractionLine[] {
  const asked = new Set(agentIds);
  return [...database.open.values()]
    .filter(
      ({ row: { handler, invitation } }) => asked.has(handler ?? '') || asked.has(invitation?.agentId ?? ''),
    )
    .slice(0, limit)
    .map((kept) => lineOf(kept, ['Subject']));
}

export function queueFront(database: MemoryDatabase, queue: string, limit: number, now: Instant): QueueFront {
  const { items } = queueLines(database, queue, { limit, order: 'oldest', keys: [] });
  const moments = items.map(({ placedAt }) => placedAt);
  return {
    ...(moments.length === 0 ? {} : { oldest: Math.min(...moments) }),
    overdue: items.filter(({ dueAt }) => dueAt !== undefined && dueAt < now).length,
    looked: items.length,
  };
}
