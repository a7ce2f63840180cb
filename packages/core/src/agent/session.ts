/**
 * An agent's work session. What the agent *declared* (ready, not ready, why) and whether the agent can be *reached*
 * (the lease) are two facts: a laptop that went to sleep is still "ready" and is offered nothing.
 */
import type { Instant } from '../values.ts';

export interface Channel {
  readonly ready: boolean;
  /** Why not ready; a configured reason, or none given. */
  readonly reason?: string;
  readonly since: Instant;
}

export interface AgentSession {
  readonly agentId: string;
  /** Grows with every change that others may count on: channels, reachability, load. A renewed lease is none. */
  readonly version: number;
  /** Logged on. */
  readonly active: boolean;
  readonly placeId?: string;
  readonly startedAt?: Instant;
  /** Until when the agent counts as reachable without another sign of life. */
  readonly leaseUntil?: Instant;
  readonly reachable: boolean;
  readonly channels: Readonly<Record<string, Channel>>;
  /** Per media type: interactions offered to the agent or in their hands. Those in trays cost nothing. */
  readonly load: Readonly<Record<string, number>>;
  /** When the agent last finished, declined or put something aside: the longest idle is offered work first. */
  readonly idleSince: Instant;
}

/** The session of an agent who never logged on. */
export const noSession = (agentId: string): AgentSession => ({
  agentId,
  version: 0,
  active: false,
  reachable: false,
  channels: {},
  load: {},
  idleSince: 0,
});

/** Interactions of this medium that the agent has offered or in hand. */
export const loadOf = (session: AgentSession, mediaType: string): number =>
  Object.hasOwn(session.load, mediaType) ? (session.load[mediaType] ?? 0) : 0;

/** The channel of a medium, if the agent is logged on to it. A medium may be called `constructor`; objects have one. */
export const channelOf = (session: AgentSession, mediaType: string): Channel | undefined =>
  Object.hasOwn(session.channels, mediaType) ? session.channels[mediaType] : undefined;
