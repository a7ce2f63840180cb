/** What each workload is given, and what it answers. */
import type { Turns } from './measuring/rounds.ts';
import type { BenchPostgres } from './postgres.ts';
import type { Row } from './report/row.ts';

export interface Ground extends Turns {
  readonly postgres: BenchPostgres;
}

export type Workload = (ground: Ground) => Promise<readonly Row[]>;
