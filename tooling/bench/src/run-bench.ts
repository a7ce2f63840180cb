/** Runs the workloads that were asked for, all on one PostgreSQL, which it starts and clears away. */
import { cometd } from './cometd/cometd.ts';
import { configuration } from './configuration/configuration.ts';
import { decide } from './decide/decide.ts';
import { feed } from './feed/feed.ts';
import { lives } from './lives/lives.ts';
import { matching } from './matching/matching.ts';
import type { Turns } from './measuring/rounds.ts';
import type { WorkloadName } from './options.ts';
import { peers } from './peers/peers.ts';
import { startBenchPostgres } from './postgres.ts';
import type { Row } from './report/row.ts';
import { reprioritise } from './reprioritise/reprioritise.ts';
import { routing } from './routing/routing.ts';
import { wake } from './wake/wake.ts';
import type { Workload } from './workload.ts';

const WORKLOADS: Record<WorkloadName, Workload> = {
  lives,
  peers,
  routing,
  wake,
  feed,
  cometd,
  configuration,
  matching,
  reprioritise,
  decide,
};

export interface Measured {
  readonly rows: readonly Row[];
  /** Name and version of the database. */
  readonly database: string;
}

/** @throws the signal's reason when it aborts; everything that was started is stopped by then */
export async function runBench(only: readonly WorkloadName[], turns: Turns): Promise<Measured> {
  turns.tell('starting PostgreSQL');
  await using parts = new AsyncDisposableStack();
  const postgres = await startBenchPostgres();
  parts.defer(() => postgres.stop());
  const rows: Row[] = [];
  for (const name of only) {
    const tell = (doing: string) => turns.tell(`${name}: ${doing}`);
    tell('setting up');
    rows.push(...(await WORKLOADS[name]({ ...turns, tell, postgres })));
  }
  return { rows, database: postgres.version };
}
