import type { ReactNode } from 'react';
import { classes } from '../design/classes.ts';
import css from './KeyValueList.module.css';

export interface KeyValue {
  readonly id: string;
  readonly label: ReactNode;
  /** Drawn as a dash when absent or empty. */
  readonly value?: ReactNode;
  /** Fixed-width letters, for ids and codes. */
  readonly mono?: boolean;
}

export interface KeyValueListProps {
  readonly entries: readonly KeyValue[];
  /** `rows` (default) puts the value beside the label, `stacked` below it, for narrow panes and long texts. */
  readonly layout?: 'rows' | 'stacked';
}

/** Facts about one thing: case data, properties. */
export function KeyValueList({ entries, layout = 'rows' }: KeyValueListProps) {
  return (
    <dl className={classes(css.list, css[layout])}>
      {entries.map(({ id, label, value, mono }) => (
        <div key={id} className={css.entry}>
          <dt className={css.label}>{label}</dt>
          <dd className={classes(css.value, mono && css.mono)}>
            {value === undefined || value === '' ? '–' : value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
