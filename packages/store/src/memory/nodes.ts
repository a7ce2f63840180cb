/** The nodes of a database in memory, and what an operator is told of it. */
import { type Instant, MOST_BEHIND, MOST_NODES, type NodeReport, type OperationsKept } from '@intray/core';
import { feedPlace } from '../cursors.ts';
import { placeOfQueue } from '../places.ts';
import type { MemoryDatabase } from './database.ts';

export function beat(
  { beats }: MemoryDatabase,
  nodeId: string,
  now: Instant,
  report: NodeReport | undefined,
): Instant | undefined {
  const before = [...beats.values()].map(({ at }) => at);
  const at = Math.max(now, beats.get(nodeId)?.at ?? now);
  beats.set(nodeId, { at, ...(report === undefined ? {} : { report }) });
  return before.length === 0 ? undefined : Math.max(...before);
}

export function forgetNodes({ beats }: MemoryDatabase, before: Instant): void {
  for (const [id, { at }] of beats) if (at < before) beats.delete(id);
}

export function behind(database: MemoryDatabase, cursor: string) {
  const { txid, seq } = feedPlace(cursor);
  let events = 0;
  let oldest: Instant | undefined;
  for (const { event } of database.eventsAfter(BigInt(txid), Number(seq))) {
    if (events === MOST_BEHIND) break;
    events += 1;
    oldest = Math.min(oldest ?? event.at, event.at);
  }
  return { events, ...(oldest === undefined ? {} : { oldest }) };
}

export function operationsKept(database: MemoryDatabase, queues: readonly string[]): OperationsKept {
  const sessions = [...database.sessions.values()].filter(({ active }) => active);
  return {
    nodes: [...database.beats]
      .map(([id, kept]) => ({ id, ...kept }))
      .sort((a, b) => b.at - a.at)
      .slice(0, 2 * MOST_NODES),
    database: { version: 'memory', migration: 'none', bytes: 0, connections: 0, mostConnections: 0 },
    people: {
      loggedOn: sessions.length,
      reachable: sessions.filter(({ reachable }) => reachable).length,
    },
    waiting: queues.reduce((sum, queue) => sum + (database.tallies.get(placeOfQueue(queue)) ?? 0), 0),
  };
}
