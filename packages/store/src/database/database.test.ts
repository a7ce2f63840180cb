import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../testing/index.ts';
import { type Database, openDatabase, type Queryable } from './database.ts';
import { DatabaseFailure } from './failure.ts';

let fresh: FreshDatabase;
let database: Database;

beforeAll(async () => {
  fresh = await freshDatabase('empty');
  database = openDatabase({ url: fresh.url, poolSize: 4, applicationName: 'database-test' });
  await database.query({ text: 'create table note (id bigint primary key, text text)' });
});

afterAll(async () => {
  await database?.close();
  await fresh?.drop();
});

/** The failure of work that is expected to fail. */
async function failureOf(work: Promise<unknown>): Promise<DatabaseFailure> {
  const outcome = await work.then(
    () => 'it succeeded',
    (cause: unknown) => cause,
  );
  expect(outcome).toBeInstanceOf(DatabaseFailure);
  return outcome as DatabaseFailure;
}

async function backendPid(on: Queryable): Promise<number> {
  const { rows } = await on.query<{ pid: number }>({ text: 'select pg_backend_pid() as pid' });
  return rows[0]?.pid ?? 0;
}

/** Ends another connection from the server's side, as an administrator or a failover would. */
async function terminate(pid: number): Promise<void> {
  await database.query({ text: 'select pg_terminate_backend($1, 5000)', values: [pid] });
}

describe('values', () => {
  test('every safe integer survives the way through a bigint as a number', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.maxSafeInteger(), { maxLength: 5 }),
        fc.maxSafeInteger(),
        async (list, one) => {
          const { rows } = await database.query({
            text: 'select $1::bigint as one, $2::bigint[] as list',
            values: [one, list],
          });
          expect(rows).toEqual([{ one: one + 0, list: list.map((each) => each + 0) }]);
        },
      ),
      { numRuns: 50, seed: 20_261_120 },
    );
  });

  test('a bigint that a number cannot hold fails instead of being rounded', async () => {
    const failure = await failureOf(database.query({ text: 'select 9007199254740993::bigint as big' }));
    expect(failure.message).toContain('9007199254740993');
    expect(failure.transient).toBe(false);
    expect((await database.query({ text: 'select null::bigint as nothing' })).rows).toEqual([
      { nothing: null },
    ]);
  });

  test('a named statement is prepared once on its connection', async () => {
    await database.transaction(async (transaction) => {
      const statement = (value: number) => ({
        name: 'plus_one',
        text: 'select $1::int + 1 as sum',
        values: [value],
      });
      const answers = await Promise.all(
        [1, 2, 3].map((value) => transaction.query<{ sum: number }>(statement(value))),
      );
      expect(answers.map((answer) => answer.rows[0]?.sum)).toEqual([2, 3, 4]);
      const prepared = await transaction.query({
        text: "select 1 from pg_prepared_statements where name = 'plus_one'",
      });
      expect(prepared.count).toBe(1);
    });
  });
});

describe('transactions', () => {
  test('commits what resolves, and statements sent together run in the order they were sent', async () => {
    await database.transaction((transaction) =>
      Promise.all([
        transaction.query({ text: "insert into note values (1, 'a')" }),
        transaction.query({ text: "update note set text = text || 'b' where id = 1" }),
        transaction.query({ text: "update note set text = text || 'c' where id = 1" }),
      ]),
    );
    const { rows } = await database.query({ text: 'select text from note where id = 1' });
    expect(rows).toEqual([{ text: 'abc' }]);
  });

  test('rolls back what rejects, and rejects with the very same reason', async () => {
    const reason = new Error('changed my mind');
    const work = database.transaction(async (transaction) => {
      await transaction.query({ text: "insert into note values (2, 'never')" });
      throw reason;
    });
    await expect(work).rejects.toBe(reason);
    expect((await database.query({ text: 'select from note where id = 2' })).count).toBe(0);
  });

  test('a swallowed failure inside the work does not pass for a commit', async () => {
    const work = database.transaction(async (transaction) => {
      await transaction.query({ text: "insert into note values (3, 'never')" });
      await transaction.query({ text: 'select 1 / 0' }).catch(() => undefined);
    });
    const failure = await failureOf(work);
    expect(failure.message).toContain('rolled back');
    expect((await database.query({ text: 'select from note where id = 3' })).count).toBe(0);
  });

  test('a connection lost in the middle is a transient failure, keeps nothing, and the pool goes on', async () => {
    const failure = await failureOf(
      database.transaction(async (transaction) => {
        await transaction.query({ text: "insert into note values (4, 'never')" });
        await terminate(await backendPid(transaction));
        await transaction.query({ text: 'select 1' });
      }),
    );
    expect(failure.transient).toBe(true);
    expect(failure.commitUnknown).toBe(false);
    expect((await database.query({ text: 'select from note where id = 4' })).count).toBe(0);
  });

  test('a connection lost during the commit says that its outcome is unknown', async () => {
    await database.query({
      text: `create function leave() returns trigger language plpgsql as
               $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$;
             create table parting (id int);
             create constraint trigger parting after insert on parting initially deferred
               for each row execute function leave()`,
    });
    const failure = await failureOf(
      database.transaction((transaction) => transaction.query({ text: 'insert into parting values (1)' })),
    );
    expect(failure).toMatchObject({ transient: true, commitUnknown: true });
  });
});

describe('failures', () => {
  test('a broken rule of the database carries its code and constraint and is not transient', async () => {
    await database.query({ text: 'insert into note values (10, null)' });
    const failure = await failureOf(database.query({ text: 'insert into note values (10, null)' }));
    expect(failure).toMatchObject({ code: '23505', constraint: 'note_pkey', transient: false });
    expect(failure.cause).toBeInstanceOf(Error);
  });

  test('one of two that deadlock fails, transiently', async () => {
    await database.query({ text: 'insert into note values (20, null), (21, null)' });
    const touch = (id: number) => ({ text: 'update note set text = null where id = $1', values: [id] });
    const holding = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const bothHold = Promise.all(holding.map((each) => each.promise));
    const cross = (first: number, second: number, turn: number) =>
      database.transaction(async (transaction) => {
        await transaction.query(touch(first));
        holding[turn]?.resolve();
        await bothHold;
        await transaction.query(touch(second));
      });
    const outcomes = await Promise.allSettled([cross(20, 21, 0), cross(21, 20, 1)]);
    const reasons = outcomes
      .filter((outcome) => outcome.status === 'rejected')
      .map((outcome) => outcome.reason);
    expect(reasons).toHaveLength(1);
    expect(reasons[0]).toMatchObject({ code: '40P01', transient: true });
  });

  test.each([
    ['40001', true],
    ['57P03', true],
    ['25006', true],
    ['08006', true],
    ['53300', true],
    ['22012', false],
    ['42601', false],
  ])('SQLSTATE %s is transient: %s', async (code, transient) => {
    const failure = await failureOf(
      database.query({ text: `do $$ begin raise exception 'planted' using errcode = '${code}'; end $$` }),
    );
    expect(failure).toMatchObject({ code, transient });
  });

  test('no server is transient, a wrong password is not, and neither message shows the password', async () => {
    const elsewhere = new URL(fresh.url);
    elsewhere.searchParams.set('host', '/nowhere');
    const wrong = new URL(fresh.url);
    wrong.password = 'not-the-password';
    for (const [url, expected] of [
      [elsewhere, { code: 'ENOENT', transient: true }],
      [wrong, { code: '28P01', transient: false }],
    ] as const) {
      const other = openDatabase({ url: url.href, poolSize: 1, applicationName: 'database-test' });
      const failure = await failureOf(other.query({ text: 'select 1' }));
      expect(failure).toMatchObject(expected);
      expect(failure.message).not.toContain(url.password);
      await other.close();
    }
  });

  test('an idle connection that the server ends harms nobody', async () => {
    const single = openDatabase({ url: fresh.url, poolSize: 1, applicationName: 'idle' });
    await terminate(await backendPid(single));
    await expect
      .poll(() =>
        single.query({ text: 'select 1' }).then(
          () => 'answered',
          () => 'lost',
        ),
      )
      .toBe('answered');
    await single.close();
  });

  test('closing twice is fine, and a closed database fails without pretending it might come back', async () => {
    const other = openDatabase({ url: fresh.url, poolSize: 1, applicationName: 'database-test' });
    await other.query({ text: 'select 1' });
    await Promise.all([other.close(), other.close()]);
    expect((await failureOf(other.query({ text: 'select 1' }))).transient).toBe(false);
  });
});

describe('listen', () => {
  test('hears payloads; after a lost connection it reconnects, says so, and hears again', async () => {
    const heard: string[] = [];
    const back = Promise.withResolvers<void>();
    const listening = await database.listen('Some "channel"', (payload) => heard.push(payload), back.resolve);
    const notify = (payload: string) =>
      database.query({ text: 'select pg_notify($1, $2)', values: ['Some "channel"', payload] });

    await notify('one');
    await expect.poll(() => heard).toEqual(['one']);

    const { rows } = await database.query<{ pid: number }>({
      text: "select pid from pg_stat_activity where query like 'listen %' and application_name = 'database-test'",
    });
    await terminate(rows[0]?.pid ?? 0);
    await back.promise;
    await notify('two');
    await expect.poll(() => heard).toEqual(['one', 'two']);

    await listening.close();
    await listening.close();
  });

  test('a server that is not there is reported at once', async () => {
    const other = openDatabase({ url: 'postgresql://a:b@127.0.0.1:1/c', poolSize: 1, applicationName: 'x' });
    const failure = await failureOf(other.listen('channel', () => {}));
    expect(failure).toMatchObject({ code: 'ECONNREFUSED', transient: true });
    await other.close();
  });
});
