import { EVERYTHING } from '@intray/core';
import { feedCursor, feedPlace } from './cursors.ts';
import type { Queryable } from './database/database.ts';
import { fromKeptJson, keptText } from './kept-json.ts';
import { type EventRow, eventOf } from './rows.ts';
import type { FeedEntry, FeedSlice } from './store.ts';

/**
 * The horizon is the oldest transaction that still runs, of the very snapshot the events are read with. Below it
 * nothing can appear any more, so a cursor never passes an event that is not visible yet. The price: an event waits for
 * the slowest transaction that was begun before it (any that writes, in any database of this server).
 *
 * Topics are compared row by row after the cursor: a reader is nearly always at the end, where there are few rows, and
 * an index on topics would cost every single write.
 */
const feedText = (filter: string) => `
  select h.horizon::text as horizon, e.txid::text as txid, e.seq::text as seq, e.record
    from (select pg_snapshot_xmin(pg_current_snapshot()) as horizon) h
    left join lateral (
      select e.txid, e.seq, row_to_json(e)::text as record
        from event e
       where (e.txid, e.seq) > ($1::xid8, $2::bigint) and e.txid < pg_snapshot_xmin(pg_current_snapshot()) ${filter}
       order by e.txid, e.seq
       limit $3) e on true
   order by e.txid, e.seq`;

const FEED_OF_ALL = feedText('');
const FEED_OF_TOPICS = feedText('and e.topics && $4');

interface FeedRow {
  readonly horizon: string;
  readonly txid: string | null;
  readonly seq: string | null;
  readonly record: string | null;
}

export async function readFeed(
  on: Queryable,
  cursor: string,
  limit: number,
  topics: readonly string[] | undefined,
): Promise<FeedSlice> {
  const { txid, seq } = feedPlace(cursor);
  const all = topics === undefined || topics.includes(EVERYTHING);
  // One more than asked for tells whether there is more.
  const values = [txid, seq, limit + 1];
  const { rows } = await on.query<FeedRow>(
    all
      ? { name: 'feed', text: FEED_OF_ALL, values }
      : { name: 'feed_of_topics', text: FEED_OF_TOPICS, values: [...values, topics.map(keptText)] },
  );
  const entries = rows.slice(0, limit).flatMap(entryOf);
  const more = rows.length > limit;
  const last = entries.at(-1)?.cursor ?? cursor;
  // All below the horizon has been looked at, so the next look begins there and not at the last event that matched.
  const end = more ? last : later(cursor, horizonCursor(rows[0]?.horizon ?? txid));
  return { entries, cursor: end, more };
}

/** The cursor of all that the feed can tell by now. */
export async function readFeedEnd(on: Queryable): Promise<string> {
  const { rows } = await on.query<{ horizon: string }>({
    name: 'feed_end',
    text: 'select pg_snapshot_xmin(pg_current_snapshot())::text as horizon',
  });
  return horizonCursor(rows[0]?.horizon ?? '0');
}

const horizonCursor = (horizon: string): string => feedCursor({ txid: horizon, seq: '0' });

/** A cursor from a server that was restored from an older backup may be ahead of us: it stays where it is. */
function later(a: string, b: string): string {
  const [left, right] = [feedPlace(a), feedPlace(b)];
  return BigInt(left.txid) > BigInt(right.txid) ? a : b;
}

function entryOf({ txid, seq, record }: FeedRow): readonly FeedEntry[] {
  if (txid === null || seq === null || record === null) return [];
  const row = fromKeptJson(record) as EventRow & { topics: readonly string[]; command_id: string | null };
  const { topics, command_id: commandId } = row;
  return [
    {
      cursor: feedCursor({ txid, seq }),
      event: eventOf(row),
      topics,
      ...(commandId === null ? {} : { commandId }),
    },
  ];
}
