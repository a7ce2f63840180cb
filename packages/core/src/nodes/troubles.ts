/** What an operator has to look at, worst first. */
import type { DatabaseFigures, Node } from './node.ts';

export const TROUBLES = [
  'database_away',
  'no_router',
  'node_late',
  'node_gone',
  'feed_behind',
  'deadlines_late',
  'pool_full',
  'database_full',
] as const;
export type TroubleCode = (typeof TROUBLES)[number];

export interface ServerTrouble {
  readonly code: TroubleCode;
  /** The node it is about, if it is about one. */
  readonly node?: string;
}

/** Events are told within a second even when a hint is lost; twice that is a lag. In ms. */
const BEHIND_FOR = 2_000;
/** Deadlines are looked at once a second at least; in ms. */
const NOT_SWEPT_FOR = 5_000;
/** Of the connections that the database takes. */
const NEARLY_ALL = 0.9;

interface Looked {
  readonly nodes: readonly Node[];
  readonly database: DatabaseFigures & { readonly reachable: boolean };
}

/** @param at when the nodes were as they are said to be */
export function troublesIn({ nodes, database }: Looked, at: number): readonly ServerTrouble[] {
  const found: ServerTrouble[] = [];
  const about = (code: TroubleCode, node?: string) =>
    found.push({ code, ...(node === undefined ? {} : { node }) });
  if (!database.reachable) about('database_away');
  // A node of an older version does not say whether it routes.
  const knows = nodes.some(({ state, report }) => state === 'serving' && report !== undefined);
  const routes = nodes.some(({ state, report }) => state !== 'gone' && report?.routingSince !== undefined);
  if (knows && !routes) about('no_router');
  for (const { id, state } of nodes) {
    if (state === 'late') about('node_late', id);
    if (state === 'gone') about('node_gone', id);
  }
  for (const { id, state, report } of nodes) {
    if (state !== 'serving' || report === undefined) continue;
    if (report.behind.ms >= BEHIND_FOR) about('feed_behind', id);
    if (at - (report.sweeper.lastAt ?? report.startedAt) >= NOT_SWEPT_FOR) about('deadlines_late', id);
    if (report.pool.waiting > 0) about('pool_full', id);
  }
  if (database.mostConnections > 0 && database.connections >= NEARLY_ALL * database.mostConnections)
    about('database_full');
  return found.sort((a, b) => TROUBLES.indexOf(a.code) - TROUBLES.indexOf(b.code));
}
