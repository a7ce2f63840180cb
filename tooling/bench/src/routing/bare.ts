/** The least that can be kept: one row, one commit, when it is due. */
import pg from 'pg';
import { QUEUE, USER_DATA } from '../house/centre.ts';
import { moment } from '../measuring/moment.ts';
import { latenciesAtPace } from '../measuring/pace.ts';
import type { Side } from '../measuring/rounds.ts';

const SCHEMA =
  'create table item (id bigint generated always as identity primary key, queue text not null, user_data jsonb not null)';
const INSERT = 'insert into item (queue, user_data) values ($1, $2)';

export interface Bare extends AsyncDisposable {
  /** How long each row took from when it was due until its commit was acknowledged, in milliseconds. */
  commits(perSecond: number): Side<readonly number[]>;
}

/** @param connections rows that are due while all of them are busy wait */
export async function openBare(url: string, connections: number): Promise<Bare> {
  const pool = new pg.Pool({ connectionString: url, max: connections });
  await pool.query(SCHEMA);
  const data = JSON.stringify(USER_DATA);
  return {
    commits: (perSecond) => ({
      name: `insert, commit, ${Math.round(perSecond).toLocaleString('en-US')}/s`,
      round: (ms) =>
        latenciesAtPace(perSecond, ms, async () => {
          await pool.query({ name: 'insert', text: INSERT, values: [QUEUE, data] });
          return moment();
        }),
    }),
    [Symbol.asyncDispose]: () => pool.end(),
  };
}
