/** What is counted about work, and by what. Each measure is defined in docs/reporting.md. */
import { z } from 'zod';
import type { Interaction } from '../interaction/interaction.ts';
import { type Instant, MINUTE } from '../values.ts';

export const DIMENSIONS = ['all', 'queue', 'mediaType', 'department', 'process', 'agent'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** `wait`, `handle` and `focus` have a sum in milliseconds; of the others only the count says something. */
export const MEASURES = [
  'entered',
  'left',
  'captured',
  'completed',
  'cancelled',
  'rejected',
  'held',
  'failed',
  'declined',
  'missed',
  'wait',
  'handle',
  'focus',
  'inTime',
  'late',
  'waitedUpTo20s',
  'waitedUpTo1m',
  'waitedUpTo5m',
  'waitedUpTo1h',
  'waitedUpTo8h',
  'waitedUpTo1d',
] as const;
export type Measure = (typeof MEASURES)[number];

/** A wait counts under every bound that it keeps. */
export const WAIT_BOUNDS: readonly (readonly [Measure, number])[] = [
  ['waitedUpTo20s', 20_000],
  ['waitedUpTo1m', MINUTE],
  ['waitedUpTo5m', 5 * MINUTE],
  ['waitedUpTo1h', 60 * MINUTE],
  ['waitedUpTo8h', 8 * 60 * MINUTE],
  ['waitedUpTo1d', 24 * 60 * MINUTE],
];

/** Everything is counted in quarters of an hour, by when it happened. */
export const SLOT = 15 * MINUTE;
export const slotOf = (at: Instant): Instant => at - (at % SLOT);

/** One more, in a slot, under a name of a dimension. */
export interface Delta {
  readonly slot: Instant;
  readonly dimension: Dimension;
  readonly name: string;
  readonly measure: Measure;
  readonly n: number;
  readonly sum: number;
}

type Placed = Pick<Interaction, 'queue' | 'mediaType' | 'task'>;

/** Under which names work counts, but for its agent. */
export function namesOf({ queue, mediaType, task }: Placed): readonly (readonly [Dimension, string])[] {
  const names: [Dimension, string][] = [
    ['all', ''],
    ['queue', queue],
    ['mediaType', mediaType],
  ];
  if (task?.department !== undefined) names.push(['department', task.department]);
  if (task?.process !== undefined) names.push(['process', task.process]);
  return names;
}

const At = z.number().int().min(0).max(8_640_000_000_000_000);

export const LiveQuery = z.object({ by: z.enum(DIMENSIONS).default('queue') }).strict();
export type LiveQuery = Readonly<z.infer<typeof LiveQuery>>;

export const MeasuresQuery = z
  .object({
    by: z.enum(DIMENSIONS).default('queue'),
    /** From the slot that holds this moment; from the beginning if left out. */
    from: At.optional(),
    /** Up to the slot that holds this moment, and not with it; to the end if left out. */
    to: At.optional(),
    /** Summed by hours or days (of UTC), or all together. */
    per: z.enum(['quarter', 'hour', 'day', 'all']).default('all'),
  })
  .strict();
export type MeasuresQuery = Readonly<z.infer<typeof MeasuresQuery>>;

/** How much unfinished work there is now. */
export interface LiveLine {
  readonly name: string;
  readonly backlog: number;
  readonly inHand: number;
  readonly held: number;
  readonly overdue: number;
  /** By the time since it came in. */
  readonly youngerThan1h: number;
  readonly youngerThan1d: number;
  readonly youngerThan7d: number;
  readonly older: number;
}

export interface MeasuresLine {
  /** When the slot begins; 0 for all together. */
  readonly slot: Instant;
  readonly name: string;
  readonly counts: Readonly<Partial<Record<Measure, number>>>;
  /** In milliseconds. */
  readonly sums: Readonly<Partial<Record<'wait' | 'handle' | 'focus', number>>>;
}
