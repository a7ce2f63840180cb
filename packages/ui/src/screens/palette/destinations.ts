'use client';
/** What the palette offers of the frame: where to go, and what the desk itself does. */
import { CheckCheck, CircleDot, Keyboard, PenLine, StepForward, UsersRound } from 'lucide-react';
import { useMemo } from 'react';
import type { Place } from '../../desk/place.ts';
import type { Destination } from '../frame/Navigation.tsx';
import type { DeskPage } from '../frame/pages.ts';
import { words } from '../words.ts';
import { type PaletteEntry, usePaletteEntries } from './entries.ts';

export interface DeskDeeds {
  readonly go: (place: Place) => void;
  readonly pullNext: () => void;
  readonly toggleReady: () => void;
  readonly help: () => void;
}

/** Offers every tray, queue and page, and the deeds of the desk. The deeds stay the same between renders. */
export function useDeskEntries(
  destinations: readonly Destination[],
  pages: readonly DeskPage[],
  deeds: DeskDeeds,
): void {
  const entries = useMemo((): readonly PaletteEntry[] => {
    const { nav, palette, next, shortcuts } = words;
    const fixed = [
      ['work', nav.work, PenLine],
      ['finished', nav.finished, CheckCheck],
      ['colleagues', nav.colleagues, UsersRound],
    ] as const;
    return [
      ...fixed.map(([view, label, icon]) => ({
        id: view,
        label,
        icon,
        hint: palette.place,
        act: () => deeds.go({ view }),
      })),
      ...[...destinations, ...pages].map(({ id, label, icon, place }) => ({
        id,
        label,
        ...(icon && { icon }),
        hint: palette.place,
        act: () => deeds.go(place),
      })),
      { id: 'next', label: next.pull, icon: StepForward, hint: palette.desk, act: deeds.pullNext },
      { id: 'ready', label: shortcuts.ready, icon: CircleDot, hint: palette.desk, act: deeds.toggleReady },
      { id: 'help', label: shortcuts.title, icon: Keyboard, hint: palette.desk, act: deeds.help },
    ];
  }, [destinations, pages, deeds]);
  usePaletteEntries('desk', entries);
}
