import type { Node, NodeState } from '@intray/core';
import { memo } from 'react';
import type { Tone } from '../../design/tone.ts';
import { locale } from '../../language/locale.ts';
import { Badge } from '../../parts/Badge.tsx';
import { EmptyState } from '../../parts/Message.tsx';
import { moment } from '../moment.ts';
import { duration } from './figures.ts';
import css from './Operator.module.css';
import { words } from './words.ts';

const TONES: Readonly<Record<NodeState, Tone>> = {
  serving: 'positive',
  draining: 'caution',
  late: 'caution',
  gone: 'critical',
  stopped: 'neutral',
};

export interface NodeTableProps {
  readonly nodes: readonly Node[];
  /** When they were as they are said to be. */
  readonly asOf: number;
}

/** Every server process. No more than fifty are ever told. */
export function NodeTable({ nodes, asOf }: NodeTableProps) {
  const said = words.nodes;
  if (nodes.length === 0) return <EmptyState title={said.none}>{said.noneWhy}</EmptyState>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className={css.scroll} aria-label={said.table} tabIndex={0}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{said.node}</th>
            <th scope="col">{said.state}</th>
            <th scope="col">{said.sign}</th>
            <th scope="col">{said.behind}</th>
            <th scope="col">{said.desks}</th>
            <th scope="col">{said.cometd}</th>
            <th scope="col">{said.people}</th>
            <th scope="col">{said.queued}</th>
            <th scope="col">{said.pool}</th>
            <th scope="col">{said.router}</th>
            <th scope="col">{said.started}</th>
          </tr>
        </thead>
        <tbody>
          {nodes.map((node) => (
            <NodeRow key={node.id} node={node} age={asOf - node.at} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

const count = (n: number | undefined) => (n === undefined ? '–' : n.toLocaleString(locale()));

const NodeRow = memo(function NodeRow({ node, age }: { readonly node: Node; readonly age: number }) {
  const { id, state, report } = node;
  const said = words.nodes;
  // What a node said before it went holds no more.
  const now = state === 'gone' || state === 'stopped' ? undefined : report;
  return (
    <tr data-state={state}>
      <th scope="row">
        <span className={css.cut} title={id}>
          {id}
        </span>
        {report !== undefined && <span className={css.quiet}>{said.version(report.version)}</span>}
      </th>
      <td>
        <Badge tone={TONES[state]}>{said.states[state]}</Badge>
        {now?.routingSince !== undefined && (
          <span className={css.routes} title={said.since(moment(now.routingSince))}>
            <Badge tone="info">{said.routes}</Badge>
          </span>
        )}
      </td>
      <td>{duration(Math.max(0, age), locale())}</td>
      <td className={now !== undefined && now.behind.ms >= 2_000 ? css.bad : undefined}>
        {now === undefined
          ? '–'
          : now.behind.events === 0
            ? said.upToDate
            : said.lag(now.behind.events, duration(now.behind.ms, locale()))}
      </td>
      <td>{count(now?.connections.desks)}</td>
      <td>{count(now?.connections.cometd)}</td>
      <td>{count(now?.connections.people)}</td>
      <td>{count(now?.commandsWaiting)}</td>
      <td>
        {now === undefined
          ? '–'
          : words.figures.of(count(now.pool.open - now.pool.idle), count(now.pool.most))}
        {now !== undefined && now.pool.waiting > 0 && (
          <span className={css.bad}> {said.waitingFor(now.pool.waiting)}</span>
        )}
      </td>
      <td title={report === undefined ? undefined : said.passes(count(report.router.passes))}>
        {count(report?.router.offers)}, {count(report?.router.refused)}
      </td>
      <td>{report === undefined ? '–' : moment(report.startedAt)}</td>
    </tr>
  );
});
