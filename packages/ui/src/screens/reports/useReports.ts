'use client';
import type { Dimension } from '@intray/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDesk } from '../../desk/DeskProvider.tsx';
import { keys } from '../../desk/keys.ts';
import type { Span } from './series.ts';
import type { Grain } from './words.ts';

/** Figures follow about a second behind what happens; often enough for an eye, seldom enough for a database. */
const ANEW = 10_000;
const HISTORY_ANEW = 60_000;

export function useLive(by: Dimension) {
  const { port } = useDesk();
  return useQuery({
    queryKey: [...keys.reports, 'live', by],
    queryFn: () => port.liveReport({ by }),
    refetchInterval: ANEW,
    placeholderData: keepPreviousData,
  });
}

/** What happened in the time, and what was counted of everything before it. */
export function useMeasures(by: Dimension, { from, to }: Span, per: Grain) {
  const { port } = useDesk();
  return useQuery({
    queryKey: [...keys.reports, 'measures', by, per, String(from), String(to)],
    queryFn: async () => {
      const [lines, before] = await Promise.all([
        port.measuresReport({ by, from, to, per }),
        port.measuresReport({ by, to: from, per: 'all' }),
      ]);
      return { lines, before };
    },
    refetchInterval: HISTORY_ANEW,
    placeholderData: keepPreviousData,
  });
}
