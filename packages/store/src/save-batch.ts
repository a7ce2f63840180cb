import { type FeedPlace, feedPlace } from './cursors.ts';
import type { Queryable } from './database/database.ts';
import { DatabaseFailure } from './database/failure.ts';
import { keptJson } from './kept-json.ts';
import { type OwnPlaceRow, published } from './own-place.ts';
import { placeOfMedium, placeOfQueue, placeOfUnopened, placeOfWorkbin, QUEUE_PARTS } from './places.ts';
import { type Fields, rowArray } from './row-array.ts';
import type { KnownRowTypes, RowTypes } from './row-types.ts';
import { eventFields, interactionFields, sessionFields } from './rows.ts';
import type { SaveBatch, Saved } from './store.ts';

/** What intray_save raises when something is no longer as it was decided on. */
const CHANGED = 'IN001';
/** What intray_as_configured raises when the configuration is not. */
const RECONFIGURED = 'IN002';
const UNIQUE_VIOLATION = '23505';
/** Cannot happen between two nodes of one version (see the order of locks); a stranger's lock may still cause it. */
const DEADLOCK = '40P01';

/** What saves on one database remember of those before. */
export interface SaveMemory {
  readonly rowTypes: KnownRowTypes;
  /** The last event of a save that was kept. */
  readonly lastOwn: { place?: FeedPlace };
  /** The rows of the queues' counts that saves under way have taken. */
  readonly queueParts: Set<number>;
}

/**
 * Saves a batch with one statement, which is its own transaction: no lock is held while a message travels. The function
 * and the types of its rows are in migrations/0004-save.sql, the fence in 0007-configuration-fence.sql. A save whose connection broke says `commitUnknown`.
 */
export async function saveBatch(
  on: Queryable,
  { rowTypes, lastOwn, queueParts }: SaveMemory,
  batch: SaveBatch,
): Promise<Saved> {
  const part = freePart(queueParts);
  queueParts.add(part);
  try {
    const types = await rowTypes.types();
    const { rows } = await on.query<OwnPlaceRow>({
      name: 'save',
      text: `select txid::text, first_seq, running, after_txid::text, after_seq::text, intray_as_configured($11)
               from intray_save($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      values: [...valuesOf(batch, types, part), lastOwn.place?.txid, lastOwn.place?.seq, batch.configuration],
    });
    const told = rows[0] === undefined ? undefined : published(batch.events, rows[0]);
    const last = told?.entries.at(-1);
    if (last !== undefined) lastOwn.place = feedPlace(last.cursor);
    return told === undefined ? { ok: true } : { ok: true, published: told };
  } catch (cause) {
    rowTypes.failed(cause);
    if (cause instanceof DatabaseFailure) {
      const conflict = conflictOf(cause);
      if (conflict !== undefined)
        return { ok: false, conflict, ...(cause.code === RECONFIGURED ? { reconfigured: true } : {}) };
      throw cause.transient ? unknownOutcome(cause) : cause;
    }
    throw cause;
  } finally {
    queueParts.delete(part);
  }
}

/** With more saves under way than there are parts, some wait for one another, which does no harm. */
function freePart(taken: ReadonlySet<number>): number {
  for (let part = 0; part < QUEUE_PARTS; part += 1) if (!taken.has(part)) return part;
  return 0;
}

/** The arguments of intray_save: rows in the order in which they are to be locked. */
function valuesOf(batch: SaveBatch, types: RowTypes, part: number): readonly unknown[] {
  const interactions = batch.interactions.map((one, turn) => ({ ...one, turn }));
  const submitted = interactions.filter(({ before }) => before === 0);
  const changed = interactions.filter(({ before }) => before > 0);
  const fields = ({ before, turn, after, sameData }: (typeof interactions)[number]) =>
    interactionFields(before, turn, after, sameData);
  return [
    rowArray(
      types.saved_session,
      inOrder(batch.sessions, ({ after }) => after.agentId).map(({ before, after }) =>
        sessionFields(before, after),
      ),
    ),
    // By what is unique about them: that is what two nodes may have in common.
    rowArray(
      types.saved_interaction,
      inOrder(submitted, ({ after }) => `${after.externalId ?? ''}\0${after.id}`).map(fields),
    ),
    rowArray(types.saved_interaction, inOrder(changed, ({ after }) => after.id).map(fields)),
    rowArray(
      types.saved_event,
      batch.events.map(({ event, topics, commandId }) => eventFields(event, topics, commandId)),
    ),
    rowArray(
      types.receipt,
      inOrder(batch.receipts, ({ commandId }) => commandId).map(({ commandId, at, receipt }) => [
        commandId,
        at,
        keptJson(receipt),
      ]),
    ),
    rowArray(
      types.contact_last_agent,
      inOrder(batch.lastAgents, ({ contactId, mediaType }) => `${contactId}\0${mediaType}`).map((last) => [
        last.contactId,
        last.mediaType,
        last.agentId,
        last.at,
      ]),
    ),
    rowArray(
      types.saved_tally,
      inOrder(
        batch.tallies.map((tally) => tallyFields(tally, part)),
        ([place]) => String(place),
      ),
    ),
    batch.tallies.some((tally) => tally.kind === 'workbin' && tally.expected !== undefined),
  ];
}

/** Whatever the order is, it has to be the same on every node. */
function inOrder<T>(rows: readonly T[], keyOf: (row: T) => string): readonly T[] {
  if (rows.length < 2) return rows;
  const keyed = rows.map((row) => ({ row, key: keyOf(row) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return keyed.map(({ row }) => row);
}

function tallyFields(tally: SaveBatch['tallies'][number], part: number): Fields {
  switch (tally.kind) {
    case 'queue':
      return [placeOfQueue(tally.queue, part), tally.by, undefined];
    case 'medium':
      return [placeOfMedium(tally.workbin, tally.mediaType), tally.by, undefined];
    case 'unopened':
      return [placeOfUnopened(tally.workbin), tally.by, undefined];
    case 'workbin':
      return [placeOfWorkbin(tally.workbin), tally.by, tally.expected];
  }
}

function conflictOf(failure: DatabaseFailure): string | undefined {
  switch (failure.code) {
    case CHANGED:
    case RECONFIGURED:
      return failure.cause instanceof Error ? failure.cause.message : failure.message;
    case UNIQUE_VIOLATION:
      return `somebody else was first: ${failure.constraint ?? 'a key'} is taken`;
    case DEADLOCK:
      return 'somebody else held what this needed';
    default:
      return undefined;
  }
}

/** The statement is its own commit: when the connection breaks, nobody knows whether it was kept. */
function unknownOutcome(failure: DatabaseFailure): DatabaseFailure {
  return new DatabaseFailure(failure.cause, { doing: 'save', connectionLost: true, committing: true });
}
