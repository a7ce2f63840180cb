import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SaveBatch, Store } from '../store.ts';
import {
  batch,
  eventOn,
  inTray,
  NOW,
  request,
  sampleInteraction,
  sampleSession,
  submit,
  TRAY,
} from '../test-samples.ts';
import { BOTH, type Opened } from './both.ts';

describe.each(BOTH)('a save in $kind', ({ open }) => {
  let opened: Opened;
  let store: Store;
  beforeAll(async () => {
    opened = await open();
    [store] = opened.stores;
    await submit(store, sampleInteraction('held', { externalId: 'held-x', version: 7 }));
    await store.save(
      batch({
        sessions: [{ before: 0, after: sampleSession('held', { version: 7 }) }],
        receipts: [
          { commandId: 'held-c', receipt: { ok: true, id: 'held', version: 7, events: [] }, at: NOW },
        ],
      }),
    );
  });
  afterAll(async () => opened?.[Symbol.asyncDispose]());

  const good = (name: string): SaveBatch =>
    batch({
      interactions: [{ before: 0, after: sampleInteraction(`${name}-new`, { externalId: `${name}-x` }) }],
      sessions: [{ before: 0, after: sampleSession(`${name}-agent`) }],
      tallies: [
        { kind: 'queue', queue: name, by: 1 },
        { kind: 'workbin', workbin: { ...TRAY, type: name }, by: 1 },
      ],
      events: [{ event: eventOn(`${name}-new`, 1), topics: [name] }],
      receipts: [
        { commandId: `${name}-c`, receipt: { ok: true, id: `${name}-new`, version: 1, events: [] }, at: NOW },
      ],
      lastAgents: [{ contactId: name, mediaType: 'email', agentId: 'agent1', at: NOW }],
    });

  const stale: readonly (readonly [string, (name: string) => Partial<SaveBatch>])[] = [
    [
      'an interaction with a newer version',
      () => ({ interactions: [{ before: 1, after: sampleInteraction('held', { version: 2 }) }] }),
    ],
    [
      'an interaction that is not there',
      () => ({ interactions: [{ before: 1, after: sampleInteraction('nobody', { version: 2 }) }] }),
    ],
    [
      'an interaction that is there already',
      () => ({ interactions: [{ before: 0, after: sampleInteraction('held') }] }),
    ],
    [
      'an external id that is taken',
      () => ({
        interactions: [{ before: 0, after: sampleInteraction('another', { externalId: 'held-x' }) }],
      }),
    ],
    [
      'a session with a newer version',
      () => ({ sessions: [{ before: 1, after: sampleSession('held', { version: 2 }) }] }),
    ],
    ['a session that is there already', () => ({ sessions: [{ before: 0, after: sampleSession('held') }] })],
    [
      'a count that is not what was decided on',
      (name) => ({
        tallies: [{ kind: 'workbin', workbin: { ...TRAY, type: `${name}-other` }, by: 1, expected: 3 }],
      }),
    ],
    [
      'a command that was done already',
      () => ({
        receipts: [
          { commandId: 'held-c', receipt: { ok: true, id: 'held', version: 1, events: [] }, at: NOW },
        ],
      }),
    ],
  ];

  test.each(stale)('that meets %s is a conflict and leaves nothing behind [F8]', async (what, wrong) => {
    const name = what.replaceAll(' ', '-');
    const whole = good(name);
    const added = wrong(name);
    const spoilt = Object.fromEntries(
      (Object.entries(whole) as [string, readonly unknown[]][]).map(([part, rows]) => [
        part,
        [...rows, ...((added[part as keyof SaveBatch] as readonly unknown[] | undefined) ?? [])],
      ]),
    ) as unknown as SaveBatch;
    const workbin = { ...TRAY, type: name };
    const seen = async () => ({
      loaded: await store.load(
        request({
          interactionIds: [`${name}-new`, 'held'],
          externalIds: [`${name}-x`],
          agentIds: [`${name}-agent`, 'held'],
          workbins: [workbin],
          commandIds: [`${name}-c`, 'held-c'],
          contactIds: [name],
        }),
      ),
      queue: await store.queueCounts([name]),
      feed: (await store.feed('0.0', 1_000, [name])).entries,
    });
    const before = await seen();
    expect(await store.save(spoilt)).toEqual({ ok: false, conflict: expect.any(String) });
    expect(await seen()).toEqual(before);
    // And without the one wrong row it is kept: it was that row and nothing else.
    expect(await store.save(whole)).toMatchObject({ ok: true });
    const { loaded, queue } = await seen();
    expect(loaded.interactions.map(({ id }) => id).sort()).toEqual([`${name}-new`, 'held'].sort());
    expect(loaded.sessions).toHaveLength(2);
    expect(loaded.workbins).toEqual([{ workbin, count: 1 }]);
    expect([...loaded.receipts.keys()].sort()).toEqual([`${name}-c`, 'held-c'].sort());
    expect(loaded.lastAgents).toEqual([{ contactId: name, mediaType: 'email', agentId: 'agent1', at: NOW }]);
    expect(queue).toEqual([1]);
  });

  test('of work in two places at once fails, and is not a conflict [G1]', async () => {
    await expect(submit(store, inTray('doubled', { handler: 'agent1' }))).rejects.toMatchObject({
      code: '23514',
      transient: false,
    });
    expect(await store.interaction('doubled')).toBeUndefined();
  });

  test('leaves attached data as it is where it says that it is the same', async () => {
    await submit(store, sampleInteraction('data', { userData: { long: 'text' } }));
    const after = sampleInteraction('data', { version: 2, userData: {} });
    await store.save(batch({ interactions: [{ before: 1, after, sameData: true }] }));
    expect((await store.interaction('data'))?.userData).toEqual({ long: 'text' });
  });

  test('gives back what was saved, field by field [G5]', async () => {
    const full = sampleInteraction('full', {
      externalId: 'full-x',
      contactId: 'c',
      userData: { nested: { list: [1, null, 'x'] } },
      exclusions: [{ agentId: 'a', until: NOW }],
      preferredAgent: 'b',
    });
    await submit(store, full);
    expect(await store.interaction('full')).toEqual(full);
    expect(await store.interactionByExternalId('full-x')).toEqual(full);
    expect(await store.interactionByExternalId('none')).toBeUndefined();
  });

  test('counts trays, media in them and queues, in the order asked [G4]', async () => {
    const workbin = { type: 'counted', owner: { kind: 'Place', id: 'P1' } } as const;
    const never = { ...workbin, type: 'never used' };
    const add = (by: number, expected?: number) =>
      store.save(
        batch({
          tallies: [
            { kind: 'workbin', workbin, by, ...(expected === undefined ? {} : { expected }) },
            { kind: 'medium', workbin, mediaType: by > 0 ? 'email' : 'chat', by: Math.abs(by) },
          ],
        }),
      );
    expect(await add(2, 0)).toMatchObject({ ok: true });
    expect(await add(1, 0)).toMatchObject({ ok: false });
    expect(await add(1, 2)).toMatchObject({ ok: true });
    expect(await add(-1)).toMatchObject({ ok: true });
    expect(await store.workbinCounts([workbin, never])).toEqual([2, 0]);
    expect(await store.workbinContents([never, workbin])).toEqual([
      { count: 0, perMediaType: {} },
      { count: 2, perMediaType: { email: 3, chat: 1 } },
    ]);
    expect(await store.queueCounts(['nowhere'])).toEqual([0]);
  });

  test('[W14] counts what is unopened in trays beside what lies there, and not among its media', async () => {
    const workbin = { type: 'unopened', owner: { kind: 'Place', id: 'P1' } } as const;
    const never = { ...workbin, type: 'never used' };
    const tallies: SaveBatch['tallies'] = [
      { kind: 'workbin', workbin, by: 3 },
      { kind: 'unopened', workbin, by: 2 },
    ];
    expect(await store.save(batch({ tallies }))).toMatchObject({ ok: true });
    expect(await store.save(batch({ tallies: [{ kind: 'unopened', workbin, by: -1 }] }))).toMatchObject({
      ok: true,
    });
    expect(await store.workbinFillings([never, workbin])).toEqual([
      { count: 0, unopened: 0 },
      { count: 3, unopened: 1 },
    ]);
    expect(await store.workbinContents([workbin])).toEqual([{ count: 3, perMediaType: {} }]);
  });
});
