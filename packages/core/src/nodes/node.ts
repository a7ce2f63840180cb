/** How the server processes of a contact centre and their database are: what an operator looks at. */
import { may } from '../access/grants.ts';
import { lacking } from '../access/lacking.ts';
import type { Actor } from '../actor.ts';
import type { ContactCentre } from '../config/contact-centre.ts';
import type { Refusal } from '../refusals.ts';
import type { Instant } from '../values.ts';

/** What a node did in one minute. */
export interface NodeMinute {
  /** When the minute began. */
  readonly at: Instant;
  readonly commands: number;
  readonly commits: number;
  readonly offers: number;
}

/** What a node says of itself with every sign of life. Counts without a time are since it started. */
export interface NodeReport {
  readonly version: string;
  readonly startedAt: Instant;
  /** `draining`: it takes nobody new and finishes what it has. `stopped`: that was its last word. */
  readonly life: 'serving' | 'draining' | 'stopped';
  /** Since when it has the right to route, if it does. */
  readonly routingSince?: Instant;
  /** Committed and not yet told here: how many events (no more than `MOST_BEHIND` are counted), and the age of the oldest in ms. */
  readonly behind: { readonly events: number; readonly ms: number };
  readonly connections: NodeConnections;
  readonly commandsWaiting: number;
  readonly pool: PoolFigures;
  readonly router: { readonly passes: number; readonly offers: number; readonly refused: number };
  readonly sweeper: { readonly sweeps: number; readonly commands: number; readonly lastAt?: Instant };
  /** The late minutes, oldest first; the last one is still running. */
  readonly minutes: readonly NodeMinute[];
}

export interface NodeConnections {
  /** Desks over WebSockets. */
  readonly desks: number;
  /** CometD sessions, over whatever they are carried. */
  readonly cometd: number;
  /** Different people behind them. */
  readonly people: number;
}

/** Connections to the database. `waiting`: questions that wait for one. */
export interface PoolFigures {
  readonly open: number;
  readonly idle: number;
  readonly waiting: number;
  readonly most: number;
}

/** A node as the database knows it. Without a report it runs a version that gives none. */
export interface NodeKept {
  readonly id: string;
  /** Its last sign of life. */
  readonly at: Instant;
  readonly report?: NodeReport;
}

export const NODE_STATES = ['serving', 'draining', 'late', 'gone', 'stopped'] as const;
export type NodeState = (typeof NODE_STATES)[number];

export interface Node extends NodeKept {
  readonly state: NodeState;
}

export interface DatabaseFigures {
  readonly version: string;
  /** The newest migration that was applied, as its file is named. */
  readonly migration: string;
  readonly bytes: number;
  /** Connections of everybody to this database server, and how many it takes. */
  readonly connections: number;
  readonly mostConnections: number;
}

/** What the database knows of the nodes, of itself and of the work, all at one moment. */
export interface OperationsKept {
  readonly nodes: readonly NodeKept[];
  readonly database: DatabaseFigures;
  /** Sessions: logged on, and of those reachable. */
  readonly people: { readonly loggedOn: number; readonly reachable: number };
  /** Pieces of work that wait in a queue. */
  readonly waiting: number;
}

/** A node says that it lives so often, in ms. */
export const BEAT_EVERY = 2_000;
/** Three signs of life were missed. */
export const LATE_AFTER = 3 * BEAT_EVERY;
/** So long without a sign of life, it is gone. */
export const GONE_AFTER = 5 * BEAT_EVERY;
/** A node that is gone or stopped is shown for an hour. */
export const FORGOTTEN_AFTER = 3_600_000;
/** No more nodes are shown, and no more events of a lag are counted. */
export const MOST_NODES = 50;
export const MOST_BEHIND = 10_000;

export function nodeState({ at, report }: NodeKept, now: Instant): NodeState {
  if (report?.life === 'stopped') return 'stopped';
  if (now - at >= GONE_AFTER) return 'gone';
  if (now - at >= LATE_AFTER) return 'late';
  return report?.life ?? 'serving';
}

const RANK: Readonly<Record<NodeState, number>> = { late: 0, draining: 1, serving: 2, gone: 3, stopped: 4 };

/** Those an operator has to look at first; without those that are forgotten. */
export function nodesShown(kept: readonly NodeKept[], now: Instant): readonly Node[] {
  return kept
    .filter(({ at }) => now - at < FORGOTTEN_AFTER)
    .map((node): Node => ({ ...node, state: nodeState(node, now) }))
    .sort((a, b) => RANK[a.state] - RANK[b.state] || a.id.localeCompare(b.id))
    .slice(0, MOST_NODES);
}

/** How servers and database are is told to those whose part it is to keep them running. */
export const maySeeServers = (actor: Actor, centre: ContactCentre): Refusal | null =>
  may(actor, 'see-servers', centre) ? null : lacking(actor, 'see-servers', undefined, centre);
