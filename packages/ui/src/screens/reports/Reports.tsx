'use client';
import { type Dimension, liveCsv, type MyDesk, measuresCsv, reportsFor } from '@intray/core';
import { Download } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { LeadPlace } from '../../desk/lead-place.ts';
import { useServerNow } from '../../desk/questions.ts';
import { locale } from '../../language/locale.ts';
import { Button } from '../../parts/Button.tsx';
import { Select } from '../../parts/Select.tsx';
import { SkeletonRows } from '../../parts/Skeleton.tsx';
import { type Names, useNames } from '../names.ts';
import { Trouble } from '../Trouble.tsx';
import { BOUNDS, type Bound, Charts } from './Charts.tsx';
import { download } from './download.ts';
import { LiveTable } from './LiveTable.tsx';
import { Picked } from './Picked.tsx';
import css from './Reports.module.css';
import { GRAINS, slotsIn, spanOf, WIDTH } from './series.ts';
import { useLive, useMeasures } from './useReports.ts';
import { type Grain, type Range, words } from './words.ts';

export interface ReportsProps {
  readonly me: MyDesk;
  readonly onGo: (place: LeadPlace) => void;
}

const RANGES = ['today', 'day', 'week', 'month'] as const;
const ALL = '*';

/** What the names of a dimension are called. */
function nameIn(by: Dimension, names: Names): (id: string) => string {
  const call: Partial<Record<Dimension, (id: string) => string>> = {
    queue: names.queue,
    mediaType: names.media,
    agent: names.person,
    all: () => words.dimensions.all,
  };
  return call[by] ?? ((id) => id);
}

/** Figures of what is now and of what happened, as far as core lets the person see them. */
export default function Reports({ me, onGo }: ReportsProps) {
  const names = useNames();
  const may = useMemo(() => reportsFor(me.privileges), [me.privileges]);
  const [by, setBy] = useState<Dimension>(may.includes('queue') ? 'queue' : (may[0] ?? 'queue'));
  const [of, setOf] = useState(ALL);
  const [range, setRange] = useState<Range>('today');
  const [wanted, setWanted] = useState<Grain>('hour');
  const grain = GRAINS[range].includes(wanted) ? wanted : (GRAINS[range][0] ?? 'day');
  const [bound, setBound] = useState<Bound>('waitedUpTo5m');
  const [picked, setPicked] = useState<number>();
  const now = useServerNow();
  // A step is the same one until the next begins, so that nothing is asked anew each second.
  const step = now - (now % WIDTH[grain]);
  const span = useMemo(() => spanOf(range, grain, step), [range, grain, step]);
  const slots = useMemo(() => slotsIn(span, grain), [span, grain]);
  const live = useLive(by);
  const measures = useMeasures(by, span, grain);
  const nameOf = nameIn(by, names);
  const lines = measures.data?.lines ?? [];
  const known = [...new Set([...(live.data ?? []), ...lines].map(({ name }) => name))].sort();
  const timeOf = (slot: number) =>
    new Date(slot).toLocaleString(locale(), {
      ...(grain === 'day' ? { timeZone: 'UTC' } : { hour: 'numeric', minute: '2-digit' }),
      ...(range === 'today' ? {} : { day: 'numeric', month: 'short' }),
    });

  return (
    <>
      <header className={css.bar}>
        <h2>{words.title}</h2>
      </header>
      <div className={css.controls}>
        <Select
          label={words.by}
          value={by}
          options={may.map((value) => ({ value, label: words.dimensions[value] }))}
          onChange={(next) => {
            setBy(next);
            setOf(ALL);
          }}
        />
        <Select
          label={words.of}
          value={of}
          options={[
            { value: ALL, label: words.everyone },
            ...known.map((value) => ({ value: `=${value}`, label: nameOf(value) })),
          ]}
          onChange={setOf}
        />
        <Select
          label={words.range}
          value={range}
          options={RANGES.map((value) => ({ value, label: words.ranges[value] }))}
          onChange={setRange}
        />
        <Select
          label={words.grain}
          value={grain}
          options={GRAINS[range].map((value) => ({ value, label: words.grains[value] }))}
          onChange={setWanted}
        />
        <Select
          label={words.within}
          value={bound}
          options={BOUNDS.map((value) => ({ value, label: words.bounds[value] }))}
          onChange={setBound}
        />
      </div>
      <div className={css.page}>
        <section>
          <div className={css.head}>
            <h3>{words.now}</h3>
            <Button
              size="s"
              icon={Download}
              disabled={live.data === undefined}
              onClick={() => download(`now-by-${by}.csv`, liveCsv(live.data ?? []))}
            >
              {words.downloadNow}
            </Button>
          </div>
          {live.data !== undefined ? (
            <LiveTable by={by} lines={live.data} nameOf={nameOf} onLook={onGo} />
          ) : live.error ? (
            <Trouble error={live.error} busy={live.isFetching} onRetry={() => void live.refetch()} />
          ) : (
            <SkeletonRows label={words.loading} rows={4} />
          )}
        </section>
        <section>
          <div className={css.head}>
            <h3>{words.history}</h3>
            <Button
              size="s"
              icon={Download}
              disabled={measures.data === undefined}
              onClick={() => download(`history-by-${by}.csv`, measuresCsv(lines))}
            >
              {words.download}
            </Button>
          </div>
          {measures.data !== undefined ? (
            <Charts
              lines={lines}
              before={measures.data.before}
              slots={slots}
              bound={bound}
              name={of === ALL ? undefined : of.slice(1)}
              timeOf={timeOf}
              onPick={setPicked}
            />
          ) : measures.error ? (
            <Trouble
              error={measures.error}
              busy={measures.isFetching}
              onRetry={() => void measures.refetch()}
            />
          ) : (
            <SkeletonRows label={words.loading} rows={8} />
          )}
        </section>
      </div>
      {picked !== undefined && (
        <Picked
          by={by}
          name={of === ALL ? undefined : of.slice(1)}
          slot={picked}
          width={WIDTH[grain]}
          lines={lines}
          time={timeOf(picked)}
          nameOf={nameOf}
          onLook={onGo}
          onClose={() => setPicked(undefined)}
        />
      )}
    </>
  );
}
