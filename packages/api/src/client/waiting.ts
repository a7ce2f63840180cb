/** Waiting between attempts: longer each time, never in step with others, and cut short when there is reason to hope. */

export interface Backoff {
  /** The first wait, in milliseconds; each further one is twice as long. */
  readonly first: number;
  /** No wait is longer, in milliseconds. */
  readonly longest: number;
}

export const USUAL_BACKOFF: Backoff = { first: 250, longest: 8_000 };

/** How long to wait before an attempt: between half and all of the doubled time, so that desks come back scattered. */
export function delayBefore(
  attempt: number,
  { first, longest }: Backoff,
  random: () => number = Math.random,
): number {
  const full = Math.min(longest, first * 2 ** Math.min(attempt, 20));
  return full * (0.5 + random() / 2);
}

/** Waits, or less when `wakes` calls back. Stops waiting at once when the signal aborts. */
export function wait(
  ms: number,
  wakes: (wake: () => void) => () => void,
  signal?: AbortSignal,
): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      stop();
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    const stop = wakes(done);
    signal?.addEventListener('abort', done, { once: true });
    if (signal?.aborted) done();
  });
}
