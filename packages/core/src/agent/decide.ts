/**
 * Answers a command to an agent's work session: log on, log off, ready, not ready, "still here", "nobody heard of".
 * Pure, like every decision.
 */
import { may } from '../access/grants.ts';
import { lacking } from '../access/lacking.ts';
import { supervisesAgent } from '../access/reach.ts';
import { type Actor, actorName } from '../actor.ts';
import type { SessionCommand } from '../commands.ts';
import type { ContactCentre } from '../config/contact-centre.ts';
import type { SessionEvent } from '../events.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { type Instant, SECOND } from '../values.ts';
import { begun, channelsAllowed, channelsToStart, mayLeave } from './channels.ts';
import type { SessionHappened, SessionHappenedName } from './happened.ts';
import { type AgentSession, type Channel, channelOf } from './session.ts';

export interface SessionAsk {
  readonly session: AgentSession;
  readonly command: SessionCommand;
  readonly actor: Actor;
  readonly now: Instant;
  readonly centre: ContactCentre;
}

export type SessionDecision =
  | { readonly ok: true; readonly events: readonly SessionEvent[]; readonly next: AgentSession }
  | { readonly ok: false; readonly refusal: Refusal };

type Step = { [K in SessionHappenedName]: readonly [K, SessionHappened[K]] }[SessionHappenedName];

const isOwn = ({ actor, command }: SessionAsk) => actor.kind === 'user' && actor.id === command.agentId;

/** Who may: the agent for everything of their own; their team lead for readiness and logging off; time for leases. */
export function standing(ask: SessionAsk): Refusal | null {
  const { command, actor, centre, session } = ask;
  // An agent who was removed from the configuration while logged on lapses like any other.
  if (command.type === 'expireLease')
    return actor.kind === 'timer' ? null : refuse('not_permitted', 'Only a deadline may let a lease lapse.');
  if (!centre.agents.has(command.agentId))
    return refuse('agent_unknown', `There is no agent "${command.agentId}".`, { agentId: command.agentId });
  const own = isOwn(ask);
  const byLead =
    ['endSession', 'setReady', 'setNotReady'].includes(command.type) &&
    actor.kind === 'user' &&
    supervisesAgent(actor, command.agentId, centre);
  if (!own && !byLead)
    return refuse('not_permitted', `${actorName(actor)} may not do this for ${command.agentId}.`, {
      agentId: command.agentId,
    });
  const privilege = own ? 'handle' : 'change-agent-state';
  if (!may(actor, privilege, centre)) return lacking(actor, privilege, undefined, centre);
  if (command.type !== 'startSession' && !session.active)
    return refuse('no_session', `${command.agentId} is not logged on. Start a session first.`, {
      agentId: command.agentId,
    });
  return null;
}

/** What was asked for refers to things that exist. */
function request({ command, session, centre, now }: SessionAsk): Refusal | null {
  switch (command.type) {
    case 'startSession': {
      if (command.placeId !== undefined && !centre.places.has(command.placeId))
        return refuse('place_unknown', `There is no place "${command.placeId}".`, {
          placeId: command.placeId,
        });
      return channelsAllowed(command.channels ?? [], command.agentId, centre);
    }
    case 'setNotReady':
      if (command.reason !== undefined && !centre.notReadyReasons.has(command.reason))
        return refuse(
          'reason_unknown',
          `There is no not-ready reason "${command.reason}". Known: ${[...centre.notReadyReasons.keys()].join(', ')}.`,
          {
            reason: command.reason,
          },
        );
      return channelThere(session, command.mediaType);
    case 'setReady':
      return channelThere(session, command.mediaType);
    case 'leaveChannel':
      return channelThere(session, command.mediaType) ?? mayLeave(command.agentId, command.mediaType, centre);
    case 'expireLease':
      return session.reachable && now >= (session.leaseUntil ?? 0)
        ? null
        : refuse('not_due', 'The lease has not run out.');
    default:
      return null;
  }
}

const channelThere = (session: AgentSession, mediaType: string | undefined): Refusal | null =>
  mediaType === undefined || channelOf(session, mediaType) !== undefined
    ? null
    : refuse(
        'channel_missing',
        `${session.agentId} is not logged on to ${mediaType}. Log on to: ${Object.keys(session.channels).join(', ')}.`,
        { mediaType },
      );

/** What happens, in order. Nothing at all is an answer too: a lease renewed in time tells nobody anything. */
function steps(ask: SessionAsk): readonly Step[] {
  const { session, command, centre } = ask;
  const recovered: readonly Step[] =
    session.active && !session.reachable && isOwn(ask) ? [['LeaseRecovered', {}]] : [];
  const switched = (ready: boolean, mediaType: string | undefined, reason?: string) =>
    Object.entries(session.channels)
      .filter(
        ([id, channel]) =>
          (mediaType === undefined || id === mediaType) &&
          (channel.ready !== ready || channel.reason !== reason),
      )
      .map(([id]) => id);

  switch (command.type) {
    case 'startSession': {
      const placeId = command.placeId ?? session.placeId ?? centre.agents.get(command.agentId)?.defaultPlace;
      const place = placeId === undefined ? {} : { placeId };
      if (!session.active)
        return [
          [
            'SessionStarted',
            { ...place, channels: channelsToStart(command.channels, command.agentId, centre) },
          ],
        ];
      const added = (command.channels ?? []).filter(
        ({ mediaType }) => channelOf(session, mediaType) === undefined,
      );
      return added.length > 0 || placeId !== session.placeId
        ? [...recovered, ['SessionExtended', { ...place, channels: begun(added, command.agentId, centre) }]]
        : recovered;
    }
    case 'endSession':
      return [['SessionEnded', {}]];
    case 'renewLease':
      return recovered;
    case 'expireLease':
      return [['LeaseLapsed', {}]];
    case 'leaveChannel':
      return [...recovered, ['ChannelLeft', { mediaType: command.mediaType }]];
    case 'setReady': {
      const mediaTypes = switched(true, command.mediaType);
      return mediaTypes.length > 0 ? [...recovered, ['AgentReady', { mediaTypes }]] : recovered;
    }
    case 'setNotReady': {
      const mediaTypes = switched(false, command.mediaType, command.reason);
      const reason = command.reason === undefined ? {} : { reason: command.reason };
      return mediaTypes.length > 0 ? [...recovered, ['AgentNotReady', { mediaTypes, ...reason }]] : recovered;
    }
  }
}

const setChannels = (
  session: AgentSession,
  mediaTypes: readonly string[],
  channel: Channel,
): AgentSession => ({
  ...session,
  channels: { ...session.channels, ...Object.fromEntries(mediaTypes.map((id) => [id, channel])) },
});

function apply(session: AgentSession, [type, data]: Step, now: Instant): AgentSession {
  switch (type) {
    case 'SessionStarted':
    case 'SessionExtended': {
      const { placeId, ...kept } = session;
      const channels = Object.fromEntries(
        data.channels.map(({ mediaType, ready }) => [mediaType, { ready, since: now }]),
      );
      const fresh = type === 'SessionStarted';
      return {
        ...kept,
        active: true,
        reachable: true,
        channels: fresh ? channels : { ...session.channels, ...channels },
        ...(fresh ? { startedAt: now, idleSince: now } : {}),
        ...(data.placeId === undefined ? {} : { placeId: data.placeId }),
      };
    }
    case 'SessionEnded': {
      const { placeId, startedAt, leaseUntil, ...kept } = session;
      return { ...kept, active: false, reachable: false, channels: {} };
    }
    case 'ChannelLeft': {
      const { [data.mediaType]: left, ...channels } = session.channels;
      return { ...session, channels };
    }
    case 'AgentReady':
      return setChannels(session, data.mediaTypes, { ready: true, since: now });
    case 'AgentNotReady':
      return setChannels(session, data.mediaTypes, {
        ready: false,
        since: now,
        ...(data.reason === undefined ? {} : { reason: data.reason }),
      });
    case 'LeaseLapsed':
      return { ...session, reachable: false };
    case 'LeaseRecovered':
      return { ...session, reachable: true };
  }
}

/** Decides a command to a session. A renewed lease changes `leaseUntil` and nothing else, without an event. */
export function decideSession(ask: SessionAsk): SessionDecision {
  const refusal = standing(ask) ?? request(ask);
  if (refusal) return { ok: false, refusal };

  const { command, actor, now, centre } = ask;
  let next = ask.session;
  const events = steps(ask).map((step) => {
    next = { ...apply(next, step, now), version: next.version + 1 };
    const [type, data] = step;
    return {
      subject: 'agent',
      type,
      agentId: command.agentId,
      version: next.version,
      at: now,
      by: actorName(actor),
      data,
    } as SessionEvent;
  });
  const signOfLife = isOwn(ask) && next.active;
  return {
    ok: true,
    events,
    next: signOfLife ? { ...next, leaseUntil: now + centre.settings.leaseSeconds * SECOND } : next,
  };
}
