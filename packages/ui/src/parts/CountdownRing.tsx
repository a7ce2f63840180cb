import css from './CountdownRing.module.css';

export interface CountdownRingProps {
  /** Seconds left and seconds given. Whoever draws the ring keeps the time. */
  readonly remaining: number;
  readonly total: number;
  /** From here on it is drawn as urgent. Default: a third of the time. */
  readonly urgentBelow?: number;
  /** What is left, in words: `18 seconds left`. */
  readonly label: string;
}

const RADIUS = 17;
const LENGTH = 2 * Math.PI * RADIUS;

/** Time running out: a ring that empties around the seconds left. */
export function CountdownRing({ remaining, total, urgentBelow = total / 3, label }: CountdownRingProps) {
  const part = total > 0 ? Math.min(1, Math.max(0, remaining / total)) : 0;
  return (
    <span
      className={css.ring}
      role="timer"
      aria-label={label}
      aria-live="off"
      data-urgent={remaining <= urgentBelow || undefined}
    >
      <svg viewBox="0 0 40 40" aria-hidden="true">
        <circle className={css.track} cx="20" cy="20" r={RADIUS} />
        <circle
          className={css.left}
          cx="20"
          cy="20"
          r={RADIUS}
          strokeDasharray={LENGTH}
          strokeDashoffset={LENGTH * (1 - part)}
        />
      </svg>
      <span aria-hidden className={css.seconds}>
        {Math.max(0, Math.ceil(remaining))}
      </span>
    </span>
  );
}
