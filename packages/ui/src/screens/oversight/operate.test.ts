import type { OperationItem, OperationReport, OperationRequest } from '@intray/core';
import { expect, test } from 'vitest';
import { doable, gather, operateOn, reasonsOf, stepsOf, takeBack } from './operate.ts';

const standing = { status: 'queued', version: 4, queue: 'Inbox', priority: 0 } as const;
const done = (id: string): OperationItem => ({
  id,
  before: standing,
  after: standing,
  undo: { command: { type: 'resume', interactionId: id }, version: 5 },
});
const refused = (id: string): OperationItem => ({
  id,
  refusal: { code: 'wrong_state', message: `${id} is in somebody’s hands.`, detail: {} },
});
const report = (items: readonly OperationItem[]): OperationReport => ({
  items,
  done: items.filter(({ refusal }) => !refusal).length,
  refused: items.filter(({ refusal }) => refusal).length,
});

test('[T16] [T17] goes through many in batches, tells how far it is, and keeps why some were refused', async () => {
  const asked: number[] = [];
  const port = {
    operate: async ({ items = [] }: OperationRequest) => {
      asked.push(items.length);
      return report(items.map(({ id = '' }) => (id.endsWith('7') ? refused(id) : done(id))));
    },
  };
  const targets = Array.from({ length: 450 }, (_, n) => ({ id: `i${n}` }));
  const told: number[] = [];
  const results = await operateOn(port, { type: 'hold' }, targets, {
    dryRun: true,
    onProgress: (n) => told.push(n),
  });
  expect(asked).toEqual([200, 200, 50]);
  expect(told).toEqual([200, 400, 450]);
  expect(results).toMatchObject({ done: 405, refused: 45 });
  expect(reasonsOf(results)).toEqual([{ why: 'i7 is in somebody’s hands.', n: 45 }]);
  expect(doable(results)).toHaveLength(405);
  expect(doable(results)[0]).toEqual({ id: 'i0', version: 4 });
});

test('[T18] takes back with the steps of the report, the last one first', async () => {
  const taken: string[] = [];
  const results = await takeBack(
    {
      undoOperation: async (steps) => {
        taken.push(...steps.map(({ command }) => ('interactionId' in command ? command.interactionId : '')));
        return report(steps.map(() => done('x')));
      },
    },
    stepsOf({ items: [done('a'), refused('b'), done('c')], done: 2, refused: 1 }),
    () => {},
  );
  expect(taken).toEqual(['c', 'a']);
  expect(results.done).toBe(2);
});

test('[T24] gathers all that a question finds, also where a slice finds nothing', async () => {
  const slices = [
    { items: [{ id: 'a' }], looked: 9, next: '1' },
    { items: [], looked: 9, next: '2' },
    { items: [{ id: 'b' }], looked: 3 },
  ];
  const asked: (string | undefined)[] = [];
  const { lines, tooMany } = await gather(
    {
      find: async ({ after }) => {
        asked.push(after);
        return slices[asked.length - 1] as never;
      },
    },
    { among: 'queues' },
    () => {},
  );
  expect(asked).toEqual([undefined, '1', '2']);
  expect(lines.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(tooMany).toBe(false);
});
