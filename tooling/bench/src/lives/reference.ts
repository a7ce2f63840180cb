/**
 * The reference: what a careful programmer would write by hand. An item is a row, what happened is a row, and each
 * transition is one prepared statement that does both and is its own transaction. Nothing is checked but the version:
 * no capacity, no rights, no receipts, no tallies, no index but the keys.
 */
import { systemIds } from '@intray/engine';
import pg from 'pg';
import { agentId, QUEUE, USER_DATA } from '../house/centre.ts';
import { rateOf, type Side } from '../measuring/rounds.ts';

const SCHEMA = `
  create table item (
    id text primary key, version integer not null, state text not null, queue text not null, handler text,
    workbin text, priority integer not null, placed_at bigint not null, deadline bigint, user_data jsonb not null
  ) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 2000,
          autovacuum_vacuum_cost_delay = 0);
  create table item_event (
    seq bigint generated always as identity primary key, item_id text not null, version integer not null,
    type text not null, state text not null, "by" text not null, at bigint not null, data json not null
  )`;

const SUBMIT = `
  with submitted as (
    insert into item (id, version, state, queue, priority, placed_at, user_data) values ($1, 1, 'Queued', $2, 0, $3, $4)
    returning id)
  insert into item_event (item_id, version, type, state, "by", at, data)
  select id, 1, 'submitted', 'Queued', $5, $3, $4 from submitted`;

const STEP = `
  with changed as (
    update item set version = version + 1, state = $3, handler = $4, workbin = $5, placed_at = $6, deadline = $7
     where id = $1 and version = $2 returning id)
  insert into item_event (item_id, version, type, state, "by", at, data)
  select id, $2 + 1, $8, $3, $9, $6, $10 from changed`;

const MINUTES = 60_000;

interface Step {
  readonly type: string;
  readonly state: string;
  readonly handler: string | null;
  readonly workbin: string | null;
  readonly lasts: number | null;
}

/** The five steps after the submission. */
const stepsOf = (agent: string): readonly Step[] => [
  { type: 'invited', state: 'Invited', handler: null, workbin: null, lasts: MINUTES / 2 },
  { type: 'accepted', state: 'Processing', handler: agent, workbin: null, lasts: 180 * MINUTES },
  { type: 'placed', state: 'InWorkbin', handler: null, workbin: `tray@${agent}`, lasts: null },
  { type: 'pulled', state: 'Processing', handler: agent, workbin: null, lasts: 180 * MINUTES },
  { type: 'completed', state: 'Done', handler: null, workbin: null, lasts: null },
];

export interface Reference extends AsyncDisposable {
  /** The same work by so many callers, each on a connection of its own. */
  by(clients: number, way?: Way): Side<number>;
}

/** A whole life, or one without the tray: submitted, invited, accepted, completed. */
export type Way = 'life' | 'delivery';
const IN_A_TRAY: ReadonlySet<string> = new Set(['placed', 'pulled']);

/** @param most the largest number of clients that will be asked for */
export async function openReference(url: string, most: number): Promise<Reference> {
  await using opening = new AsyncDisposableStack();
  const clients: pg.Client[] = [];
  for (let number = 0; number < most; number += 1) {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    opening.defer(() => client.end());
    clients.push(client);
  }
  await clients[0]?.query(SCHEMA);
  const parts = opening.move();
  return {
    by: (count, way = 'life') => ({
      name: `one commit a transition, ${count} clients`,
      round: (ms) => rateOf(count, ms, (number) => lead(clients[number] as pg.Client, agentId(number), way)),
    }),
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  };
}

/** Leads one item to its end; answers in how many transitions. */
async function lead(client: pg.Client, agent: string, way: Way): Promise<number> {
  const id = systemIds.interactionId();
  const data = JSON.stringify(USER_DATA);
  const submitted = { name: 'submit', text: SUBMIT, values: [id, QUEUE, Date.now(), data, agent] };
  insist(await client.query(submitted));
  let version = 1;
  for (const { type, state, handler, workbin, lasts } of stepsOf(agent)) {
    if (way === 'delivery' && IN_A_TRAY.has(type)) continue;
    const now = Date.now();
    const deadline = lasts === null ? null : now + lasts;
    const values = [id, version, state, handler, workbin, now, deadline, type, agent, '{}'];
    insist(await client.query({ name: 'step', text: STEP, values }));
    version += 1;
  }
  return version;
}

function insist({ rowCount }: pg.QueryResult): void {
  if (rowCount !== 1)
    throw new Error('The reference lost an item: a step found no row of the expected version.');
}
