import type { Instant } from '@intray/core';

/** Plain counters of what the engine did since it was made. Whoever serves them gives them names and help texts. */
export interface EngineMetrics {
  /** Commands that were answered, one way or the other. */
  readonly orders: number;
  readonly granted: number;
  /** How many refusals of each code. */
  readonly refusals: Readonly<Record<string, number>>;
  /** Answers that a receipt gave, without deciding anything. */
  readonly repeated: number;
  /** Saves that were committed, how many commands they carried, and how long they took in all. */
  readonly batches: number;
  readonly batchedOrders: number;
  readonly saveMs: number;
  /** Batches by size: by the bounds `1`, `4`, `16`, `64`, `256` of how many commands they carried. */
  readonly batchSizes: Readonly<Record<string, number>>;
  /** Somebody else was faster, so a batch was decided again. */
  readonly conflicts: number;
  /** The database could not be asked, and was asked again. */
  readonly retries: number;
  /** Commands that were turned away because too many waited. */
  readonly overloaded: number;
  readonly waitingOrders: number;
  /** Reads of rows that no cache had, and second looks before a "no". */
  readonly loads: number;
  readonly secondLooks: number;
  readonly feedEntries: number;
  /** Reads of the feed for all followers of this node. What the node committed itself it mostly tells without one. */
  readonly feedReads: number;
  /** Between an event's time and its delivery to the followers of this node, in milliseconds; of the last entry. */
  readonly feedLag: number;
  readonly followers: number;
  readonly invitesSent: number;
  readonly invitesRefused: number;
  /** Work from before its words were kept that this node made findable; and whether some is left, as far as it knows. */
  readonly olderWorkIndexed: number;
  readonly olderWorkLeft: boolean;
  readonly routing: boolean;
  /** Since when, if it routes. */
  readonly routingSince?: Instant;
  /** How often the router has looked for offers to make. */
  readonly routerPasses: number;
  /** How often deadlines were looked at, the commands that were sent for them, and when it was last done. */
  readonly sweeps: number;
  readonly sweptCommands: number;
  readonly sweptAt?: Instant;
}

type Mutable<T> = {
  -readonly [K in keyof T]: T[K] extends Readonly<Record<string, number>> ? Record<string, number> : T[K];
};
export type Counters = Mutable<EngineMetrics>;

export const newCounters = (): Counters => ({
  orders: 0,
  granted: 0,
  refusals: {},
  repeated: 0,
  batches: 0,
  batchedOrders: 0,
  saveMs: 0,
  batchSizes: { '1': 0, '4': 0, '16': 0, '64': 0, '256': 0 },
  conflicts: 0,
  retries: 0,
  overloaded: 0,
  waitingOrders: 0,
  loads: 0,
  secondLooks: 0,
  feedEntries: 0,
  feedReads: 0,
  feedLag: 0,
  followers: 0,
  invitesSent: 0,
  invitesRefused: 0,
  olderWorkIndexed: 0,
  olderWorkLeft: false,
  routing: false,
  routerPasses: 0,
  sweeps: 0,
  sweptCommands: 0,
});

const SIZES = [1, 4, 16, 64, 256] as const;

/** Counts a committed batch. */
export function countBatch(counters: Counters, size: number, ms: number): void {
  const bucket = String(SIZES.find((bound) => size <= bound) ?? 256);
  counters.batches += 1;
  counters.batchedOrders += size;
  counters.saveMs += ms;
  counters.batchSizes[bucket] = (counters.batchSizes[bucket] ?? 0) + 1;
}
