import { copyFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { WorkbinRef } from '@intray/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from './database/database.ts';
import { migrate } from './database/migrate.ts';
import { storeOn } from './open-store.ts';
import type { SaveBatch, Store } from './store.ts';
import { batch, inTray, submit, TRAY } from './test-samples.ts';
import { type FreshDatabase, freshDatabase } from './testing/index.ts';

const MIGRATIONS = join(import.meta.dirname, 'database', 'migrations');

let fresh: FreshDatabase;
let database: Database;
let store: Store;

beforeEach(async () => {
  fresh = await freshDatabase('empty');
  const options = { url: fresh.url, poolSize: 2, applicationName: 'places-test' };
  database = openDatabase(options);
  store = storeOn(database, options);
});

afterEach(async () => {
  await store.close();
  await fresh.drop();
});

const into = (workbin: WorkbinRef, mediaType: string, by: number): SaveBatch['tallies'] => [
  { kind: 'workbin', workbin, by },
  { kind: 'medium', workbin, mediaType, by },
];
const of = (id: string): WorkbinRef => ({ type: 'tray', owner: { kind: 'Place', id } });

describe('how much of each medium lies in a tray', () => {
  test('is kept beside how much lies there at all, and tells only what is there [G4]', async () => {
    await migrate(database);
    await store.save(batch({ tallies: [...into(TRAY, 'email', 2), ...into(of('P1'), 'chat', 1)] }));
    await store.save(batch({ tallies: into(of('P1'), 'claim', 4) }));
    await store.save(batch({ tallies: into(of('P1'), 'chat', -1) }));
    expect(await store.workbinContents([of('P1'), of('nobody'), TRAY, of('P1')])).toEqual([
      { count: 4, perMediaType: { claim: 4 } },
      { count: 0, perMediaType: {} },
      { count: 2, perMediaType: { email: 2 } },
      { count: 4, perMediaType: { claim: 4 } },
    ]);
    expect(await store.workbinContents([])).toEqual([]);
  });

  test('is never taken for that of a tray or a medium whose name begins alike [W12]', async () => {
    await migrate(database);
    const names = ['P', 'P1', 'P1 ', 'P1!', 'P1@Place:P', 'P1é', 'P1😀', 'p1', 'tray@Place:P1'];
    const media = ['email', 'email ', 'e', '__proto__', 'P1', 'mail@Place:P1', '😀'];
    const all = names.flatMap((name, n) =>
      media.flatMap((mediaType, m) => into(of(name), mediaType, 1 + n * media.length + m)),
    );
    const sums = new Map<string, SaveBatch['tallies'][number]>();
    for (const tally of all) {
      const key = JSON.stringify({ ...tally, by: 0 });
      sums.set(key, { ...tally, by: tally.by + (sums.get(key)?.by ?? 0) });
    }
    await store.save(batch({ tallies: [...sums.values()] }));
    const found = await store.workbinContents(names.map(of));
    for (const [n, { count, perMediaType }] of found.entries()) {
      const expected = media.map((mediaType, m) => [mediaType, 1 + n * media.length + m] as const);
      expect(new Map(Object.entries(perMediaType))).toEqual(new Map(expected));
      expect(count).toBe(expected.reduce((sum, [, more]) => sum + more, 0));
    }
  });

  test('is counted once for what lay there before it was kept', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'intray-migrations-'));
    try {
      const earlier = (await readdir(MIGRATIONS)).filter((name) => /^000[1-4]-/.test(name));
      for (const name of earlier) await copyFile(join(MIGRATIONS, name), join(folder, name));
      await migrate(database, pathToFileURL(`${folder}/`));
      // What a save needs today besides.
      await database.query({
        text: await readFile(join(MIGRATIONS, '0007-configuration-fence.sql'), 'utf8'),
      });
      const elsewhere = of('P1😀');
      await submit(
        store,
        inTray('a'),
        inTray('b', { mediaType: 'chat' }),
        inTray('c'),
        inTray('d', { workbin: elsewhere }),
      );
      await store.save(
        batch({
          tallies: [
            { kind: 'workbin', workbin: TRAY, by: 3 },
            { kind: 'workbin', workbin: elsewhere, by: 1 },
          ],
        }),
      );
      await database.query({ text: 'drop function intray_as_configured' });
      await migrate(database);
      await store.save(batch({ tallies: into(TRAY, 'chat', 1) }));
      expect(await store.workbinContents([TRAY, elsewhere])).toEqual([
        { count: 4, perMediaType: { email: 2, chat: 2 } },
        { count: 1, perMediaType: { email: 1 } },
      ]);
      expect((await store.workbinFillings([TRAY, elsewhere])).map(({ unopened }) => unopened)).toEqual([
        3, 1,
      ]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
