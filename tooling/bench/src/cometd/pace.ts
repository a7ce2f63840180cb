/** Causes messages at a steady pace, whatever becomes of them: who is slow does not get fewer. */
import { setTimeout as wait } from 'node:timers/promises';
import { moment } from './moment.ts';

/** Messages that each session gets a second. */
export const PER_SECOND = 2;

/**
 * Calls `cause` for each of the sessions twice a second, one after the other over the whole half second.
 * @param due the moment at which the call was due; a call that comes late has kept its message waiting
 * @returns how many calls it made
 */
export async function atPace(
  sessions: number,
  ms: number,
  cause: (session: number, due: number) => void,
): Promise<number> {
  const began = moment();
  const total = sessions * Math.max(1, Math.round((ms * PER_SECOND) / 1_000));
  const apart = 1_000 / (PER_SECOND * sessions);
  for (let made = 0; made < total; ) {
    for (; made < total && began + made * apart <= moment(); made += 1)
      cause(made % sessions, began + made * apart);
    await wait(1);
  }
  return total;
}
