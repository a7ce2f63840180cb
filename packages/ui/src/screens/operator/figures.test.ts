import type { Node, NodeReport } from '@intray/core';
import { expect, test } from 'vitest';
import { bytes, duration, lastFull, minutesOfAll, routerAmong, sweeping } from './figures.ts';

const NOW = Date.UTC(2026, 10, 27, 9, 30, 20);
const MINUTE = 60_000;
const RUNNING = NOW - (NOW % MINUTE);

const node = (id: string, state: Node['state'], report: Partial<NodeReport> = {}): Node => ({
  id,
  state,
  at: NOW,
  report: {
    version: '1',
    startedAt: 0,
    life: 'serving',
    behind: { events: 0, ms: 0 },
    connections: { desks: 0, cometd: 0, people: 0 },
    commandsWaiting: 0,
    pool: { open: 0, idle: 0, waiting: 0, most: 0 },
    router: { passes: 0, offers: 0, refused: 0 },
    sweeper: { sweeps: 0, commands: 0 },
    minutes: [],
    ...report,
  },
});

test('what all servers did is summed minute by minute, also where one says nothing of a minute', () => {
  const minute = (ago: number, commands: number) => ({
    at: RUNNING - ago * MINUTE,
    commands,
    commits: 1,
    offers: 0,
  });
  const all = minutesOfAll(
    [
      node('a', 'serving', { minutes: [minute(2, 4), minute(1, 5), minute(0, 1)] }),
      node('b', 'gone', { minutes: [minute(90, 100), minute(1, 7)] }),
    ],
    NOW,
  );
  expect(all).toHaveLength(30);
  expect(all.slice(-4).map(({ commands }) => commands)).toEqual([0, 4, 12, 1]);
  expect(lastFull(all)).toMatchObject({ commands: 12, commits: 2 });
});

test('who routes and who looks at deadlines is asked of those who live', () => {
  const nodes = [
    node('dead', 'gone', { routingSince: 1, sweeper: { sweeps: 9, commands: 9, lastAt: NOW } }),
    node('a', 'serving', { routingSince: 2, sweeper: { sweeps: 1, commands: 3, lastAt: NOW - 5 } }),
    node('b', 'serving', { sweeper: { sweeps: 1, commands: 4, lastAt: NOW - 2 } }),
  ];
  expect(routerAmong(nodes)?.id).toBe('a');
  expect(sweeping(nodes)).toEqual({ commands: 7, lastAt: NOW - 2 });
  expect(sweeping([])).toEqual({ commands: 0 });
});

test('figures are written as the language writes them', () => {
  expect([0, 850, 2_440, 180_000].map((ms) => duration(ms, 'en'))).toEqual([
    '0 ms',
    '850 ms',
    '2.4 sec',
    '3 min',
  ]);
  expect(duration(2_440, 'de')).toContain('2,4');
  expect([0, 900, 8_449_699, 2.5e12].map((n) => bytes(n, 'en'))).toEqual([
    '0 byte',
    '900 byte',
    '8.4 MB',
    '2.5 TB',
  ]);
});
