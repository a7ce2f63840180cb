/**
 * Asks again for kept answers that are no longer true, each at most once in a blink however many events say so.
 */
import { hashKey, type QueryClient } from '@tanstack/react-query';
import type { Key } from './keys.ts';

/** Milliseconds in which events are gathered: short enough to feel instant, long enough for a burst. */
export const BLINK = 50;

export interface Refresher {
  now(stale: readonly Key[]): void;
  soon(stale: readonly Key[]): void;
  stop(): void;
}

/** A refresher of everything kept in `queries`. */
export function refresher(queries: QueryClient): Refresher {
  const stale = new Map<string, Key>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const later = () => {
    timer ??= setTimeout(flush, BLINK);
  };

  /**
   * An answer on its way may be older than the event, so it must be asked for again; but cancelling it for each event
   * of a steady stream would mean that no answer ever arrives. So it is left to arrive, then asked for once more.
   */
  const refresh = (key: Key) => {
    if (queries.isFetching({ queryKey: key }) > 0) {
      stale.set(hashKey(key), key);
      later();
      return;
    }
    void queries.invalidateQueries({ queryKey: key }, { cancelRefetch: false });
  };

  const flush = () => {
    timer = undefined;
    const due = [...stale.values()];
    stale.clear();
    for (const key of due) refresh(key);
  };

  return {
    now: (given) => given.forEach(refresh),
    soon(given) {
      for (const key of given) stale.set(hashKey(key), key);
      if (given.length > 0) later();
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
      stale.clear();
    },
  };
}
