/**
 * Asks again for kept answers that are no longer true, each at most once in a blink however many events say so.
 */
import { hashKey, type QueryClient } from '@tanstack/react-query';
import type { Key } from './keys.ts';

/** Milliseconds in which events are gathered: short enough to feel instant, long enough for a burst. */
export const BLINK = 50;

/** The same for what is made of many things at once and costs more to ask for. */
export const BREATH = 1_000;

export interface Refresher {
  now(stale: readonly Key[]): void;
  soon(stale: readonly Key[]): void;
  later(stale: readonly Key[]): void;
  stop(): void;
}

/** A refresher of everything kept in `queries`. */
export function refresher(queries: QueryClient): Refresher {
  const blink = gathering(BLINK);
  const breath = gathering(BREATH);

  /**
   * An answer on its way may be older than the event, so it must be asked for again; but cancelling it for each event
   * of a steady stream would mean that no answer ever arrives. So it is left to arrive, then asked for once more.
   */
  const refreshOr = (wait: Gathering) => (key: Key) => {
    if (queries.isFetching({ queryKey: key }) > 0) wait.add([key], refreshOr(wait));
    else void queries.invalidateQueries({ queryKey: key }, { cancelRefetch: false });
  };

  return {
    now: (given) => given.forEach(refreshOr(blink)),
    soon: (given) => blink.add(given, refreshOr(blink)),
    later: (given) => breath.add(given, refreshOr(breath)),
    stop() {
      blink.stop();
      breath.stop();
    },
  };
}

interface Gathering {
  add(keys: readonly Key[], act: (key: Key) => void): void;
  stop(): void;
}

/** Acts on each key once, so long after the first of them came. */
function gathering(wait: number): Gathering {
  const stale = new Map<string, Key>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    add(given, act) {
      for (const key of given) stale.set(hashKey(key), key);
      if (given.length === 0) return;
      timer ??= setTimeout(() => {
        timer = undefined;
        const due = [...stale.values()];
        stale.clear();
        for (const key of due) act(key);
      }, wait);
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
      stale.clear();
    },
  };
}
