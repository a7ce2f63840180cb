'use client';
import { useCatalogue } from '../../desk/questions.ts';
import { Select } from '../../parts/Select.tsx';
import { words } from '../words.ts';
import { ALL, type MyHistoryFilter } from './finishedFilter.ts';
import css from './History.module.css';
import { PERIODS, type Period } from './periods.ts';

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
