/**
 * pg-boss, as fast as it goes while a person takes one item: fetched directly instead of by polling, its own housekeeping
 * off, a table of its own for the queue.
 */
import { PgBoss } from 'pg-boss';
import { USER_DATA } from '../house/centre.ts';
import { rateOf } from '../measuring/rounds.ts';
import { BACKLOG, type Peer, STEPS_OF_A_JOB } from './peer.ts';

const QUEUE = 'inbox';

export async function openPgBoss(url: string, workers: number, connections: number): Promise<Peer> {
  const boss = new PgBoss({ connectionString: url, max: connections, supervise: false, schedule: false });
  boss.on('error', (cause) => process.stderr.write(`\npg-boss: ${String(cause)}\n`));
  await boss.start();
  await boss.createQueue(QUEUE, { partition: true });
  await boss.insert(
    QUEUE,
    Array.from({ length: BACKLOG }, () => ({ data: USER_DATA })),
  );

  async function job(): Promise<number> {
    await boss.send(QUEUE, USER_DATA);
    const [taken] = await boss.fetch(QUEUE);
    if (taken === undefined) throw new Error('pg-boss found no job where some hundred waited.');
    await boss.complete(QUEUE, taken.id);
    return STEPS_OF_A_JOB;
  }
  return {
    name: `pg-boss, ${workers} workers`,
    round: (ms) => rateOf(workers, ms, job),
    [Symbol.asyncDispose]: () => boss.stop({ graceful: false }),
  };
}
