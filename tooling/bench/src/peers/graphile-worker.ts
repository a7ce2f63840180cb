/**
 * graphile-worker with the settings its documentation names for throughput: prepared statements, completions in
 * batches, no log. Its local queue (a batch of jobs is claimed before anybody asks for one) is measured separately:
 * a router that chooses a person for each item cannot work like that.
 */
import { EventEmitter } from 'node:events';
import { Logger, run, type WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import { USER_DATA } from '../house/centre.ts';
import { BACKLOG, type Peer, STEPS_OF_A_JOB } from './peer.ts';

export interface GraphileOptions {
  readonly url: string;
  readonly workers: number;
  readonly connections: number;
  readonly claiming: 'one by one' | 'in advance';
}

export async function openGraphileWorker({
  url,
  workers,
  connections,
  claiming,
}: GraphileOptions): Promise<Peer> {
  const pool = new pg.Pool({ connectionString: url, max: connections });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const events: WorkerEvents = new EventEmitter();
  let gate = Promise.withResolvers<void>();
  let working = false;
  let submitted = 0;
  let failure: unknown;
  const adding = new Set<Promise<unknown>>();
  const submit = () => {
    submitted += 1;
    const added = runner.addJob('handle', USER_DATA).catch((cause: unknown) => {
      failure = cause;
    });
    adding.add(added);
    void added.finally(() => adding.delete(added));
  };
  // Each item that is done lets the next one in, so that the backlog stays what it is.
  events.on('job:complete', submit);
  const runner = await run({
    pgPool: pool,
    concurrency: workers,
    noHandleSignals: true,
    crontab: '',
    events,
    logger: new Logger(() => () => {}),
    // Between two rounds the workers stand still with an item in hand.
    taskList: { handle: () => (working ? Promise.resolve() : gate.promise) },
    preset: {
      worker: {
        completeJobBatchDelay: 0,
        failJobBatchDelay: 0,
        ...(claiming === 'in advance' ? { localQueue: { size: workers + 1 } } : {}),
      },
    },
  });
  // Ended by `stop` below, for which nobody else waits.
  runner.promise.catch((cause: unknown) => {
    failure = cause;
  });

  async function remaining(): Promise<number> {
    const { rows } = await pool.query<{ n: number }>(
      'select count(*)::integer as n from graphile_worker.jobs',
    );
    return rows[0]?.n ?? 0;
  }

  for (let item = 0; item < BACKLOG; item += 1) submit();
  await Promise.all(adding);
  return {
    name: `graphile-worker claiming ${claiming}, ${workers} workers`,
    async round(ms) {
      const before = (await remaining()) - submitted;
      const began = performance.now();
      working = true;
      gate.resolve();
      await new Promise((resolve) => setTimeout(resolve, ms));
      working = false;
      gate = Promise.withResolvers();
      // What is gone from the table, not what its events announced: those come before the completion is kept.
      await Promise.all(adding);
      const done = submitted + before - (await remaining());
      const rate = (done * STEPS_OF_A_JOB * 1_000) / (performance.now() - began);
      if (failure !== undefined) throw failure;
      return rate;
    },
    async [Symbol.asyncDispose]() {
      events.off('job:complete', submit);
      working = true;
      gate.resolve();
      await runner.stop();
      await pool.end();
    },
  };
}
