'use client';
import type { FinishedFilter } from '@intray/core';
import { useMemo } from 'react';
import { useDesk } from '../../desk/DeskProvider.tsx';
import { useCatalogue } from '../../desk/questions.ts';
import { Select } from '../../parts/Select.tsx';
import { words } from '../words.ts';
import css from './History.module.css';
import { PERIODS, type Period, sinceOf } from './periods.ts';

const ALL = '*';

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

export interface MyHistoryProps {
  readonly value: MyHistoryFilter;
  readonly onChange: (value: MyHistoryFilter) => void;
}

/** What I finished, of which medium and since when. */
export function MyHistory({ value, onChange }: MyHistoryProps) {
  const { data: catalogue } = useCatalogue();
  const text = words.myHistory;
  return (
    <div className={css.period}>
      <Select
        label={text.media}
        hideLabel
        options={[
          { value: ALL, label: words.contact.allMedia },
          ...(catalogue?.mediaTypes ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={value.mediaType}
        onChange={(mediaType) => onChange({ ...value, mediaType })}
      />
      <Select<Period>
        label={text.when}
        hideLabel
        options={PERIODS.map((period) => ({ value: period, label: text.periods[period] }))}
        value={value.period}
        onChange={(period) => onChange({ ...value, period })}
      />
    </div>
  );
}
