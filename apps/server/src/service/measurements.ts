/** The engine's counters under the names that Prometheus keeps them by. */
import type { Measurement } from '@intray/api';
import type { EngineMetrics } from '@intray/engine';

type Plain = {
  [K in keyof EngineMetrics]-?: EngineMetrics[K] extends number ? K : never;
}[keyof EngineMetrics];
type Row = readonly [kind: Measurement['kind'], name: string, help: string];

const PLAIN: Readonly<Record<Plain, Row>> = {
  orders: ['counter', 'commands_total', 'Commands that were answered.'],
  granted: ['counter', 'commands_granted_total', 'Commands that were done.'],
  repeated: ['counter', 'commands_repeated_total', 'Commands that a receipt answered.'],
  batches: ['counter', 'batches_total', 'Group commits.'],
  batchedOrders: ['counter', 'batched_commands_total', 'Commands carried by group commits.'],
  saveMs: ['counter', 'save_milliseconds_total', 'Time spent in group commits.'],
  conflicts: ['counter', 'conflicts_total', 'Batches decided again because somebody else was faster.'],
  retries: ['counter', 'database_retries_total', 'Questions to the database that were asked again.'],
  overloaded: ['counter', 'overloaded_total', 'Commands turned away because too many waited.'],
  waitingOrders: ['gauge', 'commands_waiting', 'Commands that wait for a batch.'],
  loads: ['counter', 'loads_total', 'Reads of rows that no cache had.'],
  secondLooks: ['counter', 'second_looks_total', 'Second looks at the database before a refusal.'],
  feedEntries: ['counter', 'feed_entries_total', 'Events told to followers.'],
  feedReads: ['counter', 'feed_reads_total', 'Reads of the feed for all followers of this node.'],
  feedLag: ['gauge', 'feed_lag_milliseconds', 'From an event to its delivery, for the last one.'],
  routerPasses: ['counter', 'router_passes_total', 'How often the router looked for offers to make.'],
  sweeps: ['counter', 'sweeps_total', 'How often deadlines were looked at.'],
  sweptCommands: [
    'counter',
    'deadline_commands_total',
    'Commands that were sent because a deadline had passed.',
  ],
  followers: ['gauge', 'followers', 'Open feeds.'],
  invitesSent: ['counter', 'invites_total', 'Offers the router made.'],
  invitesRefused: ['counter', 'invites_refused_total', 'Offers that came too late.'],
  olderWorkIndexed: ['counter', 'older_work_indexed_total', 'Older work made findable by its words.'],
};

/** All counters as measurements. */
export function measurementsOf(metrics: EngineMetrics): Measurement[] {
  const plain = (Object.entries(PLAIN) as [Plain, Row][]).map(([key, [kind, name, help]]) => ({
    kind,
    name: `intray_${name}`,
    help,
    value: metrics[key],
  }));
  const refusals = Object.entries(metrics.refusals).map(([code, value]) => ({
    kind: 'counter' as const,
    name: 'intray_refusals_total',
    help: 'Refusals by code.',
    value,
    labels: { code },
  }));
  const help = 'Whether this node holds the right to route.';
  return [
    ...plain,
    ...refusals,
    { kind: 'gauge', name: 'intray_routing', help, value: Number(metrics.routing) },
    {
      kind: 'gauge',
      name: 'intray_older_work_left',
      help: 'Whether older work is still to be made findable by its words.',
      value: Number(metrics.olderWorkLeft),
    },
  ];
}
