'use client';
import type { MeasuresLine } from '@intray/core';
import { useMemo } from 'react';
import { Chart, type Series } from './Chart.tsx';
import css from './Reports.module.css';
import { figuresOf, standingBefore } from './series.ts';
import { words } from './words.ts';

/** How long work may wait to count as taken in time. */
export type Bound = keyof typeof words.bounds;
export const BOUNDS = Object.keys(words.bounds) as readonly Bound[];

export interface ChartsProps {
  readonly lines: readonly MeasuresLine[];
  /** What was counted before the first step. */
  readonly before: readonly MeasuresLine[];
  readonly slots: readonly number[];
  readonly bound: Bound;
  readonly name: string | undefined;
  readonly timeOf: (slot: number) => string;
  readonly onPick: (slot: number) => void;
}

interface Drawn {
  readonly title: string;
  readonly unit?: string;
  readonly series: readonly Series[];
}

/** What happened, drawn over time. */
export function Charts({ lines, before, slots, bound, name, timeOf, onPick }: ChartsProps) {
  const drawn = useMemo((): readonly Drawn[] => {
    const figures = figuresOf(lines, slots, name);
    const { series, charts } = words;
    return [
      {
        title: charts.flow,
        series: [
          { label: series.captured, ink: 'accent', values: figures.count('captured') },
          { label: series.completed, ink: 'positive', values: figures.count('completed') },
        ],
      },
      {
        title: charts.backlog,
        series: [
          { label: series.backlog, ink: 'info', values: figures.backlog(standingBefore(before, name)) },
        ],
      },
      {
        title: charts.level,
        unit: words.percent,
        series: [{ label: series.level, ink: 'positive', values: figures.share(bound, 'wait') }],
      },
      {
        title: charts.times,
        unit: words.minutes,
        series: [
          { label: series.wait, ink: 'caution', values: figures.mean('wait') },
          { label: series.handle, ink: 'accent', values: figures.mean('handle') },
        ],
      },
      {
        title: charts.ends,
        series: [
          { label: series.inTime, ink: 'positive', values: figures.count('inTime') },
          { label: series.late, ink: 'critical', values: figures.count('late') },
        ],
      },
    ];
  }, [lines, before, slots, name, bound]);
  return (
    <div className={css.charts}>
      {drawn.map((chart) => (
        <Chart key={chart.title} {...chart} slots={slots} timeOf={timeOf} onPick={onPick} />
      ))}
    </div>
  );
}
