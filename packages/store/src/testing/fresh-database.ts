import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { openDatabase, type Queryable } from '../database/database.ts';
import { urlOfDatabase } from './database-url.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Set by a configuration that brings its own server. */
    databaseUrl?: string;
    /** Where `freshDatabase` finds its server and its template: provided by `global-postgres`. */
    testPostgres: { readonly url: string; readonly template: string };
  }
}

/** A database of its own with all migrations applied. `await using` drops it at the end of the scope. */
export type FreshDatabase = AsyncDisposable & {
  readonly url: string;
  /** Drops it, connections or not. May be called twice. */
  drop(): Promise<void>;
};

/** Any fixed number. Clones of one template at the same moment get in each other's way, so they queue up. */
const CLONING_LOCK = 4_712_002;

/**
 * Clones the run's template, a fraction of a second. One for each test file is meant; `global-postgres` must be set up.
 * @param content `empty` leaves the migrations out, for tests of the migrations themselves
 */
export async function freshDatabase(content: 'migrated' | 'empty' = 'migrated'): Promise<FreshDatabase> {
  const provided = inject('testPostgres');
  const { url } = provided;
  const template = content === 'empty' ? 'template0' : provided.template;
  const name = `intray_test_${randomBytes(8).toString('hex')}`;
  await onServer(url, async (server) => {
    await server.query({ text: 'select pg_advisory_lock($1)', values: [CLONING_LOCK] });
    await server.query({ text: `create database ${name} template ${template}` });
  });
  const drop = () =>
    onServer(url, (server) => server.query({ text: `drop database if exists ${name} with (force)` }));
  return {
    url: urlOfDatabase(url, name),
    drop: async () => void (await drop()),
    [Symbol.asyncDispose]: async () => void (await drop()),
  };
}

/** One connection, closed afterwards, which also gives back the lock. */
async function onServer<Result>(url: string, work: (server: Queryable) => Promise<Result>): Promise<Result> {
  const server = openDatabase({ url, poolSize: 1, applicationName: 'intray-test' });
  try {
    return await work(server);
  } finally {
    await server.close();
  }
}
