/** Counted figures as the lines of charts: a value for each step of time, also where nothing happened. */
import type { Measure, MeasuresLine } from '@intray/core';
import type { Grain, Range } from './words.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const WIDTH: Readonly<Record<Grain, number>> = { quarter: 15 * MINUTE, hour: HOUR, day: DAY };

/** Steps that make sense for a time: neither three nor three thousand. */
export const GRAINS: Readonly<Record<Range, readonly Grain[]>> = {
  today: ['quarter', 'hour'],
  day: ['quarter', 'hour'],
  week: ['hour', 'day'],
  month: ['day'],
};

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** From the beginning of a step up to the end of the one that now is. */
export function spanOf(range: Range, grain: Grain, now: number): Span {
  const width = WIDTH[grain];
  const midnight = new Date(now);
  midnight.setHours(0, 0, 0, 0);
  const begun = {
    today: midnight.getTime(),
    day: now - DAY,
    week: now - 7 * DAY,
    month: now - 30 * DAY,
  }[range];
  return { from: begun - (begun % width), to: now - (now % width) + width };
}

/** When each step begins. */
export function slotsIn({ from, to }: Span, grain: Grain): readonly number[] {
  const width = WIDTH[grain];
  return Array.from({ length: Math.max(0, Math.ceil((to - from) / width)) }, (_, n) => from + n * width);
}

/** Of one name, or of all names together. */
const of = (lines: readonly MeasuresLine[], name: string | undefined) =>
  name === undefined ? lines : lines.filter((line) => line.name === name);

function summed(
  lines: readonly MeasuresLine[],
  slots: readonly number[],
  figureOf: (line: MeasuresLine) => number,
): readonly number[] {
  const found = new Map<number, number>();
  for (const line of lines) found.set(line.slot, (found.get(line.slot) ?? 0) + figureOf(line));
  return slots.map((slot) => found.get(slot) ?? 0);
}

export interface Figures {
  readonly count: (measure: Measure) => readonly number[];
  /** Share in percent; `null` where there is nothing to share. */
  readonly share: (part: Measure, whole: Measure) => readonly (number | null)[];
  /** Mean in minutes; `null` where nothing was timed. */
  readonly mean: (measure: 'wait' | 'handle') => readonly (number | null)[];
  /** @param before unfinished work when the first step begins */
  readonly backlog: (before: number) => readonly number[];
}

const ratio = (part: readonly number[], whole: readonly number[], factor: number) =>
  part.map((value, n) => (whole[n] ? (value / whole[n]) * factor : null));

export function figuresOf(
  lines: readonly MeasuresLine[],
  slots: readonly number[],
  name: string | undefined,
): Figures {
  const mine = of(lines, name);
  const count = (measure: Measure) => summed(mine, slots, ({ counts }) => counts[measure] ?? 0);
  return {
    count,
    share: (part, whole) => ratio(count(part), count(whole), 100),
    mean: (measure) =>
      ratio(
        summed(mine, slots, ({ sums }) => sums[measure] ?? 0),
        count(measure),
        1 / MINUTE,
      ),
    backlog(before) {
      const [entered, left] = [count('entered'), count('left')];
      let standing = before;
      return slots.map((_, n) => {
        standing += (entered[n] ?? 0) - (left[n] ?? 0);
        return standing;
      });
    },
  };
}

/** Unfinished work that had come before a moment, from all that was counted up to it. */
export const standingBefore = (lines: readonly MeasuresLine[], name: string | undefined): number =>
  of(lines, name).reduce((sum, { counts }) => sum + (counts.entered ?? 0) - (counts.left ?? 0), 0);
