import type { Exclusion, Instant, Requested } from '@intray/core';
import type { Queryable } from './database/database.ts';
import { fromKeptJson, keptText } from './kept-json.ts';
import type { Waiting, WaitingPlace } from './store.ts';

const waitingText = (beyond: string) => `
  select row_to_json(r)::text as record from (
    select i.id, i.version, i.media_type, i.priority, i.queue_seq, i.placed_at,
           rest.known -> 'preferredAgent' as preferred_agent, rest.known -> 'requested' as requested,
           rest.known -> 'exclusions' as exclusions
      from interaction i cross join lateral (select i.rest::json as known) rest
     where i.waiting_in = $1 and i.state = 'Queued' ${beyond}
     order by (- i.priority), i.queue_seq
     limit $2) r`;

const FIRST = waitingText('');
const NEXT = waitingText('and ((- i.priority), i.queue_seq) > (- $3::integer, $4::bigint)');

interface WaitingRow {
  readonly id: string;
  readonly version: number;
  readonly media_type: string;
  readonly priority: number;
  readonly queue_seq: number;
  readonly placed_at: Instant;
  readonly preferred_agent: string | null;
  readonly requested: Requested | null;
  readonly exclusions: readonly Exclusion[];
}

/** For the matcher: what may be offered out of a queue, in its order. Work that is held or asleep there is left out. */
export async function readWaiting(
  on: Queryable,
  queue: string,
  limit: number,
  after: WaitingPlace | undefined,
): Promise<readonly Waiting[]> {
  const values = [keptText(queue), limit];
  const { rows } = await on.query<{ record: string }>(
    after === undefined
      ? { name: 'waiting_first', text: FIRST, values }
      : { name: 'waiting_next', text: NEXT, values: [...values, after.priority, after.sequence] },
  );
  return rows.map(({ record }) => {
    const {
      media_type: mediaType,
      queue_seq: sequence,
      placed_at: placedAt,
      preferred_agent: preferredAgent,
      requested,
      ...row
    } = fromKeptJson(record) as WaitingRow;
    return {
      ...row,
      mediaType,
      queue,
      sequence,
      placedAt,
      ...(preferredAgent === null ? {} : { preferredAgent }),
      ...(requested === null ? {} : { requested }),
    };
  });
}
