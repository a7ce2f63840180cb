import type { NodeMinute } from '@intray/core';
import { memo } from 'react';
import { locale } from '../../language/locale.ts';
import { lastFull, type Throughput } from './figures.ts';
import css from './Operator.module.css';
import { words } from './words.ts';

const WIDTH = 8;
const HEIGHT = 48;

export interface MinuteChartProps {
  readonly minutes: readonly NodeMinute[];
  readonly of: Throughput;
}

/** A bar for each minute, the running one paler. What it shows is said in words besides. */
export const MinuteChart = memo(function MinuteChart({ minutes, of }: MinuteChartProps) {
  const said = words.late;
  const most = Math.max(0, ...minutes.map((minute) => minute[of]));
  const full = lastFull(minutes)?.[of] ?? 0;
  const number = (n: number) => n.toLocaleString(locale(), { maximumFractionDigits: 1 });
  const clock = (at: number) =>
    new Date(at).toLocaleTimeString(locale(), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return (
    <figure className={css.chart}>
      <figcaption>
        <span className={css.label}>{said[of]}</span>
        <strong>{number(full)}</strong>
        <span className={css.quiet} title={said.perSecond(number(full / 60))}>
          {said.perSecond(number(full / 60))}
        </span>
      </figcaption>
      <svg
        role="img"
        aria-label={said.chart(said[of], number(full), number(most))}
        viewBox={`0 0 ${minutes.length * WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
      >
        {minutes.map((minute, n) => {
          const height =
            most === 0 ? 0 : Math.max(minute[of] > 0 ? 2 : 0, (minute[of] / most) * (HEIGHT - 2));
          return (
            <g key={minute.at} data-running={n === minutes.length - 1 || undefined}>
              <title>{said.bar(clock(minute.at), number(minute[of]))}</title>
              <rect className={css.ground} x={n * WIDTH} y={0} width={WIDTH - 2} height={HEIGHT} />
              <rect x={n * WIDTH} y={HEIGHT - height} width={WIDTH - 2} height={height} />
            </g>
          );
        })}
      </svg>
    </figure>
  );
});
