import type { Queryable } from './database/database.ts';
import { DatabaseFailure } from './database/failure.ts';
import { keptJson } from './kept-json.ts';
import { type OwnPlaceRow, published } from './own-place.ts';
import { placeOfQueue, placeOfWorkbin } from './places.ts';
import { type Fields, rowArray } from './row-array.ts';
import type { KnownRowTypes } from './row-types.ts';
import { eventFields, interactionFields, sessionFields } from './rows.ts';
import type { SaveBatch, Saved } from './store.ts';

/** What intray_save raises when something is no longer as it was decided on. */
const CHANGED = 'IN001';
const UNIQUE_VIOLATION = '23505';
/** Cannot happen between two nodes of one version (see the order of locks); a stranger's lock may still cause it. */
const DEADLOCK = '40P01';

/**
 * Saves a batch with one statement, which is its own transaction: no lock is held while a message travels. The function
 * and the types of its rows are in migrations/0004-save.sql. A save whose connection broke says `commitUnknown`.
 */
export async function saveBatch(on: Queryable, rowTypes: KnownRowTypes, batch: SaveBatch): Promise<Saved> {
  const { interactions } = batch;
  try {
    const types = await rowTypes.types();
    const { rows } = await on.query<OwnPlaceRow>({
      name: 'save',
      text: `select txid::text, own::text[], alone, after_txid::text, after_seq::text
               from intray_save($1, $2, $3, $4, $5, $6, $7)`,
      values: [
        rowArray(
          types.saved_session,
          batch.sessions.map(({ before, after }) => sessionFields(before, after)),
        ),
        rowArray(
          types.saved_interaction,
          interactions.filter(({ before }) => before === 0).map(savedInteraction),
        ),
        rowArray(
          types.saved_interaction,
          interactions.filter(({ before }) => before > 0).map(savedInteraction),
        ),
        rowArray(
          types.saved_event,
          batch.events.map(({ event, topics, commandId }) => eventFields(event, topics, commandId)),
        ),
        rowArray(
          types.receipt,
          batch.receipts.map(({ commandId, at, receipt }) => [commandId, at, keptJson(receipt)]),
        ),
        rowArray(
          types.contact_last_agent,
          batch.lastAgents.map((last) => [last.contactId, last.mediaType, last.agentId, last.at]),
        ),
        rowArray(types.saved_tally, batch.tallies.map(tallyFields)),
      ],
    });
    const told = rows[0] === undefined ? undefined : published(batch.events, rows[0]);
    return told === undefined ? { ok: true } : { ok: true, published: told };
  } catch (cause) {
    rowTypes.failed(cause);
    if (cause instanceof DatabaseFailure) {
      const conflict = conflictOf(cause);
      if (conflict !== undefined) return { ok: false, conflict };
      throw cause.transient ? unknownOutcome(cause) : cause;
    }
    throw cause;
  }
}

const savedInteraction = ({ before, after, sameData }: SaveBatch['interactions'][number]): Fields =>
  interactionFields(before, after, sameData);

const tallyFields = (tally: SaveBatch['tallies'][number]): Fields =>
  tally.kind === 'queue'
    ? [placeOfQueue(tally.queue), tally.by, undefined]
    : [placeOfWorkbin(tally.workbin), tally.by, tally.expected];

function conflictOf(failure: DatabaseFailure): string | undefined {
  switch (failure.code) {
    case CHANGED:
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
