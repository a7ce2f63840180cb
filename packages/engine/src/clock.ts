/** The moving present. A port, so that a test makes an hour pass by saying so. */
import type { Instant } from '@intray/core';

export interface Clock {
  now(): Instant;
  /**
   * Runs something once, at or soon after a moment. What `run` returns is of interest to clocks that are moved by hand
   * only; it never rejects.
   */
  at(when: Instant, run: () => void | Promise<void>): { cancel(): void };
  /** Runs something once everybody has spoken who is about to speak at this moment. */
  soon(run: () => void): void;
}

/** The longest a Node timer can wait; anything later is asked for again when that has passed. */
const LONGEST = 2 ** 31 - 1;

/** The computer's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  at(when, run) {
    let timer: NodeJS.Timeout;
    const wait = () => {
      const left = Math.max(0, when - Date.now());
      timer = left > LONGEST ? setTimeout(wait, LONGEST) : setTimeout(() => void run(), left);
    };
    wait();
    return { cancel: () => clearTimeout(timer) };
  },
  soon: (run) => void setImmediate(run),
};

/** Resolves when the time has come, or at once when the signal aborts. */
export function sleep(clock: Clock, ms: number, signal?: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  if (signal?.aborted) return Promise.resolve();
  const alarm = clock.at(clock.now() + ms, resolve);
  const aborted = () => {
    alarm.cancel();
    resolve();
  };
  signal?.addEventListener('abort', aborted, { once: true });
  return promise.then(() => signal?.removeEventListener('abort', aborted));
}
