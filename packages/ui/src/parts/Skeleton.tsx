import css from './Skeleton.module.css';

export interface SkeletonRowsProps {
  /** What is being waited for: `Loading the workbin`. */
  readonly label: string;
  readonly rows?: number;
  readonly density?: 'compact' | 'comfortable';
}

/** The shape of a list while its rows are on the way, so that nothing jumps when they arrive. */
export function SkeletonRows({ label, rows = 6, density = 'compact' }: SkeletonRowsProps) {
  return (
    <div role="status" aria-label={label} className={css.rows} data-density={density}>
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <div key={row} className={css.row} aria-hidden>
          <span className={css.dot} />
          <span className={css.bar} style={{ width: `${34 + ((row * 13) % 31)}%` }} />
          <span className={css.bar} style={{ width: '3.5rem', marginInlineStart: 'auto' }} />
        </div>
      ))}
    </div>
  );
}
