/**
 * The way between one store and a database in memory. A simulation puts its own in: one that is slow, loses answers, or
 * breaks.
 */
import type { Transaction } from './database.ts';

export interface Wire {
  /** Something that is done at one moment. */
  ask<T>(work: () => T): Promise<T>;
  /** A transaction: begun at one moment, kept at another, or undone. */
  write<T>(transaction: {
    readonly begin: () => Transaction;
    readonly keep: (transaction: Transaction) => T;
    readonly undo: (transaction: Transaction) => void;
  }): Promise<T>;
  /** A notification on its way to this store. Nobody promises that it arrives. */
  notify(tell: () => void): void;
}

/** Everything at once, and nothing is lost. */
export const DIRECT: Wire = {
  ask: async (work) => work(),
  write: async ({ begin, keep }) => keep(begin()),
  notify: (tell) => tell(),
};
