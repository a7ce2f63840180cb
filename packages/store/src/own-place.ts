/**
 * Where a node's own events lie in the feed, so that it can tell of them without reading them back.
 *
 * The feed is ordered by transaction number, then by event number. Whoever has told everything up to a cursor C may go
 * on with the events of transaction T exactly if there is no other event between C and T's first, and never will be.
 *
 * - *Never will be:* an event between them belongs to a transaction with a lower number than T's. Numbers are given out
 *   upwards, and a transaction is among the running ones from before the next number is given out until it has ended.
 *   So a snapshot that is taken once T has its number names all transactions with a lower number that can still write
 *   (`running`); no such transaction can begin any more. What has a higher number lies behind T, however early it is
 *   committed.
 * - *There is none:* the other transactions with lower numbers have ended, so the same snapshot sees each event that they
 *   left. The last one before T is asked for with it (`after`): if it is not beyond C, it has been told, and so has all
 *   before it. (If T's number is the next one after that of a transaction which this node knows to be kept, there is no other.)
 *
 * So T may be told when `after` has been, and each of `running` as well. Mostly nothing is running; if something is, it
 * is mostly another save of the same node, which knows when it has told it. Whoever does not know it reads.
 *
 * The snapshot may be taken any time once T has its number; one from before says nothing about transactions that got
 * theirs in between. It is taken last, after all waiting for locks, because by then most of the others have ended. (With a stricter
 * isolation level, where the whole transaction has one snapshot, one that is taken before T has its number would say too
 * little: a save has to run as it is declared, read committed.)
 *
 * If T is rolled back nothing is told, and if nobody hears whether it was committed, it is read like everybody else's.
 */
import { feedCursor } from './cursors.ts';
import type { Published, SaveBatch } from './store.ts';

/** What intray_save answers; all `null` if the batch has no events. */
export interface OwnPlaceRow {
  readonly txid: string | null;
  readonly first_seq: number | null;
  readonly running: readonly string[] | null;
  readonly after_txid: string | null;
  readonly after_seq: string | null;
}

/** The batch's events as the feed tells them. `undefined` if it has none. */
export function published(
  events: SaveBatch['events'],
  { txid, first_seq, running, after_txid, after_seq }: OwnPlaceRow,
): Published | undefined {
  if (txid === null || first_seq === null || running === null) return undefined;
  const entries = events.map((entry, index) => ({
    ...entry,
    cursor: feedCursor({ txid, seq: String(first_seq + index) }),
  }));
  const after = feedCursor({ txid: after_txid ?? '0', seq: after_seq ?? '0' });
  return { entries, transaction: txid, after, running };
}
