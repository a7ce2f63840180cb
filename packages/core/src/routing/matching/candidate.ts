/** What is put in and comes out of the matching, and which of two pieces of work goes first. */

import type { Membership, Pool } from './pool.ts';
import type { Requirement } from './requirement.ts';
import { cameBefore, type Entry } from './row.ts';
import type { Standby, Worker } from './worker.ts';

export interface Assignment {
  readonly id: string;
  readonly agentId: string;
  /** How many were free who might have been asked. */
  readonly among: number;
}

/** A piece of work that waits. */
export type Piece = Omit<Entry, 'gone'>;

export interface MatchingRules {
  /** How the agent belongs to those whom a requirement names; `undefined` if they do not. */
  readonly membership: (requirement: Requirement, worker: Worker) => Membership | undefined;
}

/** An agent, and where they may be asked, per medium. */
export interface Placed extends Standby {
  readonly pools: Map<string, Pool<Placed>[]>;
}

/** A piece of work, and where it waits: one object, for there may be a million. */
export interface Waiting extends Entry {
  readonly pool: Pool<Placed>;
}

const NOBODY: readonly string[] = [];

export function waitingIn(pool: Pool<Placed>, piece: Piece): Waiting {
  const { id, priority, rank, placedAt, sequence, preferred } = piece;
  // A million need not keep a million empty lists.
  const excluded = piece.excluded.length === 0 ? NOBODY : piece.excluded;
  return { id, priority, rank, placedAt, sequence, preferred, excluded, gone: false, pool };
}

export interface Candidate {
  readonly pool: Pool<Placed>;
  readonly entry: Entry;
  /** Its priority now. */
  readonly reached: number;
}

export const goesFirst = (a: Candidate, b: Candidate): boolean =>
  a.reached !== b.reached ? a.reached > b.reached : cameBefore(a.entry, b.entry);
