import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { Database, Queryable } from './database.ts';

/** The migrations of this version of the store. */
const OWN_FOLDER = new URL('./migrations/', import.meta.url);

/** Any fixed number; all processes that migrate a database queue up behind it. */
const MIGRATION_LOCK = 4_712_001;

const FILE_NAME = /^(\d{4})-([a-z0-9-]+)\.sql$/;

type Migration = {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
};
type AppliedMigration = { readonly number: number; readonly name: string; readonly checksum: string };

/** `applied`: the numbers this call applied, in order. `version`: the schema's number afterwards, 0 for none. */
export type MigrationReport = { readonly applied: readonly number[]; readonly version: number };

/** The database was migrated by a newer version of Intray than the one that runs. */
export class SchemaNewerThanCode extends Error {
  override readonly name = 'SchemaNewerThanCode';
  readonly expected: number;
  readonly found: number;

  constructor(expected: number, found: number) {
    super(
      `This version of Intray expects database schema ${expected}, but the database has schema ${found}. ` +
        'Start the newer version of Intray that migrated it, or restore a backup from before that migration.',
    );
    this.expected = expected;
    this.found = found;
  }
}

/** The numbered files and the record of what was applied contradict each other. `number` is where. */
export class MigrationMismatch extends Error {
  override readonly name = 'MigrationMismatch';
  readonly number: number;

  constructor(number: number, what: string) {
    super(`Migration ${number} ${what}`);
    this.number = number;
  }
}

/**
 * Brings the database to the schema of the numbered files in `folder` (default: the store's own), forward only,
 * each file in one transaction. Any number of processes may call it at once: each step takes the same lock and
 * finds out what its predecessor has done.
 *
 * Throws `SchemaNewerThanCode`, `MigrationMismatch`, or `DatabaseFailure` when a migration's SQL fails (which
 * then leaves nothing of itself behind).
 */
export async function migrate(database: Database, folder: URL = OWN_FOLDER): Promise<MigrationReport> {
  const migrations = await readMigrations(folder);
  const applied: number[] = [];
  await database.transaction(async (transaction) => {
    await lock(transaction);
    await transaction.query({ text: TABLE });
    compare(migrations, await readApplied(transaction));
  });
  for (const migration of migrations) {
    if (await database.transaction((transaction) => apply(transaction, migration)))
      applied.push(migration.number);
  }
  return { applied, version: migrations.length };
}

const TABLE = `
  create table if not exists schema_migration (
    number     integer primary key check (number > 0),
    name       text not null,
    checksum   text not null,
    applied_at timestamptz not null default now()
  )`;

/** Held to the end of the transaction. `create table if not exists` alone is not safe against a concurrent one. */
async function lock(transaction: Queryable): Promise<void> {
  await transaction.query({ text: 'select pg_advisory_xact_lock($1)', values: [MIGRATION_LOCK] });
}

async function readApplied(transaction: Queryable): Promise<AppliedMigration[]> {
  const text = 'select number, name, checksum from schema_migration order by number';
  return (await transaction.query<AppliedMigration>({ text })).rows;
}

/** Claims the row first: if another process was quicker there is nothing left to do, and the answer is `false`. */
async function apply(transaction: Queryable, migration: Migration): Promise<boolean> {
  await lock(transaction);
  const claimed = await transaction.query({
    text: 'insert into schema_migration (number, name, checksum) values ($1, $2, $3) on conflict do nothing',
    values: [migration.number, migration.name, migration.checksum],
  });
  if (claimed.count === 0) return false;
  await transaction.query({ text: migration.sql });
  return true;
}

function compare(migrations: readonly Migration[], applied: readonly AppliedMigration[]): void {
  const newest = applied.at(-1)?.number ?? 0;
  if (newest > migrations.length) throw new SchemaNewerThanCode(migrations.length, newest);
  for (const row of applied) {
    const migration = migrations[row.number - 1];
    if (migration !== undefined && migration.checksum !== row.checksum) {
      throw new MigrationMismatch(
        row.number,
        `("${migration.name}") is not the text that this database was migrated with. Expected the file to be ` +
          'unchanged since it was applied; put the old text back and write the change as a new migration.',
      );
    }
  }
}

/** The folder's migrations in order. Numbers must run 1, 2, 3 …: two branches that took the same number are noticed. */
async function readMigrations(folder: URL): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(names.map((name, index) => readMigration(folder, name, index + 1)));
}

async function readMigration(folder: URL, fileName: string, number: number): Promise<Migration> {
  const match = FILE_NAME.exec(fileName);
  if (match === null || Number(match[1]) !== number) {
    const expected = `${String(number).padStart(4, '0')}-what-it-does.sql`;
    throw new MigrationMismatch(
      number,
      `was expected in a file named ${expected}, found ${fileName}. Rename it.`,
    );
  }
  // A checkout that turns line ends into CRLF must not look like a changed migration.
  const sql = (await readFile(new URL(fileName, folder), 'utf8')).replaceAll('\r\n', '\n');
  return { number, name: match[2] ?? '', sql, checksum: createHash('sha256').update(sql).digest('hex') };
}
