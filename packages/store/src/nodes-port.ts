/** What is kept of the server processes: their signs of life, and how they and the database are. */
import type { Instant, NodeReport, OperationsKept, PoolFigures } from '@intray/core';

export interface NodesPort {
  /** A node says that it serves, and how it is; answers when any node last said so before. */
  beat(nodeId: string, now: Instant, report?: NodeReport): Promise<Instant | undefined>;
  /** Nodes that have not said so since are no longer known. */
  forgetNodes(before: Instant): Promise<void>;
  /** What was committed after the cursor, told or not, counted up to core's `MOST_BEHIND`; and when the oldest of it happened. */
  behind(cursor: string): Promise<{ readonly events: number; readonly oldest?: Instant }>;
  /** How nodes, database and work are; `queues`: those whose work counts as waiting. */
  operations(queues: readonly string[]): Promise<OperationsKept>;
  /** This process's connections to the database. */
  pool(): PoolFigures;
}
