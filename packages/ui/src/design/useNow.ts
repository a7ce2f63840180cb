import { useSyncExternalStore } from 'react';
import { createClock } from './clock.ts';

/** The window's clock. A second is the finest that anything on the desk shows. */
const windowClock = createClock(1_000);

/**
 * The present time in milliseconds, rounded down to `step`; the component renders only when that value changes.
 * `undefined` while the page is drawn ahead of time, where there is no "now" that a reader would share.
 */
export function useNow(step = 1_000): number | undefined {
  return useSyncExternalStore(
    windowClock.subscribe,
    () => Math.floor(windowClock.now() / step) * step,
    () => undefined,
  );
}
