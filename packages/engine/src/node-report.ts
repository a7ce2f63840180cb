/** What this node says of itself: put together for every sign of life, from what its parts count anyway. */
import type { Instant, NodeConnections, NodeMinute, NodeReport } from '@intray/core';
import type { Store } from '@intray/store';
import type { Clock } from './clock.ts';
import type { EngineMetrics } from './metrics.ts';

/** What a node is, told by whoever runs it. */
export interface NodeIdentity {
  readonly version: string;
  /** Who is connected to it now. */
  readonly connections: () => NodeConnections;
}

export interface NodeReportParts {
  readonly identity: NodeIdentity;
  readonly store: Store;
  readonly clock: Clock;
  readonly metrics: () => EngineMetrics;
  /** Where the feed has been told to here; `undefined` before it is. */
  readonly told: () => string | undefined;
}

const MINUTE = 60_000;
const MOST_MINUTES = 30;

type Counted = Omit<NodeMinute, 'at'>;
const NOTHING: Counted = { commands: 0, commits: 0, offers: 0 };

const minus = (a: Counted, b: Counted): Counted => ({
  commands: a.commands - b.commands,
  commits: a.commits - b.commits,
  offers: a.offers - b.offers,
});

const plus = (a: Counted, b: Counted): Counted => minus(a, minus(NOTHING, b));

export class NodeReporting {
  readonly #parts: NodeReportParts;
  readonly #startedAt: Instant;
  #counted: Counted = NOTHING;
  #minutes: NodeMinute[] = [];
  life: NodeReport['life'] = 'serving';

  constructor(parts: NodeReportParts) {
    this.#parts = parts;
    this.#startedAt = parts.clock.now();
  }

  /** Asks the database how far this node is behind. Throws what the store throws. */
  async report(): Promise<NodeReport> {
    const { identity, store, clock, metrics, told } = this.#parts;
    const cursor = told();
    const { events, oldest } = cursor === undefined ? { events: 0 } : await store.behind(cursor);
    const now = clock.now();
    const figures = metrics();
    this.#count(figures, now);
    return {
      version: identity.version,
      startedAt: this.#startedAt,
      life: this.life,
      ...(figures.routingSince === undefined ? {} : { routingSince: figures.routingSince }),
      behind: { events, ms: oldest === undefined ? 0 : Math.max(0, now - oldest) },
      connections: identity.connections(),
      commandsWaiting: figures.waitingOrders,
      pool: store.pool(),
      router: {
        passes: figures.routerPasses,
        offers: figures.invitesSent,
        refused: figures.invitesRefused,
      },
      sweeper: {
        sweeps: figures.sweeps,
        commands: figures.sweptCommands,
        ...(figures.sweptAt === undefined ? {} : { lastAt: figures.sweptAt }),
      },
      minutes: this.#minutes,
    };
  }

  /** What was counted since the last time goes to the minute that runs now. Minutes in which nobody counted are zero. */
  #count({ orders, batches, invitesSent }: EngineMetrics, now: Instant): void {
    const counted = { commands: orders, commits: batches, offers: invitesSent };
    const fresh = minus(counted, this.#counted);
    this.#counted = counted;
    const minute = now - (now % MINUTE);
    const last = this.#minutes.at(-1);
    if (last?.at === minute) {
      this.#minutes = [...this.#minutes.slice(0, -1), { at: minute, ...plus(last, fresh) }];
      return;
    }
    const missed: NodeMinute[] = [];
    const first = Math.max((last?.at ?? minute) + MINUTE, minute - MOST_MINUTES * MINUTE);
    for (let at = first; at < minute; at += MINUTE) missed.push({ at, ...NOTHING });
    this.#minutes = [...this.#minutes, ...missed, { at: minute, ...fresh }].slice(-MOST_MINUTES);
  }
}
