import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BadCursor, isAfter } from '../cursors.ts';
import type { FeedEntry, SaveBatch, Store } from '../store.ts';
import { batch, eventOn, NOW } from '../test-samples.ts';
import { BOTH, type Opened } from './both.ts';

const idOf = ({ event }: FeedEntry) =>
  event.subject === 'interaction' ? event.interactionId : event.agentId;

describe.each(BOTH)('the feed in $kind', ({ open }) => {
  let opened: Opened;
  let store: Store;
  let other: Store;
  beforeAll(async () => {
    opened = await open();
    [store, other] = opened.stores;
  });
  afterAll(async () => opened?.[Symbol.asyncDispose]());

  const tell = async (id: string, topics: readonly string[] = ['t'], on = store) => {
    const saved = await on.save(batch({ events: [{ event: eventOn(id, 1), topics }] }));
    if (!saved.ok || saved.published === undefined) throw new Error('Expected to hear where the event lies.');
    return saved.published;
  };
  /** The horizon may be held back by other databases of the same server. */
  const read = async (from: string, count: number) => {
    await expect.poll(async () => (await store.feed(from, 100)).entries).toHaveLength(count);
    return (await store.feed(from, 100)).entries;
  };

  test('tells in order, in slices that say whether there is more, from any cursor [F9 F10]', async () => {
    const start = await store.feedEnd();
    for (const id of ['e1', 'e2', 'e3', 'e4', 'e5']) await tell(id, ['t'], id === 'e3' ? other : store);
    expect((await read(start, 5)).map(idOf)).toEqual(['e1', 'e2', 'e3', 'e4', 'e5']);
    const first = await store.feed(start, 3);
    expect([first.entries.map(idOf), first.more]).toEqual([['e1', 'e2', 'e3'], true]);
    expect(first.entries.at(-1)?.cursor).toBe(first.cursor);
    const second = await store.feed(first.cursor, 3);
    expect([second.entries.map(idOf), second.more]).toEqual([['e4', 'e5'], false]);
    expect(await store.feed(second.cursor, 3)).toEqual({ entries: [], cursor: second.cursor, more: false });
    expect(await store.feedEnd()).toBe(second.cursor);
  });

  test('is chosen by topics; an empty list matches nothing, and everything matches all', async () => {
    const start = await store.feedEnd();
    await tell('mine', ['agent:me', 'queue:Inbox']);
    await tell('theirs', ['agent:them']);
    await tell('nobody', []);
    await read(start, 3);
    expect((await store.feed(start, 10, ['agent:me', 'x'])).entries.map(idOf)).toEqual(['mine']);
    expect((await store.feed(start, 10, [])).entries).toEqual([]);
    expect((await store.feed(start, 10, ['agent:me', '*'])).entries).toHaveLength(3);
    // What was passed over is not looked at again.
    const { cursor } = await store.feed(start, 10, ['none of these']);
    expect((await store.feed(cursor, 10)).entries).toEqual([]);
  });

  test('is told to the one who saved just as it is read back [F9]', async () => {
    const before = await tell('before');
    const events: SaveBatch['events'] = [
      { event: eventOn('own', 1), topics: ['b', 'a'], commandId: 'c' },
      { event: eventOn('own', 2), topics: [] },
    ];
    const saved = await store.save(batch({ events }));
    const last = before.entries.at(-1)?.cursor ?? '';
    await read(last, 2);
    expect(saved).toMatchObject({ ok: true, published: { entries: (await store.feed(last, 9)).entries } });
    const published = saved.ok ? saved.published : undefined;
    expect(isAfter(published?.entries[0]?.cursor ?? '', published?.after ?? '')).toBe(true);
    expect(await store.save(batch({}))).toEqual({ ok: true });
  });

  test.each(['', '1', 'a.b', '1.2.3', '-1.0'])(
    'the damaged cursor "%s" is told from a good one',
    async (cursor) => {
      await expect(store.feed(cursor, 10)).rejects.toBeInstanceOf(BadCursor);
    },
  );

  test('hints are heard by all other nodes, and new configurations by everybody', async () => {
    const heard: string[] = [];
    const ears = await Promise.all([
      store.onHint(() => heard.push('own hint')),
      other.onHint(() => heard.push('hint')),
      store.onConfiguration(() => heard.push('own configuration')),
      other.onConfiguration(() => heard.push('configuration')),
    ]);
    await store.hint();
    await expect.poll(() => heard).toEqual(['hint']);
    const config = { agents: [] } as unknown as Parameters<Store['saveConfiguration']>[0];
    await store.saveConfiguration(config, 'adam', NOW);
    await expect.poll(() => [...heard].sort()).toEqual(['configuration', 'hint', 'own configuration']);
    await Promise.all(ears.map((ear) => ear.stop()));
  });
});
