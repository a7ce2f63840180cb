import { classes } from '../design/classes.ts';
import { locale } from '../language/locale.ts';
import css from './Counter.module.css';
import { VisuallyHidden } from './VisuallyHidden.tsx';

export interface CounterProps {
  readonly value: number;
  /** What is counted, for those who can't see what it stands beside: `12 items`. Drawn is only the number. */
  readonly label?: string;
  /** Above it, `max+` is drawn. Default 9,999. */
  readonly max?: number;
  readonly tone?: 'plain' | 'accent' | 'critical';
}

/** How many. Digits are of equal width, so that a list of counts doesn't dance as they change. */
export function Counter({ value, label, max = 9_999, tone = 'plain' }: CounterProps) {
  const shown = value > max ? `${max.toLocaleString(locale())}+` : value.toLocaleString(locale());
  return (
    <span className={classes(css.counter, css[tone])}>
      {label === undefined ? (
        shown
      ) : (
        <>
          <span aria-hidden>{shown}</span>
          <VisuallyHidden>{label}</VisuallyHidden>
        </>
      )}
    </span>
  );
}
