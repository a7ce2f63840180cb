'use client';
import { useCallback, useSyncExternalStore } from 'react';
import { formatPlace, type Place, parsePlace } from './place.ts';

const listeners = new Set<() => void>();
let last: { readonly search: string; readonly place: Place } | undefined;

function read(): Place {
  const { search } = location;
  if (last?.search !== search) last = { search, place: parsePlace(search) };
  return last.place;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
}

/** Where the person is, and the way to go elsewhere. `replace` leaves no step for the back button. */
export function usePlace(): [Place, (place: Place, how?: 'push' | 'replace') => void] {
  const place = useSyncExternalStore(subscribe, read, read);
  const go = useCallback((next: Place, how: 'push' | 'replace' = 'push') => {
    const address = location.pathname + formatPlace(next);
    if (address === location.pathname + location.search) return;
    if (how === 'push') history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    for (const listener of [...listeners]) listener();
  }, []);
  return [place, go];
}
