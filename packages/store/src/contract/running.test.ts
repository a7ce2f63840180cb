import type { AgentSession } from '@intray/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../store.ts';
import {
  batch,
  eventOn,
  NOW,
  onDeskOf,
  sampleInteraction,
  sampleReport,
  sampleSession,
  submit,
} from '../test-samples.ts';
import { BOTH, type Opened } from './both.ts';

describe.each(BOTH)('what keeps a contact centre running, in $kind', ({ open }) => {
  let opened: Opened;
  let store: Store;
  let other: Store;
  beforeEach(async () => {
    opened = await open();
    [store, other] = opened.stores;
  });
  afterEach(async () => opened?.[Symbol.asyncDispose]());

  const saveSession = (before: number, after: AgentSession) =>
    store.save(batch({ sessions: [{ before, after }] }));
  const lease = async (agentId: string) => (await store.sessions([agentId]))[0]?.leaseUntil;

  test('leases only grow, end with the session, and are not undone by what was decided before', async () => {
    const session = sampleSession('a', { leaseUntil: 1_000 });
    await saveSession(0, session);
    await saveSession(1, { ...session, leaseUntil: 3_000 });
    await saveSession(1, { ...session, leaseUntil: 2_000 });
    expect(await lease('a')).toBe(3_000);
    const lapsed = { ...session, version: 2, reachable: false };
    expect(await saveSession(1, lapsed)).toMatchObject({ ok: false });
    expect(await saveSession(1, { ...lapsed, leaseUntil: 3_000 })).toMatchObject({ ok: true });
    const { leaseUntil: _, ...rest } = session;
    await saveSession(2, { ...rest, version: 3, active: false, reachable: false });
    expect(await saveSession(2, { ...session, leaseUntil: 9_000 })).toMatchObject({ ok: false });
    expect(await lease('a')).toBeUndefined();
  });

  test('leases that ran while nobody served get that time back', async () => {
    await saveSession(0, sampleSession('a', { leaseUntil: 50_000 }));
    await saveSession(0, sampleSession('b', { leaseUntil: 39_999 }));
    await saveSession(0, sampleSession('c', { leaseUntil: 50_000, reachable: false }));
    expect(await store.extendLeases(40_000, 1_000)).toBe(1);
    expect(await Promise.all(['a', 'b', 'c'].map(lease))).toEqual([51_000, 39_999, 50_000]);
  });

  test('the sweeper is told what is due, who lapsed, and when to look next', async () => {
    expect(await store.nextDeadline()).toBeUndefined();
    await submit(
      store,
      onDeskOf('a', 'd2', { handleUntil: 200 }),
      onDeskOf('a', 'd1', { handleUntil: 100 }),
      sampleInteraction('d3'),
    );
    await saveSession(0, sampleSession('a', { leaseUntil: 150 }));
    expect(await store.nextDeadline()).toBe(100);
    expect((await store.due(200, 10)).map(({ id }) => id)).toEqual(['d1', 'd2']);
    expect((await store.due(200, 1, ['d1'])).map(({ id }) => id)).toEqual(['d2']);
    expect(await store.due(200, 10, ['d2', 'd1', 'nobody'])).toEqual([]);
    expect(await store.lapsed(149, 10)).toEqual([]);
    expect((await store.lapsed(150, 10)).map(({ agentId }) => agentId)).toEqual(['a']);
    expect((await store.activeSessions()).map(({ agentId }) => agentId)).toEqual(['a']);
  });

  test('one node at a time has the right to route, and gives it back', async () => {
    const right = await store.becomeRouter();
    expect(right?.lost.aborted).toBe(false);
    expect(await other.becomeRouter()).toBeUndefined();
    await right?.release();
    expect(right?.lost.aborted).toBe(true);
    await expect.poll(async () => (await other.becomeRouter()) !== undefined).toBe(true);
  });

  test('a node hears when any node last served before it', async () => {
    expect(await store.beat('a', NOW)).toBeUndefined();
    expect(await store.beat('b', NOW + 10)).toBe(NOW);
    expect(await store.beat('a', NOW + 30)).toBe(NOW + 10);
    expect(await store.beat('a', NOW + 40)).toBe(NOW + 30);
  });

  test('nodes leave a report with their signs of life, and are forgotten by and by [N1 N6]', async () => {
    const { nodes, ...rest } = await store.operations([]);
    expect(nodes).toEqual([]);
    expect(rest.people).toEqual({ loggedOn: 0, reachable: 0 });
    await saveSession(0, sampleSession('a', { leaseUntil: 50_000 }));
    await saveSession(0, sampleSession('b', { leaseUntil: 50_000, reachable: false }));
    await store.save(
      batch({
        tallies: [
          { kind: 'queue', queue: 'Inbox', by: 3 },
          { kind: 'queue', queue: 'Other', by: 2 },
        ],
      }),
    );
    const report = sampleReport({ life: 'draining' });
    await store.beat('a', NOW, sampleReport());
    await store.beat('b', NOW + 1);
    await store.beat('a', NOW + 2, report);
    expect(await other.operations(['Inbox'])).toMatchObject({
      nodes: [
        { id: 'a', at: NOW + 2, report },
        { id: 'b', at: NOW + 1 },
      ],
      people: { loggedOn: 2, reachable: 1 },
      waiting: 3,
    });
    await other.forgetNodes(NOW + 2);
    expect((await store.operations([])).nodes.map(({ id }) => id)).toEqual(['a']);
  });

  test('how far a reader of the feed is behind, and since when [N3]', async () => {
    const from = await store.feedEnd();
    expect(await store.behind(from)).toEqual({ events: 0 });
    const events = [eventOn('i1', 2, NOW), eventOn('i2', 2, NOW + 7)];
    await store.save(batch({ events: events.map((event) => ({ event, topics: ['any'] })) }));
    expect(await other.behind(from)).toEqual({ events: 2, oldest: NOW });
    const { entries } = await store.feed(from, 1);
    expect(await store.behind(entries[0]?.cursor ?? '')).toEqual({ events: 1, oldest: NOW + 7 });
    expect(await store.behind(await store.feedEnd())).toEqual({ events: 0 });
  });

  test('configurations are versions: none is overwritten, and who was overtaken is told by whom [C6 C8]', async () => {
    const config = { agents: [] } as unknown as Parameters<Store['saveConfiguration']>[0];
    expect(await store.configuration()).toBeUndefined();
    const first = await store.saveConfiguration(config, 'adam', NOW);
    const write = (base: number, note: string) =>
      other.writeConfiguration({ ...config, places: [] }, { base, by: 'eva', at: NOW + 1, note });
    const second = await write(first, 'places');
    expect(second).toEqual({ ok: true, version: expect.any(Number) });
    const { version } = second as { version: number };
    expect(await write(first, 'late')).toEqual({
      ok: false,
      since: [{ version, by: 'eva', at: NOW + 1, note: 'places' }],
    });
    expect((await store.configuration(first))?.config).toEqual(config);
    expect(await store.configuration()).toMatchObject({ version, note: 'places', config: { places: [] } });
    expect((await store.configurationHistory({ limit: 9 })).map((one) => one.version)).toEqual([
      version,
      first,
    ]);
    expect(await store.configurationHistory({ limit: 9 }, first)).toHaveLength(1);
    expect((await store.configurationHistory({ limit: 9, before: version })).map((one) => one.by)).toEqual([
      'adam',
    ]);
  });

  test('accounts and logins are found until they are closed or have expired', async () => {
    const { accounts } = store;
    const login = (secretHash: string, expiresAt: number) =>
      ({ secretHash, userName: 'ann', openedAt: NOW, expiresAt }) as const;
    await accounts.save({ userName: 'ann', passwordHash: 'one' });
    await accounts.save({ userName: 'ann', passwordHash: 'two' });
    expect(await other.accounts.find('ann')).toEqual({ userName: 'ann', passwordHash: 'two' });
    expect(await accounts.find('Ann')).toBeUndefined();
    for (const [secret, until] of [
      ['s1', 10],
      ['s2', 20],
      ['s3', 30],
      ['s4', 40],
    ] as const)
      await accounts.openLogin(login(secret, NOW + until));
    expect(await accounts.findLogin('s1', NOW + 9)).toEqual(login('s1', NOW + 10));
    expect(await accounts.findLogin('s1', NOW + 10)).toBeUndefined();
    await accounts.extendLogin('s2', NOW + 50);
    expect(await accounts.removeExpired(NOW + 30)).toBe(2);
    await accounts.closeLogin('s4');
    expect(await accounts.closeLogins('ann')).toBe(1);
    expect(await accounts.findLogin('s2', NOW)).toBeUndefined();
  });
});
