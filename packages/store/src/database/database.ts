import type { PoolFigures } from '@intray/core';
import pg from 'pg';
import { type FailureCircumstances, toDatabaseFailure } from './failure.ts';
import { type Listener, type Listening, startListening } from './listening.ts';
import { valueParsing } from './value-parsing.ts';

/** How to reach the database. */
export type DatabaseOptions = {
  /** `postgresql://…`; holds the password, so it is never logged. */
  readonly url: string;
  /** Connections held at most, besides one for each `listen`. */
  readonly poolSize: number;
  /** Shown in `pg_stat_activity`. */
  readonly applicationName: string;
  /** Longest wait for a connection, opened or free, in milliseconds. Default 10 000. */
  readonly connectTimeoutMs?: number;
};

/**
 * One SQL statement. With a `name` it is prepared once per connection and reused: the name must belong to this
 * text alone. Without `values` the text may hold several statements.
 */
export type Statement = {
  readonly name?: string;
  readonly text: string;
  readonly values?: readonly unknown[];
};

/** `rows` as asked for; `count` is the number of rows returned or changed. */
export type QueryResult<Row> = { readonly rows: Row[]; readonly count: number };

/** Something statements can be sent to: the pool, or one transaction. */
export type Queryable = {
  /** Runs the statement. Throws `DatabaseFailure`. `Row` is what the text selects; `bigint` arrives as a number. */
  query<Row = Record<string, unknown>>(statement: Statement): Promise<QueryResult<Row>>;
};

/** The port over PostgreSQL. Every method throws `DatabaseFailure` for what the database could not do. */
export type Database = Queryable & {
  /**
   * Runs `work` in one transaction on one connection; commits when it resolves, rolls back when it rejects, and
   * rejects with that same reason. Statements are pipelined: sent without awaiting one another they share a round
   * trip and still run in the order they were sent. Use `Promise.all`, so that no rejection goes unheard.
   */
  transaction<Result>(work: (transaction: Queryable) => Promise<Result>): Promise<Result>;
  /** Follows a channel; see `Listener`. Resolves once the server is listening. */
  listen(channel: string, onPayload: (payload: string) => void, onReconnect?: () => void): Promise<Listening>;
  /** Connections as they stand now, those of each `listen` aside. */
  pool(): PoolFigures;
  /** Ends all connections after the work in hand; may be called twice. */
  close(): Promise<void>;
};

/** Opens a pool. No connection is made before the first query, so a database that is down is no error here. */
export function openDatabase(options: DatabaseOptions): Database {
  const config: pg.ClientConfig = {
    connectionString: options.url,
    application_name: options.applicationName,
    connectionTimeoutMillis: options.connectTimeoutMs ?? 10_000,
    types: valueParsing,
    pipeline: true,
  };
  const pool = new pg.Pool({ ...config, max: options.poolSize });
  const lost = new WeakSet<pg.ClientBase>();
  const listenings = new Set<Listening>();
  let closed: Promise<void> | undefined;

  // The pool drops a broken idle connection by itself and then emits 'error'; unheard, that ends the process. A
  // connection in use reports on the client, where the pool is not listening.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => lost.add(client)));

  async function borrow(doing: string): Promise<pg.PoolClient> {
    try {
      return await pool.connect();
    } catch (cause) {
      throw toDatabaseFailure(cause, { doing, connectionLost: closed === undefined });
    }
  }

  function failure(
    cause: unknown,
    client: pg.PoolClient,
    more: Omit<FailureCircumstances, 'connectionLost'>,
  ) {
    return toDatabaseFailure(cause, { ...more, connectionLost: lost.has(client) });
  }

  async function run<Row>(client: pg.PoolClient, statement: Statement): Promise<QueryResult<Row>> {
    try {
      const result = await client.query(toQueryConfig(statement));
      // Several statements in one text answer with a list; the last one speaks for all.
      const last = Array.isArray(result) ? (result.at(-1) as pg.QueryResult) : result;
      return { rows: last.rows as Row[], count: last.rowCount ?? 0 };
    } catch (cause) {
      throw failure(cause, client, { doing: title(statement) });
    }
  }

  async function commit(client: pg.PoolClient): Promise<void> {
    let answer: pg.QueryResult;
    try {
      answer = await client.query('commit');
    } catch (cause) {
      throw failure(cause, client, { doing: 'commit', committing: true });
    }
    // PostgreSQL answers the commit of a failed transaction with a friendly "ROLLBACK". Work that swallowed a
    // failure of one of its statements would otherwise be taken as done.
    if (answer.command !== 'COMMIT') {
      throw failure(
        new Error('a statement in the transaction failed, so all of it was rolled back'),
        client,
        {
          doing: 'commit',
        },
      );
    }
  }

  return {
    async query<Row>(statement: Statement) {
      const client = await borrow(title(statement));
      try {
        return await run<Row>(client, statement);
      } finally {
        client.release(lost.has(client));
      }
    },

    async transaction(work) {
      const client = await borrow('begin');
      let clean = false;
      try {
        // Not awaited: it travels with the first statement of the work. If it fails, so does all behind it.
        const begun = client.query('begin');
        begun.catch(() => {});
        const result = await work({ query: (statement) => run(client, statement) });
        await begun.catch((cause: unknown) => {
          throw failure(cause, client, { doing: 'begin' });
        });
        await commit(client);
        clean = true;
        return result;
      } finally {
        // A connection that cannot roll back is thrown away; the reason of the failure is already on its way up.
        if (!clean && !lost.has(client)) clean = await rolledBack(client);
        client.release(!clean);
      }
    },

    async listen(channel, onPayload, onReconnect) {
      const listener: Listener = { channel, onPayload, onReconnect };
      const listening = await startListening(config, listener);
      listenings.add(listening);
      return {
        async close() {
          listenings.delete(listening);
          await listening.close();
        },
      };
    },

    pool: () => ({
      open: pool.totalCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
      most: options.poolSize,
    }),

    close() {
      closed ??= Promise.all([pool.end(), ...[...listenings].map((each) => each.close())]).then(() => {});
      return closed;
    },
  };
}

async function rolledBack(client: pg.PoolClient): Promise<boolean> {
  return client.query('rollback').then(
    () => true,
    () => false,
  );
}

function toQueryConfig(statement: Statement): pg.QueryConfig {
  const values = statement.values?.length ? { values: [...statement.values] } : {};
  return {
    ...(statement.name === undefined ? {} : { name: statement.name }),
    text: statement.text,
    ...values,
  };
}

function title(statement: Statement): string {
  return statement.name ?? statement.text.trim().replace(/\s+/g, ' ').slice(0, 60);
}
