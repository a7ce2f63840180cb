/** What becomes of an agent who let an offer run out, as its queue says. */
import type { ContactCentre } from '../config/contact-centre.ts';
import type { InteractionEvent, SessionEvent } from '../events.ts';
import type { Interaction } from '../interaction/interaction.ts';
import { type AgentSession, channelOf } from './session.ts';

export interface Missed {
  readonly session: AgentSession;
  readonly event: SessionEvent;
}

/**
 * The agent is not ready for the medium any more, where the queue wants that.
 * @param before the interaction when it was offered
 * @param session the agent's, as it is after the offer is over
 */
export function missedOffer(
  before: Interaction,
  event: InteractionEvent | undefined,
  session: (agentId: string) => AgentSession | undefined,
  centre: ContactCentre,
): Missed | undefined {
  if (event?.type !== 'InviteRevoked' || event.data.reason !== 'inviteTimeout') return undefined;
  const policy = centre.queues.get(before.queue)?.missedOffer;
  const present = session(event.data.agentId);
  const { mediaType } = before;
  if (policy?.agent !== 'notReady' || present === undefined) return undefined;
  if (channelOf(present, mediaType)?.ready !== true) return undefined;
  const { at, by } = event;
  const reason = policy.reason === undefined ? {} : { reason: policy.reason };
  const version = present.version + 1;
  return {
    session: {
      ...present,
      version,
      channels: { ...present.channels, [mediaType]: { ready: false, since: at, ...reason } },
    },
    event: {
      subject: 'agent',
      type: 'AgentNotReady',
      agentId: present.agentId,
      version,
      at,
      by,
      data: { mediaTypes: [mediaType], ...reason },
    },
  };
}
