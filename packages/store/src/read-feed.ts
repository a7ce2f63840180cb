import { EVERYTHING } from '@intray/core';
import { feedCursor, feedPlace, isAfter } from './cursors.ts';
import type { Queryable } from './database/database.ts';
import { fromKeptJson, keptText } from './kept-json.ts';
import { EVENT_COLUMNS, type EventRow, eventOf } from './rows.ts';
import type { FeedEntry, FeedSlice } from './store.ts';

/**
 * The horizon is the oldest transaction that still runs, of the very snapshot the events are read with. Below it
 * nothing can appear any more, so a cursor never passes an event that is not visible yet. The price: an event waits for
 * the slowest transaction that was begun before it (any that writes, in any database of this server).
 *
 * The horizon itself is no cursor: a crash takes back the numbers of transactions that left nothing on disk (rolled
 * back, or only a notification) and gives them out again, and events written under them would lie behind a reader who
 * had been told "up to the horizon". What was read is on disk, so the last event below the horizon is.
 *
 * Topics are compared row by row after the cursor: a reader is nearly always at the end, where there are few rows, and
 * an index on topics would cost every single write.
 */
const LAST_EVENT = `
  select e.txid, e.seq from event e
   where e.txid < pg_snapshot_xmin(pg_current_snapshot())
   order by e.txid desc, e.seq desc
   limit 1`;

const feedText = (filter: string) => `
  select l.txid::text as last_txid, l.seq::text as last_seq, e.txid::text as txid, e.seq::text as seq, e.record
    from (values (true)) always
    left join (${LAST_EVENT}) l on true
    left join lateral (
      select e.txid, e.seq, (select row_to_json(r)::text from (select ${EVENT_COLUMNS}) r) as record
        from event e
       where (e.txid, e.seq) > ($1::xid8, $2::bigint) and e.txid < pg_snapshot_xmin(pg_current_snapshot()) ${filter}
       order by e.txid, e.seq
       limit $3) e on true
   order by e.txid, e.seq`;

const FEED_OF_ALL = feedText('');
const FEED_OF_TOPICS = feedText('and e.topics && $4');

interface FeedRow {
  readonly last_txid: string | null;
  readonly last_seq: string | null;
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
  const end = more ? last : later(cursor, placeAfter(rows[0]?.last_txid, rows[0]?.last_seq));
  return { entries, cursor: end, more };
}

/** The cursor of all that the feed can tell by now. */
export async function readFeedEnd(on: Queryable): Promise<string> {
  const { rows } = await on.query<{ txid: string; seq: string }>({
    name: 'feed_end',
    text: `select l.txid::text as txid, l.seq::text as seq from (${LAST_EVENT}) l`,
  });
  return placeAfter(rows[0]?.txid, rows[0]?.seq);
}

/** Right after an event; the beginning if there is none yet. */
const placeAfter = (txid: string | null | undefined, seq: string | null | undefined): string =>
  feedCursor({ txid: txid ?? '0', seq: seq ?? '0' });

/** A cursor from a server that was restored from an older backup may be ahead of us: it stays where it is. */
const later = (a: string, b: string): string => (isAfter(a, b) ? a : b);

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
