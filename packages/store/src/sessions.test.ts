import type { AgentSession } from '@intray/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from './open-store.ts';
import type { Store } from './store.ts';
import { batch, onDeskOf, sampleInteraction, sampleSession, submit } from './test-samples.ts';
import { type FreshDatabase, freshDatabase } from './testing/index.ts';

let fresh: FreshDatabase;
let store: Store;

beforeAll(async () => {
  fresh = await freshDatabase();
  store = await openStore({ url: fresh.url, poolSize: 4, applicationName: 'sessions-test' });
});

afterAll(async () => {
  await store?.close();
  await fresh?.drop();
});

describe('leases', () => {
  const saveSession = (before: number, after: AgentSession) =>
    store.save(batch({ sessions: [{ before, after }] }));
  const lease = async (agentId: string) => (await store.sessions([agentId]))[0]?.leaseUntil;

  test('only grow, also under a change that was decided before the renewal', async () => {
    const session = sampleSession('lease1', { leaseUntil: 1_000 });
    await saveSession(0, session);
    await saveSession(1, { ...session, leaseUntil: 3_000 });
    await saveSession(1, { ...session, leaseUntil: 2_000 });
    expect(await lease('lease1')).toBe(3_000);
    await saveSession(1, { ...session, version: 2, load: { email: 2 } });
    expect(await lease('lease1')).toBe(3_000);
  });

  test('an end clears the lease, and a renewal that comes too late does not bring it back', async () => {
    const session = sampleSession('lease2', { leaseUntil: 1_000 });
    await saveSession(0, session);
    const { leaseUntil: _, ...rest } = session;
    await saveSession(1, { ...rest, version: 2, active: false, reachable: false });
    expect(await saveSession(1, { ...session, leaseUntil: 9_000 })).toMatchObject({ ok: false });
    expect(await lease('lease2')).toBeUndefined();
  });

  test('a lapse that was decided before the renewal is a conflict', async () => {
    const session = sampleSession('lease3', { leaseUntil: 1_000 });
    await saveSession(0, session);
    await saveSession(1, { ...session, leaseUntil: 5_000 });
    expect(await saveSession(1, { ...session, version: 2, reachable: false })).toMatchObject({ ok: false });
    expect(await saveSession(1, { ...session, leaseUntil: 5_000, version: 2, reachable: false })).toEqual({
      ok: true,
    });
  });

  test('get back the time in which nobody could renew them', async () => {
    await saveSession(0, sampleSession('lease4', { leaseUntil: 50_000 }));
    await saveSession(0, sampleSession('lease5', { leaseUntil: 39_999 }));
    await saveSession(0, sampleSession('lease6', { leaseUntil: 50_000, reachable: false }));
    await store.extendLeases(40_000, 1_000);
    expect(await Promise.all(['lease4', 'lease5', 'lease6'].map(lease))).toEqual([51_000, 39_999, 50_000]);
  });
});

test('the sweeper is told what is due, who lapsed, and when to look next', async () => {
  await using own = await freshDatabase();
  const swept = await openStore({ url: own.url, poolSize: 2, applicationName: 'sweep-test' });
  try {
    expect(await swept.nextDeadline()).toBeUndefined();
    await submit(
      swept,
      onDeskOf('a', 'd2', { handleUntil: 200 }),
      onDeskOf('a', 'd1', { handleUntil: 100 }),
      sampleInteraction('d3'),
    );
    await swept.save(batch({ sessions: [{ before: 0, after: sampleSession('a', { leaseUntil: 150 }) }] }));
    expect(await swept.nextDeadline()).toBe(100);
    expect((await swept.due(200, 10)).map(({ id }) => id)).toEqual(['d1', 'd2']);
    expect((await swept.due(200, 1)).map(({ id }) => id)).toEqual(['d1']);
    expect((await swept.due(200, 1, ['d1'])).map(({ id }) => id)).toEqual(['d2']);
    expect(await swept.lapsed(149, 10)).toEqual([]);
    expect((await swept.lapsed(150, 10)).map(({ agentId }) => agentId)).toEqual(['a']);
    expect((await swept.workOf('a')).map(({ id }) => id)).toEqual(['d1', 'd2']);
    expect((await swept.activeSessions()).map(({ agentId }) => agentId)).toEqual(['a']);
  } finally {
    await swept.close();
  }
});
