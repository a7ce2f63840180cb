/** The two stores that keep the same contract, each on a database of its own. */
import { MemoryDatabase, memoryStore, sharing } from '../memory/index.ts';
import { openStore } from '../open-store.ts';
import type { Store } from '../store.ts';
import { freshDatabase } from '../testing/index.ts';

export interface Opened extends AsyncDisposable {
  /** The same database, seen by two nodes. */
  readonly stores: readonly [Store, Store];
}

async function onPostgres(): Promise<Opened> {
  const fresh = await freshDatabase();
  const open = (applicationName: string) => openStore({ url: fresh.url, poolSize: 3, applicationName });
  const stores = [await open('contract-1'), await open('contract-2')] as const;
  return {
    stores,
    async [Symbol.asyncDispose]() {
      await Promise.all(stores.map((store) => store.close()));
      await fresh.drop();
    },
  };
}

async function inMemory(): Promise<Opened> {
  const shared = sharing(new MemoryDatabase());
  const stores = [memoryStore(shared), memoryStore(shared)] as const;
  return {
    stores,
    async [Symbol.asyncDispose]() {
      await Promise.all(stores.map((store) => store.close()));
    },
  };
}

/** For `describe.each`: what to call it, and how to open it. */
export const BOTH = [
  { kind: 'PostgreSQL', open: onPostgres },
  { kind: 'memory', open: inMemory },
] as const;
