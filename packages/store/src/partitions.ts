import type { Instant } from '@intray/core';
import type { Queryable } from './database/database.ts';

/** The present month and so many after it have a partition: a server may run this long without being restarted. */
const MONTHS_AHEAD = 3;

/** Makes the missing partitions of `event`, by months in UTC. Cheap when there is nothing to do. */
export async function ensurePartitions(on: Queryable, now: Instant): Promise<void> {
  const today = new Date(now);
  for (let ahead = 0; ahead <= MONTHS_AHEAD; ahead += 1) {
    const from = Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + ahead);
    const to = Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + ahead + 1);
    const name = `event_${new Date(from).toISOString().slice(0, 7).replace('-', '_')}`;
    await on.query({ text: 'select intray_ensure_event_partition($1, $2, $3)', values: [name, from, to] });
  }
}
