import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from './database/database.ts';
import { storeOn } from './open-store.ts';
import type { Store } from './store.ts';
import { sampleInteraction, submit } from './test-samples.ts';
import { type FreshDatabase, freshDatabase } from './testing/index.ts';

let fresh: FreshDatabase;
let database: Database;
let store: Store;

beforeAll(async () => {
  fresh = await freshDatabase();
  const options = { url: fresh.url, poolSize: 2, applicationName: 'words-test' };
  database = openDatabase(options);
  store = storeOn(database, options);
});

afterAll(async () => {
  await store?.close();
  await fresh?.drop();
});

const found = async (term: string) => (await store.found([term], 10)).map(({ id }) => id).sort();

test('[A13] a house that was empty when words began to be kept has nothing to make up for', async () => {
  expect(await store.indexOlderWork(10)).toEqual({ indexed: 0, done: true });
});

test('[A13] work from before becomes findable in steps, once each, and keeps words that are newer', async () => {
  const old = ['o1', 'o2', 'o3', 'o4', 'o5'];
  await submit(store, ...old.map((id) => sampleInteraction(id, { userData: { Subject: 'Bridge repairs' } })));
  await database.query({ text: "update older_words set after = '', done = false" });
  // As if its events were counted meanwhile.
  await database.query({
    text: `insert into interaction_words values ('o2', array_to_tsvector('{newer}'))`,
  });
  expect(await found('bridge')).toEqual([]);
  expect(await store.indexOlderWork(3)).toEqual({ indexed: 2, done: false });
  expect(await found('bridge')).toEqual(['o1', 'o3']);
  expect(await store.indexOlderWork(3)).toEqual({ indexed: 2, done: true });
  expect(await found('repairs')).toEqual(['o1', 'o3', 'o4', 'o5']);
  expect(await found('newer')).toEqual(['o2']);
  expect(await store.indexOlderWork(3)).toEqual({ indexed: 0, done: true });
});
