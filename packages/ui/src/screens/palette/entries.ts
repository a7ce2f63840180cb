'use client';
/** What the palette offers. Any screen adds its own for as long as it is there: `usePaletteEntries('board', entries)`. */
import type { LucideIcon } from 'lucide-react';
import { useEffect, useSyncExternalStore } from 'react';

export interface PaletteEntry {
  /** Unique among the entries of its source. */
  readonly id: string;
  readonly label: string;
  /** At the end of the line: what kind of thing it is, how much waits there. */
  readonly hint?: string;
  readonly icon?: LucideIcon;
  readonly act: () => void;
}

const sources = new Map<string, readonly PaletteEntry[]>();
const listeners = new Set<() => void>();
let all: readonly PaletteEntry[] = [];

function change(): void {
  all = [...sources].flatMap(([source, entries]) =>
    entries.map((entry) => ({ ...entry, id: `${source}:${entry.id}` })),
  );
  for (const listener of listeners) listener();
}

/** Offers these while the component is there. The array stays the same between renders, unless it is another one. */
export function usePaletteEntries(source: string, entries: readonly PaletteEntry[]): void {
  useEffect(() => {
    sources.set(source, entries);
    change();
    return () => {
      if (sources.get(source) === entries) sources.delete(source);
      change();
    };
  }, [source, entries]);
}

/** Everything that is offered now. */
export const usePalette = (): readonly PaletteEntry[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => all,
    () => all,
  );

/** Those whose words begin with all that was typed; where nothing was typed, all of them. */
export function matching(entries: readonly PaletteEntry[], text: string): readonly PaletteEntry[] {
  const terms = text.toLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter(({ label, hint = '' }) => {
    const words = `${label} ${hint}`.toLowerCase().split(/[\s·,/()-]+/);
    return terms.every((term) => words.some((word) => word.startsWith(term)));
  });
}
