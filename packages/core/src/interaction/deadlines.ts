/**
 * The moment at which something must happen to an interaction by itself, and the command that makes it happen. The
 * sweeper asks for what is due and sends that command; the machine decides as for anybody else.
 */
import { type AgentSession, channelOf } from '../agent/session.ts';
import type { InteractionCommand } from '../commands.ts';
import type { ContactCentre } from '../config/contact-centre.ts';
import { rulesDueAt } from '../rules/task.ts';
import type { Instant } from '../values.ts';
import type { Interaction } from './interaction.ts';
import { gonePolicy } from './timing.ts';

export interface Deadline {
  readonly at: Instant;
  readonly command: InteractionCommand;
}

/** The offer answers itself before it runs out. What has run out cannot be accepted any more. */
function endOfOffer({ id: interactionId, invitation }: Interaction, now: Instant): Deadline | undefined {
  if (invitation === undefined) return undefined;
  const { autoAnswer, until, ticket } = invitation;
  return autoAnswer === undefined || now >= until
    ? { at: until, command: { type: 'revoke', interactionId, reason: 'inviteTimeout' } }
    : { at: autoAnswer.at, command: { type: 'accept', interactionId, ticket } };
}

/**
 * The next deadline of an interaction, if it has one.
 * @param now if given, what cannot be done any more at this moment is passed over for what comes after it
 */
export function deadlineOf(interaction: Interaction, now = Number.NEGATIVE_INFINITY): Deadline | undefined {
  const interactionId = interaction.id;
  switch (interaction.state) {
    case 'Invited':
    case 'Transferring':
      return endOfOffer(interaction, now);
    case 'Processing':
      return interaction.handleUntil === undefined
        ? undefined
        : {
            at: interaction.handleUntil,
            command: { type: 'revoke', interactionId, reason: 'handlingTimeout' },
          };
    case 'Queued': {
      const at = rulesDueAt(interaction.task);
      return at === undefined ? undefined : { at, command: { type: 'applyRules', interactionId } };
    }
    case 'Held': {
      const retryAt = interaction.task?.error?.retryAt;
      return retryAt === undefined ? undefined : { at: retryAt, command: { type: 'resume', interactionId } };
    }
    case 'Snoozed':
      return interaction.wakeAt === undefined
        ? undefined
        : { at: interaction.wakeAt, command: { type: 'wake', interactionId } };
    default:
      return undefined;
  }
}

/**
 * What follows for an interaction when an agent who has it is gone (`leaseLapsed`, `sessionEnded`): offers are taken
 * back at once, work in hand goes where the contact centre says. `undefined`: nothing, it stays until its own deadline.
 */
export function whenAgentIsGone(
  interaction: Interaction,
  agentId: string,
  reason: 'leaseLapsed' | 'sessionEnded',
  centre: ContactCentre,
): InteractionCommand | undefined {
  const offered = interaction.invitation?.agentId === agentId;
  const inHand = interaction.handler === agentId;
  if (!offered && !(inHand && gonePolicy(interaction, centre) !== 'keep')) return undefined;
  return { type: 'revoke', interactionId: interaction.id, reason };
}

/** An offer to an agent who is there and has left its channel is taken back; work in hand stays. */
export function whenChannelIsLeft(
  { id: interactionId, invitation, mediaType }: Interaction,
  session: AgentSession,
): InteractionCommand | undefined {
  const orphaned = invitation?.agentId === session.agentId && channelOf(session, mediaType) === undefined;
  return orphaned ? { type: 'revoke', interactionId, reason: 'channelLeft' } : undefined;
}
