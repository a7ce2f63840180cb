/** Waiting with an end. */
import { setTimeout as after } from 'node:timers/promises';

/** Pause between two looks at something that nobody announces: a process elsewhere becoming ready. Milliseconds. */
export const LOOK_EVERY = 20;

/** The promise's value, or an error that says in words what did not happen in time. */
export async function within<T>(ms: number, what: string, promise: Promise<T>): Promise<T> {
  const giveUp = new AbortController();
  const tooLate = after(ms, undefined, { signal: giveUp.signal }).then(() => {
    throw new Error(`${what} did not happen within ${ms / 1000} s.`);
  });
  try {
    return await Promise.race([promise, tooLate]);
  } finally {
    giveUp.abort();
    tooLate.catch(() => {});
  }
}
