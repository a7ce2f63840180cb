'use client';
import { classes } from '../design/classes.ts';
import type { Tone } from '../design/tone.ts';
import { useNow } from '../design/useNow.ts';
import { locale as spokenLocale } from '../language/locale.ts';
import css from './RelativeTime.module.css';
import { exactly, relative } from './relative.ts';

export interface RelativeTimeProps {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** How urgent that distance is; `left` in milliseconds, negative once past. Always the muted ink when absent. */
  readonly toneOf?: (left: number) => Tone;
  /** The spoken language's own when absent. */
  readonly locale?: string;
}

/** How long ago, or how long until. Keeps itself true by the window's one clock; the exact time is in the title. */
export function RelativeTime({ at, toneOf, locale = spokenLocale() }: RelativeTimeProps) {
  const now = useNow(15_000);
  if (now === undefined) return <time className={css.time} />;
  const left = at - now;
  return (
    <time
      className={classes(css.time, toneOf && css.toned)}
      data-tone={toneOf?.(left)}
      dateTime={new Date(at).toISOString()}
      title={exactly(at, locale)}
    >
      {relative(left, locale)}
    </time>
  );
}
