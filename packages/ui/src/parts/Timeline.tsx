import { Circle, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Tone } from '../design/tone.ts';
import { RelativeTime } from './RelativeTime.tsx';
import css from './Timeline.module.css';

export interface TimelineEntry {
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly icon?: LucideIcon;
  readonly tone?: Tone;
  /** What happened: `Placed in Team shared`. */
  readonly title: ReactNode;
  /** By whom, or why. */
  readonly detail?: ReactNode;
}

export interface TimelineProps {
  readonly label: string;
  /** In the order to be drawn. */
  readonly entries: readonly TimelineEntry[];
}

/** What happened to one thing, one step below the other. */
export function Timeline({ label, entries }: TimelineProps) {
  return (
    <ol className={css.timeline} aria-label={label}>
      {entries.map(({ id, at, icon: Icon = Circle, tone = 'neutral', title, detail }) => (
        <li key={id} className={css.entry}>
          <span className={css.sign} data-tone={tone}>
            <Icon aria-hidden />
          </span>
          <div className={css.words}>
            <div className={css.line}>
              <span className={css.title}>{title}</span>
              <RelativeTime at={at} />
            </div>
            {detail !== undefined && <div className={css.detail}>{detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
