import type { Interaction } from '@intray/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BadCursor } from '../cursors.ts';
import type { Store } from '../store.ts';
import {
  batch,
  change,
  eventOn,
  inTray,
  NOW,
  onDeskOf,
  page,
  sampleInteraction,
  submit,
  TRAY,
} from '../test-samples.ts';
import { BOTH, type Opened } from './both.ts';

describe.each(BOTH)('lists in $kind', ({ open }) => {
  let opened: Opened;
  let store: Store;
  beforeAll(async () => {
    opened = await open();
    [store] = opened.stores;
  });
  afterAll(async () => opened?.[Symbol.asyncDispose]());

  const order = async (queue: string) => (await store.waiting(queue, 100)).map(({ id }) => id);
  const offered = (interaction: Interaction, agentId = 'agent1'): Interaction => ({
    ...interaction,
    state: 'Invited',
    version: interaction.version + 1,
    invitation: { agentId, ticket: 2, offeredAt: NOW, until: NOW + 30_000 },
  });

  test('a queue is in the order of priority and coming, kept by an offer and lost by a desk [Q1]', async () => {
    const [a, b, c] = ['r1', 'r2', 'r3'].map((id) => sampleInteraction(id, { queue: 'Return' })) as [
      Interaction,
      Interaction,
      Interaction,
    ];
    await submit(store, a, b, c, sampleInteraction('urgent', { queue: 'Return', priority: 5 }));
    await change(store, offered(a));
    expect(await order('Return')).toEqual(['urgent', 'r2', 'r3']);
    await change(store, { ...a, version: 3 });
    expect(await order('Return')).toEqual(['urgent', 'r1', 'r2', 'r3']);
    await change(store, onDeskOf('agent1', 'r2', { version: 2, queue: 'Return' }));
    await change(store, { ...b, version: 3 });
    expect(await order('Return')).toEqual(['urgent', 'r1', 'r3', 'r2']);
    await change(store, { ...a, version: 4, placedAt: NOW + 1 });
    expect(await order('Return')).toEqual(['urgent', 'r3', 'r2', 'r1']);
    await change(store, { ...c, version: 2, queue: 'Elsewhere' }, { ...b, version: 4, priority: -1 });
    expect(await order('Return')).toEqual(['urgent', 'r1', 'r2']);
  });

  test('what waits is read on after any place, without what is held there', async () => {
    const ids = Array.from({ length: 9 }, (_, index) => `s${index + 1}`);
    await submit(
      store,
      sampleInteraction('s0', { queue: 'Long', state: 'Held' }),
      ...ids.map((id, index) =>
        sampleInteraction(id, {
          queue: 'Long',
          priority: index % 3,
          ...(id === 's3' ? { preferredAgent: 'ana', exclusions: [{ agentId: 'ben', until: NOW }] } : {}),
        }),
      ),
    );
    const first = await store.waiting('Long', 4);
    const next = await store.waiting('Long', 100, first.at(-1));
    expect([...first, ...next]).toEqual(await store.waiting('Long', 100));
    expect([...first, ...next].map(({ id }) => id)).toEqual('s3 s6 s9 s2 s5 s8 s1 s4 s7'.split(' '));
    expect(first[0]).toEqual({
      id: 's3',
      version: 1,
      placedAt: NOW,
      mediaType: 'email',
      queue: 'Long',
      priority: 2,
      sequence: expect.any(Number),
      preferredAgent: 'ana',
      exclusions: [{ agentId: 'ben', until: NOW }],
    });
  });

  test('trays, queues and finished work come page by page, in both directions', async () => {
    const workbin = { ...TRAY, type: 'paged' };
    await submit(
      store,
      ...[3, 1, 2, 1].map((at, index) => inTray(`t${index}`, { workbin, placedAt: NOW + at })),
      ...[0, 7, -3, 7].map((priority, index) => sampleInteraction(`p${index}`, { queue: 'Paged', priority })),
      ...[1, 3, 2].map((completedAt, index) =>
        sampleInteraction(`f${index}`, { state: 'Done', assignedTo: 'finisher', completedAt }),
      ),
      onDeskOf('finisher', 'f9', { completedAt: 9 }),
    );
    const reads = {
      tray: (after?: string, newest = false) => store.workbinContent(workbin, paged(after, newest)),
      queue: (after?: string, newest = false) => store.queueContent('Paged', paged(after, newest)),
      finished: (after?: string, newest = false) => store.finishedBy('finisher', paged(after, newest)),
    };
    const paged = (after: string | undefined, newest: boolean) =>
      page({ limit: 2, order: newest ? 'newest' : 'oldest', ...(after === undefined ? {} : { after }) });
    const all = async (read: keyof typeof reads, newest = false) => {
      const ids: string[] = [];
      for (let after: string | undefined, more = true; more; more = after !== undefined) {
        const { items, next } = await reads[read](after, newest);
        ids.push(...items.map(({ id }) => id));
        after = next;
      }
      return ids.join(' ');
    };
    expect(await all('tray')).toBe('t1 t3 t2 t0');
    expect(await all('tray', true)).toBe('t0 t2 t3 t1');
    expect(await all('queue')).toBe('p1 p3 p0 p2');
    expect(await all('queue', true)).toBe('p3 p1 p0 p2');
    expect(await all('finished')).toBe('f1 f2 f0');
    await expect(store.workbinContent(workbin, page({ after: 'x' }))).rejects.toBeInstanceOf(BadCursor);
  });

  test('a line has the attached keys that were asked for, and leaves out what lists leave out', async () => {
    const workbin = { ...TRAY, type: 'lines' };
    const row = inTray('line', { workbin, userData: { a: 1, b: { c: 2 } }, deliveredAt: NOW });
    await submit(store, row);
    const [line] = (await store.workbinContent(workbin, page({ keys: ['b', 'toString'] }))).items;
    const { userData, exclusions, deliveredAt, ...rest } = row;
    expect(line).toEqual({ ...rest, data: { b: { c: 2 } } });
  });

  test('an agent has what is offered to them and what is in their hands, longest there first', async () => {
    await submit(
      store,
      onDeskOf('w', 'w2', { placedAt: NOW + 2 }),
      offered(sampleInteraction('w1', { version: 0 }), 'w'),
      onDeskOf('somebody else', 'w3'),
    );
    expect((await store.workOf('w')).map(({ id }) => id)).toEqual(['w1', 'w2']);
    const vanishing = {
      queues: ['Inbox', 'Nowhere'],
      workbins: [],
      mediaTypes: ['none'],
      agents: ['w', 'nobody'],
    };
    expect(await store.remainingWork(vanishing)).toMatchObject({
      onTheWayFrom: [4, 0],
      workbins: [],
      mediaTypes: [0],
      agents: [2, 0],
    });
  });

  test('a history is read by version, over pages', async () => {
    await store.save(
      batch({ events: [1, 2, 3].map((version) => ({ event: eventOn('told', version), topics: [] })) }),
    );
    const first = await store.history('told', page({ limit: 2 }));
    expect(first.items.map(({ version }) => version)).toEqual([1, 2]);
    const rest = await store.history('told', page({ limit: 2, after: first.next ?? '' }));
    expect([rest.items.map(({ version }) => version), rest.next]).toEqual([[3], undefined]);
    const newest = await store.history('told', page({ order: 'newest' }));
    expect(newest.items.map(({ version }) => version)).toEqual([3, 2, 1]);
  });

  test('work on desks, offered or in hand, and what stands first in queues [T25]', async () => {
    await submit(
      store,
      sampleInteraction('d1', { queue: 'Front', dueAt: NOW - 1, placedAt: NOW - 9 }),
      sampleInteraction('d2', { queue: 'Front', priority: 2, placedAt: NOW - 5 }),
      sampleInteraction('d3', { queue: 'Front', placedAt: NOW - 7 }),
      sampleInteraction('d4', { queue: 'Front' }),
    );
    await change(store, onDeskOf('boardA', 'd3', { version: 2, queue: 'Front' }));
    await change(store, offered(sampleInteraction('d4', { queue: 'Front' }), 'boardB'));
    const on = async (ids: readonly string[]) =>
      (await store.onDesks(ids, 10)).map(({ id }) => id).toSorted();
    expect(await on(['boardA', 'boardB', 'nobody'])).toEqual(['d3', 'd4']);
    expect(await on(['boardB'])).toEqual(['d4']);
    expect(await store.onDesks([], 10)).toEqual([]);
    expect(await store.queueFronts(['Front', 'None'], 10, NOW)).toEqual([
      { oldest: NOW - 9, overdue: 1, looked: 2 },
      { overdue: 0, looked: 0 },
    ]);
    expect(await store.queueFronts(['Front'], 1, NOW)).toEqual([{ oldest: NOW - 5, overdue: 0, looked: 1 }]);
  });
});
