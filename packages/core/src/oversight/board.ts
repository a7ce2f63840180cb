/** How things stand with a team's people and queues: what a team lead watches while the day goes on. */
import { supervisesAgent, supervisesQueue } from '../access/reach.ts';
import { type Actor, actorName } from '../actor.ts';
import { type SessionCommandAllowed, sessionCommandsAllowed } from '../agent/allowed.ts';
import { type AgentSession, noSession } from '../agent/session.ts';
import type { ContactCentre } from '../config/contact-centre.ts';
import type { InteractionState } from '../interaction/interaction.ts';
import type { InteractionLine } from '../lines.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { type MediumExplanation, mediumOf, queuesAsking } from '../routing/explain-agent.ts';
import type { Instant } from '../values.ts';

/** A piece of work somebody has in hand or is offered. */
export interface BoardWork {
  readonly id: string;
  readonly mediaType: string;
  readonly state: InteractionState;
  readonly queue: string;
  readonly subject?: string;
  readonly dueAt?: Instant;
  /** When it came to the agent: was accepted, or offered. */
  readonly since: Instant;
  /** Not accepted yet. */
  readonly offered: boolean;
}

export interface BoardAgent {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  readonly reachable: boolean;
  readonly placeId?: string;
  readonly startedAt?: Instant;
  /** The media the agent is logged on to or may handle. */
  readonly media: readonly MediumExplanation[];
  readonly work: readonly BoardWork[];
  /** What the asking person may do to the agent's session now. */
  readonly allowed: readonly SessionCommandAllowed[];
}

/** What comes first in a queue, counted no further than that. */
export interface QueueFront {
  readonly oldest?: Instant;
  readonly overdue: number;
  readonly looked: number;
}

export interface BoardQueue extends QueueFront {
  readonly queue: string;
  readonly name: string;
  readonly waiting: number;
  /** Agents to whom its work may come, who are ready for some medium and have room. */
  readonly ready: number;
}

export interface Board {
  readonly now: Instant;
  readonly agents: readonly BoardAgent[];
  /** Agents that are left out, none of them logged on unless all that are shown are. */
  readonly moreAgents: number;
  readonly queues: readonly BoardQueue[];
  readonly moreQueues: number;
}

/** No more are shown at once. */
export const MOST_BOARD_AGENTS = 500;
export const MOST_BOARD_QUEUES = 200;

/** Nobody's board: watches over no agent and no queue. `null` if there is something to show. */
export function mayWatch(actor: Actor, centre: ContactCentre): Refusal | null {
  const someone = [...centre.agents.keys()].some((id) => supervisesAgent(actor, id, centre));
  return someone || queuesWatched(actor, centre).length > 0
    ? null
    : refuse('not_permitted', `${actorName(actor)} watches over nobody and nothing. Ask an administrator.`);
}

/** Ids of those the person supervises. */
export const agentsWatched = (actor: Actor, centre: ContactCentre): readonly string[] =>
  [...centre.agents.keys()].filter((id) => supervisesAgent(actor, id, centre));

/** Ids of the queues the person watches over. */
export const queuesWatched = (actor: Actor, centre: ContactCentre): readonly string[] =>
  [...centre.queues.keys()].filter((id) => supervisesQueue(actor, id, centre));

/** Those who are logged on first, then by name; as many as are shown. */
export function agentsShown(
  watched: readonly string[],
  sessions: ReadonlyMap<string, AgentSession>,
  centre: ContactCentre,
): readonly string[] {
  const nameOf = (id: string) => centre.agents.get(id)?.name ?? id;
  const active = (id: string) => Number(sessions.get(id)?.active === true);
  return [...watched]
    .sort((a, b) => active(b) - active(a) || nameOf(a).localeCompare(nameOf(b)))
    .slice(0, MOST_BOARD_AGENTS);
}

export interface BoardGround {
  readonly actor: Actor;
  readonly centre: ContactCentre;
  readonly now: Instant;
  readonly watched: readonly string[];
  readonly sessions: ReadonlyMap<string, AgentSession>;
  /** In the hands of those shown, or offered to them. */
  readonly work: readonly InteractionLine[];
  readonly queues: readonly (QueueFront & { readonly queue: string; readonly waiting: number })[];
  readonly queuesWatched: number;
  /** Sessions of everybody who is logged on: whoever is ready counts for a queue, whoever leads them. */
  readonly active: readonly AgentSession[];
}

export function boardOf(ground: BoardGround): Board {
  const { watched, sessions, queues, centre, now } = ground;
  const shown = agentsShown(watched, sessions, centre);
  const ready = readyPerQueue(ground);
  return {
    now,
    agents: shown.map((id) => agentOn(id, ground)),
    moreAgents: watched.length - shown.length,
    queues: queues.map((line) => ({
      ...line,
      name: centre.queues.get(line.queue)?.name ?? line.queue,
      ready: ready.get(line.queue) ?? 0,
    })),
    moreQueues: ground.queuesWatched - queues.length,
  };
}

function agentOn(id: string, { actor, sessions, work, centre, now }: BoardGround): BoardAgent {
  const session = sessions.get(id) ?? noSession(id);
  const { active, reachable, placeId, startedAt, channels } = session;
  const media = [...centre.mediaTypes.keys()]
    .map((mediaType) => mediumOf(session, mediaType, centre))
    .filter(
      ({ mediaType, capacity, load }) => Object.hasOwn(channels, mediaType) || capacity > 0 || load > 0,
    );
  return {
    id,
    name: centre.agents.get(id)?.name ?? id,
    active,
    reachable,
    ...(active && placeId !== undefined ? { placeId } : {}),
    ...(active && startedAt !== undefined ? { startedAt } : {}),
    media,
    work: work.flatMap((line) => workOn(id, line)),
    allowed: sessionCommandsAllowed({ actor, session, now, centre }),
  };
}

function workOn(agentId: string, line: InteractionLine): readonly BoardWork[] {
  const { id, mediaType, state, queue, dueAt, handler, invitation, assignedAt, placedAt, data } = line;
  const offered = handler !== agentId;
  if (offered && invitation?.agentId !== agentId) return [];
  const since = offered ? invitation?.offeredAt : assignedAt;
  const subject = data['Subject'];
  return [
    {
      ...{ id, mediaType, state, queue, offered },
      since: since ?? placedAt,
      ...(typeof subject === 'string' && subject !== '' ? { subject } : {}),
      ...(dueAt === undefined ? {} : { dueAt }),
    },
  ];
}

function readyPerQueue({ active, centre, queues }: BoardGround): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  if (queues.length === 0) return found;
  for (const session of active) {
    const free = [...centre.mediaTypes.keys()].some(
      (mediaType) => mediumOf(session, mediaType, centre).hindrance === 'none',
    );
    if (!free) continue;
    for (const queue of queuesAsking(session.agentId, session.placeId, centre))
      found.set(queue, (found.get(queue) ?? 0) + 1);
  }
  return found;
}
