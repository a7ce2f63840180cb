'use client';
import type { InteractionLine } from '@intray/core';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useNow } from '../../design/useNow.ts';
import { useDesk } from '../../desk/DeskProvider.tsx';
import { type Chips, filtered, NO_CHIPS, pressed, type Sorting, sorted } from './arrangement.ts';

/** So many rows are fetched for sorting and filtering; beyond that the list says that it goes by those. */
export const MOST_ARRANGED = 1_000;
const SECOND = 1_000;
const OFTEN = 5 * SECOND;
const SELDOM = 60 * SECOND;

/** What the person typed, chose and sorted by, and the rows that come of it. */
export function useArrangement(rows: readonly InteractionLine[], more: (() => void) | undefined) {
  const [text, setText] = useState('');
  const [chips, setChips] = useState<Chips>(NO_CHIPS);
  const [sorting, setSorting] = useState<Sorting>();
  const sought = useDeferredValue(text.trim());
  const { clock } = useDesk();
  // Rows are looked through anew a few times a minute, and only while that is asked for.
  const now = (useNow(chips.overdue ? OFTEN : SELDOM) ?? 0) + Math.round(clock.offset() / SECOND) * SECOND;
  const moment = chips.overdue ? now : 0;
  const narrowed = sought !== '' || chips.overdue || chips.mediaTypes.length > 0;
  const arranged = narrowed || sorting !== undefined;
  const shown = useMemo(
    () => sorted(filtered(rows, sought, chips, moment), sorting),
    [rows, sought, chips, moment, sorting],
  );
  const wanting = arranged && rows.length < MOST_ARRANGED ? more : undefined;
  useEffect(() => wanting?.(), [wanting]);
  return {
    ...{ text, setText, chips, setChips, sorting, narrowed, arranged, shown },
    /** There are rows that this order and these filters don't know of. */
    partial: arranged && more !== undefined,
    sortBy: (column: string) => setSorting((before) => pressed(before, column)),
    clear: () => {
      setText('');
      setChips(NO_CHIPS);
    },
  };
}
