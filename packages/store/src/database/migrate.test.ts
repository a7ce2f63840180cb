import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../testing/index.ts';
import { type Database, openDatabase } from './database.ts';
import { DatabaseFailure } from './failure.ts';
import { MigrationMismatch, migrate, SchemaNewerThanCode } from './migrate.ts';

const LIFE = 'create table life (id int primary key);';
const LETTER = 'create table letter (id int primary key); insert into letter values (1);';

let fresh: FreshDatabase;
let database: Database;
let folderPath: string;

beforeEach(async () => {
  fresh = await freshDatabase('empty');
  database = openDatabase({ url: fresh.url, poolSize: 4, applicationName: 'migrate-test' });
  folderPath = await mkdtemp(join(tmpdir(), 'intray-migrations-'));
});

afterEach(async () => {
  await database.close();
  await fresh.drop();
  await rm(folderPath, { recursive: true });
});

const folder = () => pathToFileURL(`${folderPath}/`);
const write = (name: string, sql: string) => writeFile(join(folderPath, name), sql);

async function tables(): Promise<unknown[]> {
  const { rows } = await database.query<{ name: string }>({
    text: "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1",
  });
  return rows.map((row) => row.name);
}

test('applies what is new, in order, once', async () => {
  await write('0001-life.sql', LIFE);
  expect(await migrate(database, folder())).toEqual({ applied: [1], version: 1 });
  await write('0002-letter.sql', LETTER);
  expect(await migrate(database, folder())).toEqual({ applied: [2], version: 2 });
  expect(await migrate(database, folder())).toEqual({ applied: [], version: 2 });
  expect(await tables()).toEqual(['letter', 'life', 'schema_migration']);
  const { rows } = await database.query({
    text: 'select number, name from schema_migration order by number',
  });
  expect(rows).toEqual([
    { number: 1, name: 'life' },
    { number: 2, name: 'letter' },
  ]);
});

test('several processes at once apply each migration exactly once between them', async () => {
  await write('0001-life.sql', LIFE);
  await write('0002-letter.sql', LETTER);
  const others = [1, 2, 3, 4].map(() =>
    openDatabase({ url: fresh.url, poolSize: 1, applicationName: 'other' }),
  );
  const reports = await Promise.all(others.map((other) => migrate(other, folder())));
  expect(reports.flatMap((report) => report.applied).sort()).toEqual([1, 2]);
  expect((await database.query({ text: 'select from letter' })).count).toBe(1);
  await Promise.all(others.map((other) => other.close()));
});

test('a migration that fails leaves nothing of itself behind, and all before it', async () => {
  await write('0001-life.sql', LIFE);
  await write('0002-broken.sql', `${LETTER} select 1 / 0;`);
  await expect(migrate(database, folder())).rejects.toBeInstanceOf(DatabaseFailure);
  expect(await tables()).toEqual(['life', 'schema_migration']);
  await write('0002-broken.sql', LETTER);
  expect(await migrate(database, folder())).toEqual({ applied: [2], version: 2 });
});

test('code older than the schema refuses, touches nothing, and says what to do', async () => {
  await write('0001-life.sql', LIFE);
  await write('0002-letter.sql', LETTER);
  await migrate(database, folder());
  await rm(join(folderPath, '0002-letter.sql'));
  const refusal = await migrate(database, folder()).catch((cause: unknown) => cause);
  expect(refusal).toBeInstanceOf(SchemaNewerThanCode);
  expect(refusal).toMatchObject({ expected: 1, found: 2 });
  expect(String(refusal)).toContain('Start the newer version');
});

test('an applied migration with another text refuses; only its line ends may differ', async () => {
  await write('0001-life.sql', `${LIFE}\n`);
  await migrate(database, folder());
  await write('0001-life.sql', `${LIFE}\r\n`);
  expect(await migrate(database, folder())).toEqual({ applied: [], version: 1 });
  await write('0001-life.sql', LIFE.replace('int', 'bigint'));
  const refusal = await migrate(database, folder()).catch((cause: unknown) => cause);
  expect(refusal).toBeInstanceOf(MigrationMismatch);
  expect(refusal).toMatchObject({ number: 1 });
});

test.each([
  ['a number taken twice', ['0001-life.sql', '0001-letter.sql']],
  ['a gap', ['0001-life.sql', '0003-letter.sql']],
  ['a name that says nothing', ['0001.sql']],
])('%s among the files is noticed before anything is applied', async (_what, names) => {
  for (const name of names) await write(name, 'select 1');
  await expect(migrate(database, folder())).rejects.toBeInstanceOf(MigrationMismatch);
  expect(await tables()).toEqual([]);
});

test("the store's own migrations apply to an empty database", async () => {
  const first = await migrate(database);
  expect(first.applied).toHaveLength(first.version);
  expect(await migrate(database)).toEqual({ applied: [], version: first.version });
});
