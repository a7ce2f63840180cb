import { expect, test } from 'vitest';
import { type DatabaseFigures, type NodeKept, type NodeReport, nodesShown } from './node.ts';
import { troublesIn } from './troubles.ts';

const NOW = Date.UTC(2026, 10, 27, 9);

const report = (life: NodeReport['life']): NodeReport => ({
  version: '1.0.0',
  startedAt: 0,
  life,
  behind: { events: 0, ms: 0 },
  connections: { desks: 0, cometd: 0, people: 0 },
  commandsWaiting: 0,
  pool: { open: 0, idle: 0, waiting: 0, most: 0 },
  router: { passes: 0, offers: 0, refused: 0 },
  sweeper: { sweeps: 0, commands: 0 },
  minutes: [],
});

const node = (id: string, secondsAgo: number, life?: NodeReport['life']): NodeKept => ({
  id,
  at: NOW - secondsAgo * 1000,
  ...(life && { report: report(life) }),
});

const shown = (...nodes: readonly NodeKept[]) => nodesShown(nodes, NOW).map(({ id, state }) => [id, state]);

test('[N2] three missed signs of life make a node late, ten seconds without one make it gone', () => {
  expect(shown(node('a', 5.9, 'serving'))).toEqual([['a', 'serving']]);
  expect(shown(node('a', 6, 'serving'))).toEqual([['a', 'late']]);
  expect(shown(node('a', 9.9, 'draining'))).toEqual([['a', 'late']]);
  expect(shown(node('a', 10, 'draining'))).toEqual([['a', 'gone']]);
  expect(shown(node('a', 1, 'draining'))).toEqual([['a', 'draining']]);
  expect(shown(node('a', 600, 'stopped'))).toEqual([['a', 'stopped']]);
  expect(shown(node('of an older version', 1))).toEqual([['of an older version', 'serving']]);
});

test('[N6] those to be looked at come first; nobody is shown for longer than an hour, and no more than fifty', () => {
  const all = [
    node('stopped', 20, 'stopped'),
    node('gone', 3_599, 'serving'),
    node('forgotten', 3_600, 'serving'),
    node('b', 0, 'serving'),
    node('a', 0, 'serving'),
    node('late', 7, 'serving'),
  ];
  expect(shown(...all).map(([id]) => id)).toEqual(['late', 'a', 'b', 'gone', 'stopped']);
  expect(shown(...Array.from({ length: 80 }, (_, n) => node(`n${n}`, 0, 'serving')))).toHaveLength(50);
});

const DATABASE = { version: '17', migration: '0011-nodes', bytes: 1, connections: 5, mostConnections: 100 };

function troubles(
  reports: readonly Partial<NodeReport>[],
  more: Partial<DatabaseFigures> = {},
  reachable = true,
) {
  const well = { sweeper: { sweeps: 1, commands: 0, lastAt: NOW - 900 } };
  const kept = reports.map((one, n): NodeKept => {
    const said: NodeReport = { ...report('serving'), ...well, ...one };
    return { id: `n${n}`, at: NOW, report: said };
  });
  const database = { ...DATABASE, ...more, reachable, ms: 1 };
  return troublesIn({ nodes: nodesShown(kept, NOW), database }, NOW).map(({ code, node }) =>
    node === undefined ? code : `${code} ${node}`,
  );
}

test('[N7] what has to be looked at is said, worst first, and nothing while all is well', () => {
  const routes = { routingSince: NOW };
  expect(troubles([routes, {}])).toEqual([]);
  expect(troubles([{}, {}])).toEqual(['no_router']);
  expect(troubles([routes, { behind: { events: 3, ms: 2_000 } }])).toEqual(['feed_behind n1']);
  expect(troubles([{ ...routes, behind: { events: 3, ms: 1_999 } }])).toEqual([]);
  expect(
    troubles(
      [
        { ...routes, pool: { open: 10, idle: 0, waiting: 4, most: 10 } },
        { sweeper: { sweeps: 1, commands: 0, lastAt: NOW - 5_000 } },
      ],
      { connections: 90 },
      false,
    ),
  ).toEqual(['database_away', 'deadlines_late n1', 'pool_full n0', 'database_full']);
  const dead = [node('gone', 60, 'serving'), node('late', 7, 'serving'), node('ended', 9, 'stopped')];
  const nodes = nodesShown(dead, NOW);
  expect(troublesIn({ nodes, database: { ...DATABASE, reachable: true } }, NOW)).toEqual([
    { code: 'node_late', node: 'late' },
    { code: 'node_gone', node: 'gone' },
  ]);
});
