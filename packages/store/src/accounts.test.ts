import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from './open-store.ts';
import type { Store } from './store.ts';
import { NOW } from './test-samples.ts';
import { type FreshDatabase, freshDatabase } from './testing/index.ts';

let fresh: FreshDatabase;
let store: Store;

beforeAll(async () => {
  fresh = await freshDatabase();
  store = await openStore({ url: fresh.url, poolSize: 2, applicationName: 'accounts-test' });
});

afterAll(async () => {
  await store?.close();
  await fresh?.drop();
});

const HOUR = 3_600_000;
const login = (secretHash: string, userName: string, expiresAt: number) => ({
  secretHash,
  userName,
  openedAt: NOW,
  expiresAt,
});

test('an account is found by exactly its name, and its hash can be replaced', async () => {
  const { accounts } = store;
  await accounts.save({ userName: 'ann', passwordHash: 'one' });
  await accounts.save({ userName: 'ann', passwordHash: 'two' });
  expect(await accounts.find('ann')).toEqual({ userName: 'ann', passwordHash: 'two' });
  for (const name of ['Ann', 'ann ', '', 'ann\0', '\ud800'])
    expect(await accounts.find(name)).toBeUndefined();
});

test('a login is found until it expires, and an extension counts from then on', async () => {
  const { accounts } = store;
  await accounts.save({ userName: 'ben', passwordHash: 'x' });
  await accounts.openLogin(login('s1', 'ben', NOW + HOUR));
  expect(await accounts.findLogin('s1', NOW + HOUR - 1)).toEqual(login('s1', 'ben', NOW + HOUR));
  expect(await accounts.findLogin('s1', NOW + HOUR)).toBeUndefined();
  await accounts.extendLogin('s1', NOW + 2 * HOUR);
  expect(await accounts.findLogin('s1', NOW + HOUR)).toEqual(login('s1', 'ben', NOW + 2 * HOUR));
  expect(await accounts.findLogin('s2', NOW)).toBeUndefined();
});

test('logins are closed one by one, all of one person, or when they have expired', async () => {
  const { accounts } = store;
  for (const userName of ['cat', 'dan']) await accounts.save({ userName, passwordHash: 'x' });
  for (const secret of ['c1', 'c2', 'c3']) await accounts.openLogin(login(secret, 'cat', NOW + HOUR));
  await accounts.openLogin(login('d1', 'dan', NOW + HOUR));
  await accounts.openLogin(login('d2', 'dan', NOW + 1));
  await accounts.closeLogin('c1');
  expect(await accounts.findLogin('c1', NOW)).toBeUndefined();
  expect(await accounts.closeLogins('cat')).toBe(2);
  expect(await accounts.findLogin('c2', NOW)).toBeUndefined();
  expect(await accounts.removeExpired(NOW + 1)).toBe(1);
  expect((await accounts.findLogin('d1', NOW))?.userName).toBe('dan');
});

test('the newest configuration counts', async () => {
  const config = { agents: [], settings: { inviteSeconds: 30 } } as unknown as Parameters<
    Store['saveConfiguration']
  >[0];
  expect(await store.configuration()).toBeUndefined();
  const first = await store.saveConfiguration(config, 'admin1', NOW);
  const second = await store.saveConfiguration({ ...config, places: [] }, 'admin1', NOW);
  expect(second).toBeGreaterThan(first);
  expect(await store.configuration()).toEqual({
    version: second,
    by: 'admin1',
    at: NOW,
    config: { ...config, places: [] },
  });
  expect((await store.configuration(first))?.config).toEqual(config);
});

test('a node hears when any node last served before it', async () => {
  expect(await store.beat('node-a', NOW)).toBeUndefined();
  expect(await store.beat('node-b', NOW + 10)).toBe(NOW);
  expect(await store.beat('node-a', NOW + 30)).toBe(NOW + 10);
  expect(await store.beat('node-a', NOW + 40)).toBe(NOW + 30);
});
