/**
 * Where a node's own events lie in the feed, so that it can tell of them without reading them back.
 *
 * The feed is ordered by transaction number, then by event number. Whoever has told everything up to a cursor C may go
 * on with the events of transaction T exactly if there is no other event between C and T's first, and never will be.
 *
 * - *Never will be:* an event between them belongs to a transaction with a lower number than T's. Numbers are given out
 *   upwards, and a transaction is among the running ones from before the next number is given out until it has ended.
 *   So if a snapshot that is taken once T has its number shows T as the oldest running transaction, every one with a
 *   lower number has ended, and no such transaction can begin any more. What has a higher number lies behind T,
 *   however early it is committed.
 * - *There is none:* all those transactions have ended, so the same snapshot sees each event that they left. The last
 *   one before T is asked for with it (`after`): if it is not beyond C, it has been told, and so has all before it.
 *
 * The snapshot may be taken any time once T has its number; one from before says nothing about transactions that got
 * theirs in between. It is taken last, after all waiting for locks, because by then most of the others have ended. (With a stricter isolation level, where the
 * whole transaction has one snapshot, its oldest running transaction is not T unless nothing ran, so the answer is then
 * too careful at worst.)
 *
 * If T is rolled back nothing is told, and if nobody hears whether it was committed, it is read like everybody else's.
 */
import { feedCursor } from './cursors.ts';
import type { Published, SaveBatch } from './store.ts';

/** What intray_save answers; all `null` if the batch has no events. */
export interface OwnPlaceRow {
  readonly txid: string | null;
  readonly own: readonly string[] | null;
  readonly alone: boolean | null;
  readonly after_txid: string | null;
  readonly after_seq: string | null;
}

/** The batch's events as the feed tells them. `undefined` if it has none. */
export function published(
  events: SaveBatch['events'],
  { txid, own, alone, after_txid, after_seq }: OwnPlaceRow,
): Published | undefined {
  if (txid === null || own === null) return undefined;
  if (own.length !== events.length)
    throw new Error(`Expected the numbers of ${events.length} saved events, got ${own.length}.`);
  const entries = events.map((entry, index) => ({
    ...entry,
    cursor: feedCursor({ txid, seq: own[index] ?? '' }),
  }));
  if (alone !== true) return { entries };
  return { entries, after: feedCursor({ txid: after_txid ?? '0', seq: after_seq ?? '0' }) };
}
