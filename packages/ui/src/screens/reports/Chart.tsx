'use client';
import { useEffect, useRef, useState } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { locale } from '../../language/locale.ts';
import { type Ink, inksOf, onTheme } from './ink.ts';
import css from './Reports.module.css';
import { words } from './words.ts';

export interface Series {
  readonly label: string;
  readonly ink: Ink;
  readonly values: readonly (number | null)[];
}

export interface ChartProps {
  readonly title: string;
  /** When each step begins, in milliseconds. */
  readonly slots: readonly number[];
  readonly series: readonly Series[];
  readonly unit?: string;
  /** A step was pointed at: which one. */
  readonly onPick: (slot: number) => void;
  /** How a step is written. */
  readonly timeOf: (slot: number) => string;
}

const HEIGHT = 190;
const SECOND = 1_000;
/** Steps of an axis that counts. */
const WHOLE = [1, 10, 100, 1_000, 10_000, 100_000].flatMap((step) => [step, 2 * step, 5 * step]);

const written = (value: number | null, unit = ''): string =>
  value === null
    ? '–'
    : `${value.toLocaleString(locale(), { maximumFractionDigits: 1 })}${unit === '' ? '' : ` ${unit}`}`;

/** Lines over time. What is drawn is also there as a table, for those who can't see it or don't point. */
export function Chart(props: ChartProps) {
  const { title, slots, series, unit, onPick, timeOf } = props;
  const room = useRef<HTMLDivElement>(null);
  const pick = useRef(onPick);
  pick.current = onPick;
  const write = useRef(timeOf);
  write.current = timeOf;
  const [theme, setTheme] = useState(0);
  useEffect(() => onTheme(() => setTheme((n) => n + 1)), []);

  useEffect(() => {
    const host = room.current;
    if (host === null || slots.length === 0) return;
    const inks = inksOf(host);
    // A canvas inherits no font.
    const font = `12px ${getComputedStyle(host).fontFamily}`;
    const axis = { stroke: inks.muted, font, grid: { stroke: inks.line, width: 1 }, ticks: { show: false } };
    const chart = new uPlot(
      {
        width: host.clientWidth,
        height: HEIGHT,
        cursor: { points: { size: 7 }, drag: { x: false, y: false } },
        legend: { show: false },
        scales: { y: { range: (_, __, max) => [0, Math.max(1, max * 1.1)] } },
        axes: [
          {
            ...axis,
            space: 70,
            size: 28,
            // A day that has just begun has one step, and is named once.
            ...(slots.length === 1 && { splits: () => slots.map((slot) => slot / SECOND) }),
            values: (_, splits) => splits.map((second) => write.current(second * SECOND)),
          },
          // There is no half of a piece of work.
          { ...axis, size: 44, ...(unit === undefined && { incrs: WHOLE }) },
        ],
        series: [
          {},
          ...series.map(({ label, ink }) => ({
            label,
            stroke: inks[ink],
            width: 2,
            points: { show: slots.length < 50, size: 5, fill: inks[ink] },
            spanGaps: false,
          })),
        ],
      },
      [slots.map((slot) => slot / SECOND), ...series.map(({ values }) => [...values])],
      host,
    );
    const click = () => {
      const slot = slots[chart.cursor.idx ?? -1];
      if (slot !== undefined) pick.current(slot);
    };
    chart.over.addEventListener('click', click);
    const resize = new ResizeObserver(() => chart.setSize({ width: host.clientWidth, height: HEIGHT }));
    resize.observe(host);
    return () => {
      resize.disconnect();
      chart.destroy();
    };
  }, [slots, series, unit, theme]);

  return (
    <figure className={css.chart}>
      <figcaption>
        <h3>{title}</h3>
        <ul className={css.legend}>
          {series.map(({ label, ink }) => (
            <li key={label}>
              <span className={css.key} data-ink={ink} aria-hidden /> {label}
            </li>
          ))}
        </ul>
      </figcaption>
      <div ref={room} className={css.plot} aria-hidden />
      <details>
        <summary>{words.table}</summary>
        <div className={css.tableRoom}>
          <table className={css.table}>
            <thead>
              <tr>
                <th scope="col">{words.step}</th>
                {series.map(({ label }) => (
                  <th key={label} scope="col">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {slots.map((slot, n) => (
                <tr key={slot}>
                  <th scope="row">
                    <button
                      type="button"
                      className={css.figure}
                      aria-label={words.pick(timeOf(slot))}
                      onClick={() => onPick(slot)}
                    >
                      {timeOf(slot)}
                    </button>
                  </th>
                  {series.map(({ label, values }) => (
                    <td key={label}>{written(values[n] ?? null, unit)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
