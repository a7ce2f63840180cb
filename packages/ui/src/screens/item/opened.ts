'use client';
/** The items that are open in this tab of the browser, in the order in which they were opened. A reload keeps them. */
import { useEffect, useSyncExternalStore } from 'react';

const KEY = 'intray.opened';
/** The strip holds no more; the one that was opened first gives way. */
export const MOST_OPEN = 8;

/** With one more; the same list if it is there. */
export const withOne = (ids: readonly string[], id: string): readonly string[] =>
  ids.includes(id) ? ids : [...ids, id].slice(-MOST_OPEN);

/** Which comes up when one is closed: the one after it, else the one before. */
export function neighbourOf(ids: readonly string[], id: string): string | undefined {
  const index = ids.indexOf(id);
  return ids[index + 1] ?? ids[index - 1];
}

const listeners = new Set<() => void>();
let opened: readonly string[] | undefined;

function kept(): readonly string[] {
  try {
    const ids: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string').slice(-MOST_OPEN) : [];
  } catch {
    return [];
  }
}

const list = (): readonly string[] => {
  opened ??= kept();
  return opened;
};

function become(ids: readonly string[]): void {
  if (ids === list()) return;
  opened = ids;
  try {
    sessionStorage.setItem(KEY, JSON.stringify(ids));
  } catch {
    // A browser that keeps nothing forgets them with the page.
  }
  for (const listener of listeners) listener();
}

/** It is open no more. */
export const shut = (id: string): void => become(list().filter((each) => each !== id));

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What is open; the item that is shown is one of them. */
export function useOpened(shown: string | undefined): readonly string[] {
  useEffect(() => {
    if (shown !== undefined) become(withOne(list(), shown));
  }, [shown]);
  return useSyncExternalStore(subscribe, list, list);
}
