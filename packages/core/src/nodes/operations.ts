/** What an operator is told: the nodes, the database, and what has to be looked at. */
import type { Instant } from '../values.ts';
import type { DatabaseFigures, Node, OperationsKept } from './node.ts';
import type { ServerTrouble } from './troubles.ts';

export interface Operations extends Omit<OperationsKept, 'nodes' | 'database'> {
  readonly now: Instant;
  /** When the database was last asked with success: `now`, unless it cannot be reached. */
  readonly asOf: Instant;
  readonly nodes: readonly Node[];
  readonly database: DatabaseFigures & {
    readonly reachable: boolean;
    /** What is wrong, if something is. */
    readonly note?: string;
    /** How long it took to answer, in ms. */
    readonly ms: number;
  };
  /** What has to be looked at, worst first; empty if all is well. */
  readonly troubles: readonly ServerTrouble[];
  /** The node that answered. */
  readonly answeredBy: string;
}
