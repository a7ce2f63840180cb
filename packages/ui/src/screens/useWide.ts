'use client';
import { useSyncExternalStore } from 'react';

/** From here on the open item stands beside the list; below, it lies over it. */
const WIDE = '(min-width: 1100px)';

function subscribe(listener: () => void): () => void {
  const query = matchMedia(WIDE);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** There is room for the list and the open item side by side. */
export const useWide = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => matchMedia(WIDE).matches,
    () => true,
  );
