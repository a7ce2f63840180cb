/** Why an agent is offered nothing, or why what waits is not for them. */
import { servesQueue } from '../access/reach.ts';
import { capacityOf, hasRoom } from '../agent/capacity.ts';
import { type AgentSession, channelOf, loadOf } from '../agent/session.ts';
import type { ContactCentre } from '../config/contact-centre.ts';
import type { Instant } from '../values.ts';
import type { WaitingItem } from './picture.ts';
import { isAskedBy } from './reached.ts';
import { routeAt } from './route.ts';
import type { RoutingTarget } from './strategy.ts';

/** What keeps all work of a medium away from an agent; `none`: nothing does. */
export const HINDRANCES = [
  'none',
  'notLoggedOn',
  'unreachable',
  'notOnThisMedium',
  'notReady',
  'noRoom',
] as const;
export type Hindrance = (typeof HINDRANCES)[number];

/** Why the agent is not asked for one piece of work that waits; `turn`: they would be, others come first or are chosen. */
export const REASONS = ['turn', 'notAskedNow', 'leftInPeace', 'movesOn'] as const;
export type Reason = (typeof REASONS)[number];

export interface MediumExplanation {
  readonly mediaType: string;
  readonly hindrance: Hindrance;
  /** Why not ready. */
  readonly reason?: string;
  readonly since?: Instant;
  readonly load: number;
  readonly capacity: number;
}

export interface QueueExplanation {
  readonly queue: string;
  readonly strategy?: string;
  readonly waiting: number;
  /** Of what comes first in it: why each is not offered to this agent. */
  readonly first: readonly {
    readonly id: string;
    readonly mediaType: string;
    /** What it is about; only for those who may look into the queue. */
    readonly subject?: string;
    readonly reason: Reason;
    /** When that may be different by itself. */
    readonly until?: Instant;
  }[];
}

export interface AgentExplanation {
  readonly agentId: string;
  readonly now: Instant;
  readonly media: readonly MediumExplanation[];
  /** Queues whose work may come to the agent. */
  readonly queues: readonly QueueExplanation[];
}

/** Queues whose work may come to the agent at some time. */
export function queuesAsking(
  agentId: string,
  placeId: string | undefined,
  centre: ContactCentre,
): readonly string[] {
  const mayAsk = (target: RoutingTarget): boolean => {
    const { agent, agentGroup, placeGroup, skills, relax = [] } = target;
    const expressions = skills === undefined ? [] : [skills, ...relax.map((one) => one.skills)];
    return (
      target.lastAgent === true ||
      target.requested === true ||
      (agent !== undefined && isAskedBy({ kind: 'agent', id: agent }, agentId, placeId, centre)) ||
      (agentGroup !== undefined &&
        isAskedBy({ kind: 'agentGroup', id: agentGroup }, agentId, placeId, centre)) ||
      (placeGroup !== undefined &&
        isAskedBy({ kind: 'placeGroup', id: placeGroup }, agentId, placeId, centre)) ||
      expressions.some((id) => isAskedBy({ kind: 'skills', id }, agentId, placeId, centre))
    );
  };
  return [...centre.queues.values()].flatMap(({ id, strategy }) => {
    const steps = centre.strategies.get(strategy ?? '')?.steps;
    const asks =
      steps === undefined
        ? servesQueue(agentId, id, centre)
        : steps.some(({ targets = [] }) => targets.some(mayAsk));
    return asks ? [id] : [];
  });
}

/** @param queues of `queuesAsking`, with how many wait there and what comes first */
export function explainAgent(
  session: AgentSession,
  queues: readonly {
    readonly queue: string;
    readonly waiting: number;
    readonly first: readonly (WaitingItem & { readonly subject?: string })[];
  }[],
  now: Instant,
  centre: ContactCentre,
): AgentExplanation {
  const { agentId, placeId } = session;
  const why = (item: WaitingItem & { readonly subject?: string }): QueueExplanation['first'][number] => {
    const { id, mediaType, subject } = item;
    const known = { id, mediaType, ...(subject === undefined ? {} : { subject }) };
    const route = routeAt(item, now, centre);
    const ends = route.until === undefined ? {} : { until: route.until };
    if (route.moveTo !== undefined) return { ...known, reason: 'movesOn' };
    if (!route.asked.some((one) => isAskedBy(one, agentId, placeId, centre)))
      return { ...known, reason: 'notAskedNow', ...ends };
    const exclusion = item.exclusions.find((one) => one.agentId === agentId && now < one.until);
    return exclusion === undefined
      ? { ...known, reason: 'turn' }
      : { ...known, reason: 'leftInPeace', until: exclusion.until };
  };
  return {
    agentId,
    now,
    media: [...centre.mediaTypes.keys()].map((mediaType) => mediumOf(session, mediaType, centre)),
    queues: queues.map(({ queue, waiting, first }) => {
      const { strategy } = centre.queues.get(queue) ?? {};
      return { queue, ...(strategy === undefined ? {} : { strategy }), waiting, first: first.map(why) };
    }),
  };
}

/** What keeps a medium away from the agent. */
export function mediumOf(session: AgentSession, mediaType: string, centre: ContactCentre): MediumExplanation {
  const channel = channelOf(session, mediaType);
  const known = {
    mediaType,
    load: loadOf(session, mediaType),
    capacity: capacityOf(session.agentId, mediaType, centre),
  };
  if (!session.active) return { ...known, hindrance: 'notLoggedOn' };
  if (!session.reachable) return { ...known, hindrance: 'unreachable' };
  if (channel === undefined) return { ...known, hindrance: 'notOnThisMedium' };
  const { reason, since } = channel;
  if (!channel.ready)
    return { ...known, hindrance: 'notReady', since, ...(reason === undefined ? {} : { reason }) };
  return { ...known, hindrance: hasRoom(session, mediaType, centre) ? 'none' : 'noRoom' };
}
