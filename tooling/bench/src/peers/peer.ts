/** A job queue on PostgreSQL as the bench sees it: work comes in, somebody takes one item, and is done with it. */
import type { Side } from '../measuring/rounds.ts';

export interface Peer extends Side<number>, AsyncDisposable {}

/** Submit, claim, complete. */
export const STEPS_OF_A_JOB = 3;

/** So much waits at any moment, so that nobody who wants work has to wait for it. */
export const BACKLOG = 500;
