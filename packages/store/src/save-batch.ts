import type { Queryable } from './database/database.ts';
import { DatabaseFailure } from './database/failure.ts';
import { keptJson } from './kept-json.ts';
import { type OwnPlaceRow, published } from './own-place.ts';
import { placeOfQueue, placeOfWorkbin } from './places.ts';
import { eventRow, interactionRow, sessionRow } from './rows.ts';
import type { SaveBatch, Saved } from './store.ts';

/** What intray_save raises when something is no longer as it was decided on. */
const CHANGED = 'IN001';
const UNIQUE_VIOLATION = '23505';
/** Cannot happen between two nodes of one version (see the order of locks); a stranger's lock may still cause it. */
const DEADLOCK = '40P01';

/**
 * Saves a batch with one statement, which is its own transaction: no lock is held while a message travels.
 * The functions are in migrations/0004-save.sql and 0005-save-and-tell.sql. A save whose connection broke says `commitUnknown`.
 *
 * One JSON document a table, because it is the plainest and costs no more: 64 interactions reach PostgreSQL's executor
 * in 0.9 ms as `json`, in 0.9 ms as `jsonb` and in 0.9 ms as twenty arrays for `unnest`, which node-postgres has to
 * quote one by one. Everything escaped by `keptJson` once, names and keys included.
 */
export async function saveBatch(on: Queryable, batch: SaveBatch): Promise<Saved> {
  const { interactions } = batch;
  try {
    const { rows } = await on.query<OwnPlaceRow>({
      name: 'save',
      text: `select txid::text, own::text[], alone, after_txid::text, after_seq::text
               from intray_save_and_tell($1, $2, $3, $4, $5, $6, $7)`,
      values: [
        json(batch.sessions.map(({ before, after }) => ({ before, ...sessionRow(after) }))),
        json(interactions.filter(({ before }) => before === 0).map(({ after }) => interactionRow(after))),
        json(interactions.filter(({ before }) => before > 0).map(changedRow)),
        json(
          batch.events.map(({ event, topics, commandId }) => ({
            ...eventRow(event),
            topics,
            command_id: commandId,
          })),
        ),
        json(batch.receipts.map(({ commandId, receipt, at }) => ({ command_id: commandId, at, receipt }))),
        json(batch.lastAgents.map(lastAgentRow)),
        json(batch.tallies.map(tallyRow)),
      ],
    });
    const told = rows[0] === undefined ? undefined : published(batch.events, rows[0]);
    return told === undefined ? { ok: true } : { ok: true, published: told };
  } catch (cause) {
    if (cause instanceof DatabaseFailure) {
      const conflict = conflictOf(cause);
      if (conflict !== undefined) return { ok: false, conflict };
      throw cause.transient ? unknownOutcome(cause) : cause;
    }
    throw cause;
  }
}

const json = (rows: readonly object[]): string | null => (rows.length === 0 ? null : keptJson(rows));

const changedRow = ({ before, after, sameData }: SaveBatch['interactions'][number]) => ({
  before,
  ...interactionRow(after),
  ...(sameData ? { user_data: undefined } : {}),
});

const lastAgentRow = ({ contactId, mediaType, agentId, at }: SaveBatch['lastAgents'][number]) => ({
  contact_id: contactId,
  media_type: mediaType,
  agent_id: agentId,
  at,
});

const tallyRow = (tally: SaveBatch['tallies'][number]) =>
  tally.kind === 'queue'
    ? { place: placeOfQueue(tally.queue), by: tally.by }
    : { place: placeOfWorkbin(tally.workbin), by: tally.by, expected: tally.expected };

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
