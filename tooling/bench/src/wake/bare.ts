/** The least that PostgreSQL can do: keep a row, say so, and have somebody hear it. */
import pg from 'pg';
import { QUEUE, USER_DATA } from '../house/centre.ts';
import type { Side } from '../measuring/rounds.ts';

const CHANNEL = 'bench';
const INSERT = 'insert into item (queue, user_data) values ($1, $2)';

export interface Bare extends AsyncDisposable {
  /** Kept first, told afterwards. */
  readonly twoSteps: Side<readonly number[]>;
  /** Kept and told in one statement; commits that tell wait for one another. */
  readonly oneStep: Side<readonly number[]>;
}

export async function openBare(url: string): Promise<Bare> {
  const writer = new pg.Client({ connectionString: url });
  const listener = new pg.Client({ connectionString: url });
  await writer.connect();
  await listener.connect();
  await writer.query(
    'create table item (id bigint generated always as identity primary key, queue text not null, user_data jsonb not null)',
  );
  await listener.query(`listen ${CHANNEL}`);
  let heard: (() => void) | undefined;
  listener.on('notification', () => heard?.());
  const data = JSON.stringify(USER_DATA);

  async function measure(tell: () => Promise<unknown>): Promise<number> {
    const { promise, resolve } = Promise.withResolvers<number>();
    const began = performance.now();
    heard = () => resolve(performance.now() - began);
    await tell();
    return promise;
  }
  const side = (name: string, tell: () => Promise<unknown>): Side<readonly number[]> => ({
    name,
    round: (ms) => samples(ms, () => measure(tell)),
  });
  return {
    twoSteps: side('insert, commit, NOTIFY', async () => {
      await writer.query({ name: 'insert', text: INSERT, values: [QUEUE, data] });
      await writer.query({ name: 'tell', text: `select pg_notify('${CHANNEL}', $1)`, values: ['item'] });
    }),
    oneStep: side('insert and NOTIFY in one commit', () =>
      writer.query({
        name: 'both',
        text: `with kept as (${INSERT} returning id) select pg_notify('${CHANNEL}', id::text) from kept`,
        values: [QUEUE, data],
      }),
    ),
    async [Symbol.asyncDispose]() {
      await writer.end();
      await listener.end();
    },
  };
}

/** One after the other until the time is over. */
export async function samples(ms: number, measure: () => Promise<number>): Promise<readonly number[]> {
  const until = performance.now() + ms;
  const taken: number[] = [];
  do taken.push(await measure());
  while (performance.now() < until);
  return taken;
}
