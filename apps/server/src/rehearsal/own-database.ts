/** Where a rehearsal keeps what happens: a database that nobody else works on, and that is gone when it is over. */
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, openStore, type Statement, type Store } from '@intray/store';
import { startEmbeddedPostgres } from '@intray/store/embedded';
import { MemoryDatabase, memoryStore, sharing } from '@intray/store/memory';

/** `server`: a PostgreSQL on which a database may be made. `embedded`: a PostgreSQL that is started for it. */
export type Keeping = 'memory' | 'embedded' | { readonly server: string };

export interface OwnStore {
  readonly store: Store;
  /** Closes it and removes all of it. */
  close(): Promise<void>;
}

/** @throws DatabaseFailure, EmbeddedPostgresFailure */
export async function ownStore(keeping: Keeping): Promise<OwnStore> {
  if (keeping === 'memory') {
    const store = memoryStore(sharing(new MemoryDatabase()));
    return { store, close: () => store.close() };
  }
  if (keeping !== 'embedded') return storeOnServer(keeping.server);
  const dataDir = await mkdtemp(join(tmpdir(), 'intray-rehearsal-'));
  // PostgreSQL may run as another account, which must find its way into the folder.
  await chmod(dataDir, 0o755);
  const postgres = await startEmbeddedPostgres({ dataDir, durable: false, log: () => {} });
  const own = await storeOnServer(postgres.url);
  return {
    store: own.store,
    async close() {
      await own.close();
      await postgres.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** What lies in the database of the address is left alone: one beside it is made, and dropped in the end. */
async function storeOnServer(url: string): Promise<OwnStore> {
  const name = `intray_rehearsal_${randomBytes(6).toString('hex')}`;
  await onServer(url, { text: `create database ${name} template template0` });
  const drop = () => onServer(url, { text: `drop database if exists ${name} with (force)` });
  const own = new URL(url);
  own.pathname = `/${name}`;
  try {
    const store = await openStore({ url: own.href, poolSize: 2, applicationName: 'intray-rehearsal' });
    return {
      store,
      async close() {
        await store.close();
        await drop();
      },
    };
  } catch (cause) {
    await drop();
    throw cause;
  }
}

async function onServer(url: string, statement: Statement): Promise<void> {
  const server = openDatabase({ url, poolSize: 1, applicationName: 'intray-rehearsal' });
  try {
    await server.query(statement);
  } finally {
    await server.close();
  }
}
