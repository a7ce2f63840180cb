'use client';
/** Which of the finished work is shown. */
import type { FinishedFilter } from '@intray/core';
import { useMemo } from 'react';
import { useDesk } from '../../desk/DeskProvider.tsx';
import { type Period, sinceOf } from './periods.ts';

/** Every medium. */
export const ALL = '*';

export interface MyHistoryFilter {
  readonly mediaType: string;
  readonly period: Period;
}

export const EVERYTHING: MyHistoryFilter = { mediaType: ALL, period: 'all' };

/** As the server takes it; the beginning of a period is worked out once, when it is chosen. */
export function useFinishedFilter({ mediaType, period }: MyHistoryFilter): FinishedFilter {
  const { clock } = useDesk();
  return useMemo(() => {
    const since = sinceOf(period, clock.now());
    return { ...(mediaType !== ALL && { mediaType }), ...(since !== undefined && { since }) };
  }, [mediaType, period, clock]);
}
