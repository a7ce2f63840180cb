/** A store that counts what it reads: wrapped around the connections, so nothing that is asked goes by it. */
import { type Database, type DatabaseOptions, openDatabase, type Queryable } from '../database/database.ts';
import { storeOn, withPlanning } from '../open-store.ts';
import type { Store } from '../store.ts';

export interface CountedStore {
  readonly store: Store;
  /** Rows that came back since the last call, by the name (or the text) of the statement. */
  read(): ReadonlyMap<string, number>;
}

/** On a database that is migrated already. */
export function openCountedStore(options: DatabaseOptions): CountedStore {
  const planned = { ...options, url: withPlanning(options.url) };
  const database = openDatabase(planned);
  let rows = new Map<string, number>();
  const counted = (on: Queryable): Queryable => ({
    async query<Row>(statement: Parameters<Queryable['query']>[0]) {
      const result = await on.query<Row>(statement);
      const name = statement.name ?? statement.text;
      if (result.rows.length > 0) rows.set(name, (rows.get(name) ?? 0) + result.rows.length);
      return result;
    },
  });
  const watched: Database = {
    ...database,
    query: counted(database).query,
    transaction: (work) => database.transaction((on) => work(counted(on))),
  };
  return {
    store: storeOn(watched, planned),
    read() {
      const found = rows;
      rows = new Map();
      return found;
    },
  };
}
