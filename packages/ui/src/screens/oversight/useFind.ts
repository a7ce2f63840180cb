'use client';
import { type InteractionLine, propertyOf, type WorkbinRef, workbinKey } from '@intray/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useDesk } from '../../desk/DeskProvider.tsx';
import { keys } from '../../desk/keys.ts';
import type { LeadPlace } from '../../desk/lead-place.ts';
import { keepingRows, type Lines, rowsOf } from '../../desk/lists.ts';
import type { FindAsked } from '../../desk/oversight-port.ts';
import { useCatalogue, useWorkbins } from '../../desk/questions.ts';

/** Attached keys that the list itself shows. */
const SHOWN = ['Subject', 'From'];
const MOST_COLUMNS = 6;

export interface Asked {
  readonly request: FindAsked;
  /** Attached keys that the saved filter wants to see, beside the usual columns. */
  readonly columns: readonly string[];
  /** The names are there by which the place is understood. */
  readonly ready: boolean;
}

/** What the place asks for: its queue or tray, its saved filter or its own condition. */
export function useAsked(place: LeadPlace, among: 'queues' | 'workbins'): Asked {
  const { data: catalogue } = useCatalogue();
  const { data: workbins } = useWorkbins();
  return useMemo(() => {
    const saved = catalogue?.filters.find(({ id }) => id === place.filter);
    const condition = saved?.condition ?? place.where;
    const columns = (saved?.columns ?? [])
      .filter((name) => propertyOf(name) === undefined && !SHOWN.includes(name))
      .slice(0, MOST_COLUMNS);
    const tray: WorkbinRef | undefined = workbins?.find(
      ({ workbin }) => workbinKey(workbin) === place.of,
    )?.workbin;
    const queues = place.of === undefined ? saved?.queues : [place.of];
    return {
      columns,
      ready:
        (place.filter === undefined || catalogue !== undefined) &&
        (among === 'queues' || place.of === undefined || workbins !== undefined),
      request: {
        among,
        ...(among === 'queues' && queues !== undefined ? { queues } : {}),
        ...(among === 'workbins' && place.of !== undefined
          ? { workbins: tray === undefined ? [] : [tray] }
          : {}),
        ...(condition !== undefined && condition !== '' ? { condition } : {}),
        keys: [...SHOWN, ...columns],
      },
    };
  }, [catalogue, workbins, place.filter, place.where, place.of, among]);
}

const PAGE = 200;

/** What is found, slice after slice as it is asked for. */
export function useFind(request: FindAsked, ready: boolean) {
  const { port } = useDesk();
  const query = useInfiniteQuery({
    queryKey: keys.find(JSON.stringify(request)),
    queryFn: ({ pageParam }) =>
      port.find({ ...request, limit: PAGE, ...(pageParam === undefined ? {} : { after: pageParam }) }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
    structuralSharing: (before, after) => keepingRows(before as Lines | undefined, after as Lines),
    enabled: ready,
  });
  const rows = useMemo(() => rowsOf(query.data as Lines | undefined), [query.data]);
  return { ...query, rows };
}

export type Row = InteractionLine;
