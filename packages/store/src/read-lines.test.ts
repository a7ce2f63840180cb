import type { InteractionLine, Page, PageRequest } from '@intray/core';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BadCursor } from './cursors.ts';
import { openStore } from './open-store.ts';
import type { Store } from './store.ts';
import {
  batch,
  change,
  eventOn,
  inTray,
  NOW,
  onDeskOf,
  page,
  SEED,
  sampleInteraction,
  submit,
} from './test-samples.ts';
import { type FreshDatabase, freshDatabase } from './testing/index.ts';

let fresh: FreshDatabase;
let store: Store;

beforeAll(async () => {
  fresh = await freshDatabase();
  store = await openStore({ url: fresh.url, poolSize: 4, applicationName: 'lines-test' });
});

afterAll(async () => {
  await store?.close();
  await fresh?.drop();
});

type Read = (request: PageRequest) => Promise<Page<InteractionLine>>;

/** All ids, page by page, with something done between the pages. */
async function idsOf(
  read: Read,
  over: Partial<PageRequest>,
  between: (page: number) => Promise<unknown> = async () => {},
) {
  const ids: string[] = [];
  let after: string | undefined;
  for (let count = 1; ; count += 1) {
    const { items, next } = await read(page({ ...over, ...(after === undefined ? {} : { after }) }));
    ids.push(...items.map(({ id }) => id));
    if (next === undefined) return ids;
    after = next;
    await between(count);
  }
}

const tray = (type: string) => ({ type, owner: { kind: 'AgentGroup', id: 'Team' } }) as const;

test('a tray is read in the order of coming, both ways, whatever the size of the pages', async () => {
  let made = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(5), { maxLength: 20 }),
      fc.integer({ min: 1, max: 7 }),
      async (times, limit) => {
        made += 1;
        const workbin = tray(`t${made}`);
        const lines = times.map((at, index) => inTray(`t${made}-${index}`, { workbin, placedAt: NOW + at }));
        await submit(store, ...lines);
        const expected = [...lines]
          .sort((a, b) => a.placedAt - b.placedAt || (a.id < b.id ? -1 : 1))
          .map(({ id }) => id);
        const read: Read = (request) => store.workbinContent(workbin, request);
        expect(await idsOf(read, { limit })).toEqual(expected);
        expect(await idsOf(read, { limit, order: 'newest' })).toEqual(expected.reverse());
      },
    ),
    { numRuns: 30, seed: SEED },
  );
});

test('work that comes and goes between two pages neither hides nor repeats a line', async () => {
  const workbin = tray('busy');
  const lines = Array.from({ length: 10 }, (_, index) =>
    inTray(`busy-${index}`, { workbin, placedAt: NOW + index * 10 }),
  );
  await submit(store, ...lines);
  const ids = await idsOf(
    (request) => store.workbinContent(workbin, request),
    { limit: 3 },
    async (count) => {
      const gone = lines[count - 1];
      if (gone) await change(store, onDeskOf('a', gone.id, { version: 2 }));
      await submit(
        store,
        inTray(`early-${count}`, { workbin, placedAt: NOW - 1 }),
        inTray(`late-${count}`, { workbin, placedAt: NOW + 500 + count }),
      );
    },
  );
  expect(ids.filter((id) => id.startsWith('busy'))).toEqual(lines.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !id.startsWith('busy'))).toEqual(['late-1', 'late-2', 'late-3', 'late-4']);
});

test('a queue is read by priority, then oldest or newest first, over pages', async () => {
  const priorities = [0, 7, -3, 7, 0, 0, 7, -3];
  await submit(
    store,
    ...priorities.map((priority, index) => sampleInteraction(`p${index}`, { queue: 'Paged', priority })),
  );
  const read: Read = (request) => store.queueContent('Paged', request);
  expect(await idsOf(read, { limit: 2 })).toEqual(['p1', 'p3', 'p6', 'p0', 'p4', 'p5', 'p2', 'p7']);
  expect(await idsOf(read, { limit: 3, order: 'newest' })).toEqual([
    'p6',
    'p3',
    'p1',
    'p5',
    'p4',
    'p0',
    'p7',
    'p2',
  ]);
});

test('what an agent finished is read newest first, and what was reopened is not finished', async () => {
  const done = (id: string, completedAt: number) =>
    sampleInteraction(id, { state: 'Done', assignedTo: 'finisher', completedAt });
  await submit(
    store,
    done('f1', 1),
    done('f2', 3),
    done('f3', 2),
    onDeskOf('finisher', 'f4', { completedAt: 9 }),
  );
  expect(await idsOf((request) => store.finishedBy('finisher', request), { limit: 2 })).toEqual([
    'f2',
    'f3',
    'f1',
  ]);
});

test('a history is read by version, over pages', async () => {
  await store.save(
    batch({ events: [1, 2, 3, 4, 5].map((version) => ({ event: eventOn('told', version), topics: [] })) }),
  );
  const first = await store.history('told', page({ limit: 2 }));
  const second = await store.history(
    'told',
    page({ limit: 9, ...(first.next === undefined ? {} : { after: first.next }) }),
  );
  expect([...first.items, ...second.items].map(({ version }) => version)).toEqual([1, 2, 3, 4, 5]);
  expect(second.next).toBeUndefined();
});

test.each([
  'x',
  'bnVsbA',
  Buffer.from('[1]').toString('base64url'),
  Buffer.from('["a",1]').toString('base64url'),
  Buffer.from('[1e99,"a"]').toString('base64url'),
])('the damaged cursor "%s" is told from a good one', async (after) => {
  await expect(store.workbinContent(tray('t1'), page({ after }))).rejects.toBeInstanceOf(BadCursor);
});
