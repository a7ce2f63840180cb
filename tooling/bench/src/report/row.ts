/** One line of the table: two figures of the same run, and what one is divided by the other. */
import type { Spread } from '../measuring/statistics.ts';
import type { WorkloadName } from '../options.ts';

export interface Row {
  readonly workload: WorkloadName;
  /** What was measured, and in which unit. */
  readonly what: string;
  readonly intray: string;
  /** Who is on the other side. */
  readonly against: string;
  readonly other: string;
  readonly ratio: Spread;
  readonly bar?: Bar;
}

/** What the ratio must be, and which end of it is the good one. */
export interface Bar {
  readonly kind: 'at least' | 'at most';
  readonly value: number;
}

export const reaches = ({ ratio: { median }, bar }: Row): boolean | undefined =>
  bar === undefined ? undefined : bar.kind === 'at least' ? median >= bar.value : median <= bar.value;
