/** Work comes in, is offered to one person, taken and done: beside the two job queues of the Node world on PostgreSQL. */
import { ROUTER, user } from '@intray/core';
import { agentId } from '../house/centre.ts';
import { type House, openHouse } from '../house/open-house.ts';
import { rateOf, type Side, takeTurns } from '../measuring/rounds.ts';
import { median, ratioOf, spreadOf } from '../measuring/statistics.ts';
import type { Row } from '../report/row.ts';
import { spread } from '../report/table.ts';
import type { Ground } from '../workload.ts';
import { openGraphileWorker } from './graphile-worker.ts';
import { BACKLOG } from './peer.ts';
import { openPgBoss } from './pg-boss.ts';

const WORKERS = [8, 64];
/** Submit, invite, accept, complete. */
const STEPS_OF_A_DELIVERY = 4;
/** For each peer, on a server that takes a hundred. */
const MOST_CONNECTIONS = 24;

export async function peers(ground: Ground): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const workers of WORKERS) rows.push(...(await withWorkers(workers, ground)));
  return rows;
}

async function withWorkers(workers: number, ground: Ground): Promise<readonly Row[]> {
  const database = (name: string) => ground.postgres.newDatabase(`peers_${name}_${workers}`);
  const connections = Math.min(workers + 2, MOST_CONNECTIONS);
  await using house = await openHouse({ url: await database('intray'), agents: workers, routing: 'caller' });
  await using boss = await openPgBoss(await database('pg_boss'), workers, connections);
  await using graphile = await openGraphileWorker({
    url: await database('graphile'),
    workers,
    connections,
    claiming: 'one by one',
  });
  await using prefetching = await openGraphileWorker({
    url: await database('graphile_advance'),
    workers,
    connections,
    claiming: 'in advance',
  });
  const sides = [await throughIntray(house, workers), boss, graphile, prefetching];
  const [ours = [], ...theirs] = await takeTurns(sides, ground);
  const [ofBoss = [], ofGraphile = [], ofPrefetching = []] = theirs;
  const better = median(ofBoss) > median(ofGraphile) ? ofBoss : ofGraphile;
  const row = (against: string, other: readonly number[]): Row => ({
    workload: 'peers',
    what: `durable transitions/s, ${workers} workers`,
    intray: spread(spreadOf(ours)),
    against,
    other: spread(spreadOf(other)),
    ratio: ratioOf(ours, other),
    // The better of the two that give an item to somebody who asks for one.
    ...(other === better ? { bar: { kind: 'at least', value: 3 } as const } : {}),
  });
  return [
    row('pg-boss', ofBoss),
    row('graphile-worker, one by one', ofGraphile),
    row('graphile-worker, claiming in advance', ofPrefetching),
  ];
}

/** Each caller brings an item in, is offered the one that has waited longest, accepts and completes it. */
async function throughIntray(house: House, workers: number): Promise<Side<number>> {
  const { submit, give } = house;
  const waiting = await Promise.all(Array.from({ length: BACKLOG }, () => submit(agentId(0))));
  async function delivery(number: number): Promise<number> {
    const agent = agentId(number);
    waiting.push(await submit(agent));
    const interactionId = waiting.shift() as string;
    await give(ROUTER, { type: 'invite', interactionId, agentId: agent });
    await give(user(agent), { type: 'accept', interactionId });
    await give(user(agent), { type: 'complete', interactionId });
    return STEPS_OF_A_DELIVERY;
  }
  return { name: `Intray, ${workers} workers`, round: (ms) => rateOf(workers, ms, delivery) };
}
