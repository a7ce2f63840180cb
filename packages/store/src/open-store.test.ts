import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from './database/database.ts';
import { openStore, withPlanning } from './open-store.ts';
import type { Store } from './store.ts';
import { sampleInteraction, submit } from './test-samples.ts';
import { type FreshDatabase, freshDatabase } from './testing/index.ts';

let fresh: FreshDatabase;
let database: Database;

beforeAll(async () => {
  fresh = await freshDatabase();
  database = openDatabase({ url: fresh.url, poolSize: 2, applicationName: 'probe' });
});

afterAll(async () => {
  await database?.close();
  await fresh?.drop();
});

const open = (applicationName: string): Promise<Store> =>
  openStore({ url: fresh.url, poolSize: 4, applicationName });

async function connectionsOf(name: string): Promise<number> {
  const { rows } = await database.query<{ n: number }>({
    text: 'select count(*) as n from pg_stat_activity where starts_with(application_name, $1) and datname = current_database()',
    values: [name],
  });
  return rows[0]?.n ?? 0;
}

const terminate = (name: string, last = '') =>
  database.query({
    text: `select pg_terminate_backend(pid, 5000) from pg_stat_activity
            where application_name = $1 and datname = current_database() and starts_with(query, $2)`,
    values: [name, last],
  });

test('closing twice is closing once, and leaves no connection open, whatever was in use', async () => {
  const store = await open('closing');
  await submit(store, sampleInteraction('closing'));
  await store.onHint(() => {});
  const lock = await store.becomeRouter();
  void store.hint();
  expect(await connectionsOf('closing')).toBeGreaterThan(2);
  await Promise.all([store.close(), store.close()]);
  await store.close();
  expect(lock?.lost.aborted).toBe(true);
  await expect.poll(() => connectionsOf('closing')).toBe(0);
});

test('several nodes may open one database at once', async () => {
  const stores = await Promise.all([open('n1'), open('n2'), open('n3')]);
  await Promise.all(stores.map((store) => store.ping()));
  await Promise.all(stores.map((store) => store.close()));
});

test("the orders to the planner reach every connection, and leave the operator's own options alone", async () => {
  const planned = openDatabase({
    url: withPlanning(`${fresh.url}${fresh.url.includes('?') ? '&' : '?'}options=-c%20work_mem%3D5MB`),
    poolSize: 1,
    applicationName: 'x',
  });
  const { rows } = await planned.query({
    text: "select current_setting('enable_seqscan') as scan, current_setting('jit') as jit, current_setting('work_mem') as mem",
  });
  await planned.close();
  expect(rows).toEqual([{ scan: 'off', jit: 'off', mem: '5MB' }]);
});

describe('the right to route', () => {
  test('is held by one node at a time, and free again when it is given back', async () => {
    const [a, b] = await Promise.all([open('a'), open('b')]);
    const held = await a.becomeRouter();
    expect(held?.lost.aborted).toBe(false);
    expect(await b.becomeRouter()).toBeUndefined();
    expect(await a.becomeRouter()).toBeUndefined();
    await held?.release();
    await held?.release();
    expect(held?.lost.aborted).toBe(true);
    await expect.poll(async () => (await b.becomeRouter()) !== undefined).toBe(true);
    await Promise.all([a.close(), b.close()]);
  });

  test('is lost, known to be lost, and free for another node when the connection of its holder ends', async () => {
    const [a, b] = await Promise.all([open('holder'), open('heir')]);
    await expect.poll(async () => await a.becomeRouter()).toBeDefined();
    await a.close();
    let held: Awaited<ReturnType<Store['becomeRouter']>>;
    await expect
      .poll(async () => {
        held = await b.becomeRouter();
        return held;
      })
      .toBeDefined();
    const lost = new Promise((resolve) => held?.lost.addEventListener('abort', resolve));
    await terminate('heir-router');
    await lost;
    const c = await open('next');
    await expect.poll(async () => (await c.becomeRouter()) !== undefined).toBe(true);
    await Promise.all([b.close(), c.close()]);
  });
});

describe('hints', () => {
  test('reach every other node and not the one that gave them, and many at once become few', async () => {
    const [a, b] = await Promise.all([open('hint-a'), open('hint-b')]);
    let heard = 0;
    let own = 0;
    const first = Promise.withResolvers<void>();
    const answered = Promise.withResolvers<void>();
    await a.onHint(() => {
      own += 1;
      answered.resolve();
    });
    const listening = await b.onHint(() => {
      heard += 1;
      first.resolve();
    });
    await Promise.all(Array.from({ length: 500 }, () => a.hint()));
    await first.promise;
    expect(heard).toBeLessThanOrEqual(2);
    // Notifications come in the order they were sent: when b's is there, a's own would have been there before it.
    await Promise.all([b.hint(), answered.promise]);
    expect(own).toBe(1);
    await listening.stop();
    await Promise.all([a.close(), b.close()]);
  });

  test('are heard again after the listening connection was lost, and its return is a hint itself [F11]', async () => {
    const [store, other] = await Promise.all([open('relisten'), open('relisten-other')]);
    let heard = 0;
    await store.onHint(() => {
      heard += 1;
    });
    await terminate('relisten', 'listen');
    await expect.poll(() => heard).toBe(1);
    await other.hint();
    await expect.poll(() => heard).toBeGreaterThan(1);
    await Promise.all([store.close(), other.close()]);
  });
});
