/** Causes things at a steady pace, whatever becomes of them: who is slow does not get fewer. */
import { setTimeout as wait } from 'node:timers/promises';
import { moment } from './moment.ts';

/**
 * Calls `cause` so often a second, at even distances, for so long.
 * @param cause is told which call it is, from 0, and the moment at which it was due; a call that comes late has kept it waiting
 * @returns how many calls it made, at least one
 */
export async function atPace(
  perSecond: number,
  ms: number,
  cause: (number: number, due: number) => void,
): Promise<number> {
  const began = moment();
  const total = Math.max(1, Math.round((perSecond * ms) / 1_000));
  const apart = 1_000 / perSecond;
  for (let made = 0; made < total; ) {
    for (; made < total && began + made * apart <= moment(); made += 1) cause(made, began + made * apart);
    await wait(1);
  }
  return total;
}

/**
 * Measures at a steady pace, however long each measurement takes.
 * @param until resolves with the moment at which it was over
 * @returns the milliseconds from when each was due until then
 */
export async function latenciesAtPace(
  perSecond: number,
  ms: number,
  until: (number: number) => Promise<number>,
): Promise<readonly number[]> {
  const taken: Promise<number>[] = [];
  await atPace(perSecond, ms, (number, due) => {
    const latency = until(number).then((over) => over - due);
    // It is looked at when the last one has been begun.
    latency.catch(() => {});
    taken.push(latency);
  });
  return Promise.all(taken);
}
