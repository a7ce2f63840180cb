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
  /** What is good enough in itself, whatever the ratio is; all there is to be met where there is no bar. */
  readonly enough?: { readonly says: string; readonly met: boolean };
}

/** What the ratio must be, and which end of it is the good one. */
export interface Bar {
  readonly kind: 'at least' | 'at most';
  readonly value: number;
}

export function reaches({ ratio: { median }, bar, enough }: Row): boolean | undefined {
  if (bar === undefined) return enough?.met;
  return enough?.met === true || (bar.kind === 'at least' ? median >= bar.value : median <= bar.value);
}
