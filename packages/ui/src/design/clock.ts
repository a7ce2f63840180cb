/**
 * One ticking clock for a whole window. A list of a thousand due dates needs one timer, not a thousand, and a row
 * whose text doesn't change must not render.
 */
export interface Clock {
  /** Calls back at each tick. The timer runs only while somebody listens. Returns the way to stop. */
  subscribe(listener: () => void): () => void;
  /** Milliseconds since the epoch, as of the last tick. */
  now(): number;
}

/** A clock that ticks every `every` milliseconds. */
export function createClock(every: number, read: () => number = Date.now): Clock {
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setInterval> | undefined;
  let now = read();

  const tick = () => {
    now = read();
    for (const listener of listeners) listener();
  };

  return {
    subscribe(listener) {
      if (listeners.size === 0) {
        now = read();
        timer = setInterval(tick, every);
      }
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) clearInterval(timer);
      };
    },
    now: () => {
      // Nobody listens: nothing ticks, so the time of the last tick may be long ago.
      if (listeners.size === 0) now = Math.max(now, Math.floor(read() / every) * every);
      return now;
    },
  };
}
