'use client';
import type { Operations } from '@intray/core';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { useNow } from '../../design/useNow.ts';
import { locale } from '../../language/locale.ts';
import { SkeletonRows } from '../../parts/Skeleton.tsx';
import { Trouble } from '../Trouble.tsx';
import { Figures } from './Figures.tsx';
import { minutesOfAll } from './figures.ts';
import { MinuteChart } from './MinuteChart.tsx';
import { NodeTable } from './NodeTable.tsx';
import css from './Operator.module.css';
import { useOperations } from './useOperations.ts';
import { words } from './words.ts';

const clock = (at: number) =>
  new Date(at).toLocaleTimeString(locale(), { timeStyle: 'medium', hourCycle: 'h23' });

/** So long without an answer, what is shown is no longer what is; in ms. */
const SILENT_AFTER = 7_000;

/** How the servers and the database are, kept true while somebody looks. */
export function Operator() {
  const { data, error, dataUpdatedAt, isFetching, refetch } = useOperations();
  const now = useNow() ?? dataUpdatedAt;
  return (
    <>
      <header className={css.bar}>
        <h2>{words.title}</h2>
        {data !== undefined && (
          <p className={css.asOf}>
            {words.asOf(clock(data.asOf))} ·{' '}
            <span title={data.answeredBy}>{words.answeredBy(data.answeredBy)}</span>
          </p>
        )}
      </header>
      {data === undefined && error !== null && (
        <Trouble error={error} busy={isFetching} onRetry={() => void refetch()} />
      )}
      {data === undefined && error === null && <SkeletonRows label={words.loading} rows={10} />}
      {data !== undefined && (
        <Told operations={data} answers={error === null && now - dataUpdatedAt < SILENT_AFTER} />
      )}
    </>
  );
}

/** @param answers a server answered the last question */
function Told({ operations, answers }: { readonly operations: Operations; readonly answers: boolean }) {
  const { nodes, asOf, database, troubles } = operations;
  const minutes = useMemo(() => minutesOfAll(nodes, asOf), [nodes, asOf]);
  const said = !answers ? words.stale.server : database.reachable ? undefined : words.stale.database;
  return (
    <div className={css.page}>
      <div role="status">
        {said !== undefined ? (
          <div className={css.notice} data-tone="critical">
            <TriangleAlert aria-hidden />
            <p>
              {said(clock(asOf))}
              {answers && database.note !== undefined && <code className={css.note}>{database.note}</code>}
            </p>
          </div>
        ) : (
          troubles.length === 0 && (
            <div className={css.notice} data-tone="positive">
              <CircleCheck aria-hidden />
              <p>{words.well}</p>
            </div>
          )
        )}
        {troubles.length > 0 && said === undefined && (
          <div className={css.notice} data-tone="caution">
            <TriangleAlert aria-hidden />
            <div>
              <h3>{words.toLookAt}</h3>
              <ul>
                {troubles.map(({ code, node = '' }) => (
                  <li key={`${code} ${node}`}>{words.troubles[code](node)}</li>
                ))}
              </ul>
            </div>
          </div>
        )}
      </div>
      <Figures operations={operations} />
      <section>
        <h3>{words.late.title}</h3>
        <div className={css.charts}>
          <MinuteChart minutes={minutes} of="commands" />
          <MinuteChart minutes={minutes} of="commits" />
          <MinuteChart minutes={minutes} of="offers" />
        </div>
      </section>
      <section>
        <h3>{words.nodes.title}</h3>
        <NodeTable nodes={nodes} asOf={asOf} />
      </section>
    </div>
  );
}
