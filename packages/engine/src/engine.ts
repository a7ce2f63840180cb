/**
 * The engine: a Desk with a life. It loads, asks core, saves and tells; it has no rule of its own. Everything that
 * changes anything, whoever wants it, goes through `execute`.
 */
import type { Desk } from '@intray/core';
import type { Store } from '@intray/store';
import type { Clock } from './clock.ts';
import { Configuration } from './configuration.ts';
import { configuring } from './configuring.ts';
import type { Saves } from './execute/committing.ts';
import { Executor } from './execute/executor.ts';
import { Memory } from './execute/memory.ts';
import { agentsIn } from './feed/agents-in.ts';
import { follow } from './feed/follow.ts';
import { Relay } from './feed/relay.ts';
import { Switchboard } from './feed/switchboard.ts';
import { health } from './health.ts';
import type { Ids } from './ids.ts';
import type { Log } from './log.ts';
import { type EngineMetrics, newCounters } from './metrics.ts';
import { type NodeIdentity, NodeReporting } from './node-report.ts';
import { operating } from './operations/operating.ts';
import { pullingNext } from './operations/pull-next.ts';
import { Pulse } from './pulse.ts';
import { explanationReads } from './reads/explanations.ts';
import { historyReads } from './reads/history.ts';
import { interactionReads } from './reads/interactions.ts';
import { operationsReads } from './reads/operations.ts';
import { optionReads } from './reads/options.ts';
import { oversightReads } from './reads/oversight.ts';
import { peopleReads } from './reads/people.ts';
import { placeReads } from './reads/places.ts';
import { Counting } from './reporting/counting.ts';
import { reportReads } from './reporting/reports.ts';
import { Matcher } from './routing/matcher.ts';
import { RouterDuty } from './routing/router-duty.ts';
import { Sweeper } from './sweeper.ts';

export interface EngineOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  /** Unlike any other node's on the same database. */
  readonly nodeId: string;
  /** What an operator is told of this node besides that it lives. */
  readonly node?: NodeIdentity;
  /** Routes without asking whether another node does. Two routers do no harm; tests show it with this. */
  readonly alwaysRoute?: boolean;
  /** Counts what happens, for the reports: not unless told to. Any node may; one at a time does. */
  readonly reporting?: boolean;
  /** How many commands one commit carries at most: 256 unless given. */
  readonly mostInBatch?: number;
  /** How many batches are saved at the same time: 2 unless given. */
  readonly batchesAtOnce?: number;
  /** How many commands may wait before the next is turned away with `Overloaded`: 10,000 unless given. */
  readonly mostWaiting?: number;
  /** How much of each kind is remembered at most: tens of thousands unless given. Less costs more reading. */
  readonly mostRemembered?: number;
  /** How much waiting work is read from a queue at once: 2,000 pieces unless given. */
  readonly mostReadAtOnce?: number;
}

export interface Engine extends Desk {
  /**
   * Begins to serve. May be called twice.
   * @throws Error when there is no configuration, DatabaseFailure when the database is away
   */
  start(): Promise<void>;
  /** Ends what it began: followers end, work in hand is finished. May be called twice. Leaves the store open. */
  stop(): Promise<void>;
  /** Reads the configuration at once instead of within two seconds. */
  reloadConfiguration(): Promise<void>;
  /** Says that this node takes nobody new any more. */
  drain(): Promise<void>;
  /** An id for an interaction that is about to be submitted. */
  newInteractionId(): string;
  metrics(): EngineMetrics;
}

export function createEngine(options: EngineOptions): Engine {
  const {
    store,
    clock,
    ids,
    log,
    nodeId,
    node,
    alwaysRoute = false,
    reporting = false,
    mostInBatch = 256,
    batchesAtOnce = 2,
    mostWaiting = 10_000,
    mostRemembered,
    mostReadAtOnce,
  } = options;
  const counters = newCounters();
  const memory = new Memory(mostRemembered);
  const configuration = new Configuration({ store, clock, log });
  const { centre } = configuration;
  const relay = new Relay({ store, clock, log, counters });
  const metrics = (): EngineMetrics => ({ ...counters, waitingOrders: executor.waiting });
  const told = () => (life === 'running' ? relay.cursor : undefined);
  const reporter = node && new NodeReporting({ identity: node, store, clock, metrics, told });
  const pulse = new Pulse({ store, clock, log, nodeId, reporting: reporter });

  const saves: Saves = {
    begun: () => relay.saving(),
    kept(save, granted, published) {
      if (!granted.some(({ decision }) => decision.events.length > 0)) return;
      matcher.committed(granted);
      sweeper.committed(granted);
      relay.committed(save, published);
    },
    ended: (save) => relay.saved(save),
  };
  const executor = new Executor({
    store,
    clock,
    memory,
    counters,
    centre,
    configured: configuration.version,
    reconfigure: () => configuration.reload(),
    saves,
    offers: { propose: (decided) => matcher.propose(decided) },
    mostInBatch,
    batchesAtOnce,
    mostWaiting,
  });
  const matcher = new Matcher({
    store,
    clock,
    log,
    counters,
    centre,
    execute: (order) => executor.execute(order),
    ...(mostRemembered === undefined ? {} : { mostRemembered }),
    ...(mostReadAtOnce === undefined ? {} : { mostReadAtOnce }),
  });
  const duty = new RouterDuty({ store, clock, log, matcher, always: alwaysRoute });
  const sweeper = new Sweeper({
    store,
    clock,
    log,
    counters,
    centre,
    execute: (order) => executor.execute(order),
    learn: (interaction) => memory.learn(interaction),
    steady: () => pulse.steady,
  });
  relay.subscribe((told) => {
    for (const { entry } of told) memory.heard(entry.event, agentsIn(entry.topics));
    matcher.heard(told);
    sweeper.heard(told);
  });
  const counting = new Counting({ store, clock, log, counters, busy: () => executor.busy });
  const switchboard = new Switchboard(relay);
  configuration.onChange(() => matcher.configurationChanged());

  const reads = { store, clock, centre };
  let stopping = new AbortController();
  let life: 'new' | 'running' | 'stopped' = 'new';
  /** Starts and stops one after the other, in the order they were asked for. */
  let turn: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const done = turn.then(work);
    turn = done.catch(() => {});
    return done;
  };

  async function start(): Promise<void> {
    if (life === 'running') return;
    stopping = new AbortController();
    await store.ensurePartitions(clock.now());
    await configuration.start();
    await pulse.start();
    await relay.start();
    life = 'running';
    sweeper.start();
    if (reporting) counting.start();
    await duty.start();
  }

  async function stop(): Promise<void> {
    life = 'stopped';
    stopping.abort();
    await duty.stop();
    await sweeper.stop();
    await counting.stop();
    await executor.idle();
    await configuration.stop();
    await pulse.stop();
    await relay.stop();
  }

  return {
    start: () => inTurn(start),
    stop: () => inTurn(stop),
    reloadConfiguration: () => configuration.reload(),
    newInteractionId: () => ids.interactionId(),
    drain: () => pulse.drain(),
    metrics,

    async execute(order) {
      if (life === 'stopped') throw new Error('The engine has been stopped and takes no more commands.');
      return executor.execute(order);
    },
    ...interactionReads(reads),
    ...historyReads(reads),
    ...pullingNext(reads, (order) => executor.execute(order)),
    ...placeReads(reads),
    ...peopleReads(reads),
    ...explanationReads(reads),
    ...oversightReads(reads),
    ...configuring({
      ...reads,
      execute: (order) => executor.execute(order),
      take: (newest) => configuration.take(newest),
    }),
    ...reportReads(reads),
    ...operating({ ...reads, execute: (order) => executor.execute(order) }),
    ...optionReads(reads),
    ...operationsReads({ ...reads, nodeId }),
    follow: (actor, cursor, signal) =>
      follow(actor, cursor, signal, {
        store,
        relay,
        switchboard,
        clock,
        counters,
        centre,
        onConfiguration: configuration.onChange,
        stopping: stopping.signal,
      }),
    health: () =>
      health({
        store,
        counters,
        running: () => life === 'running',
        steady: () => pulse.steady,
        waiting: () => executor.waiting,
        mostWaiting,
      }),
  };
}
