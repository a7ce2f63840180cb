/** Checks on what a command carries: the agent it names, the tray, the queue, the moment. */
import { servesQueue } from '../access/reach.ts';
import { capacityOf, hasRoom } from '../agent/capacity.ts';
import { channelOf } from '../agent/session.ts';
import type { InteractionCommands, RevokeReason } from '../commands.ts';
import { refuse } from '../refusals.ts';
import { USER_DATA_KEYS_LIMIT, USER_DATA_LIMIT, type UserData } from '../values.ts';
import { workbinKnown, workbinTakes } from '../workbin/checks.ts';
import type { Ask, Standing, Verdict } from './ask.ts';
import { hasPrivilege, isSupervisor } from './standing.ts';
import { gonePolicy, inProgressWorkbin } from './timing.ts';

type On<K extends keyof InteractionCommands> = Ask<InteractionCommands[K]>;

export function mediaTypeKnown({ command, centre }: On<'submit'>): Verdict {
  return centre.mediaTypes.has(command.mediaType)
    ? null
    : refuse(
        'media_type_unknown',
        `There is no media type "${command.mediaType}". Known: ${[...centre.mediaTypes.keys()].join(', ')}.`,
        {
          mediaType: command.mediaType,
        },
      );
}

export function queueKnown({
  command,
  centre,
}: {
  command: { queue?: string | undefined };
  centre: Standing['centre'];
}): Verdict {
  return command.queue === undefined || centre.queues.has(command.queue)
    ? null
    : refuse(
        'queue_unknown',
        `There is no queue "${command.queue}". Known: ${[...centre.queues.keys()].join(', ')}.`,
        {
          queue: command.queue,
        },
      );
}

/** Finished work goes back to the queue that is named, or to its last one if that still exists. */
export const restartQueueKnown = ({ command, interaction, centre }: On<'restart'>): Verdict =>
  queueKnown({ command: { queue: command.queue ?? interaction.queue }, centre });

/** What would be attached after the command stays within bounds. */
export function dataFits(before: UserData, added: UserData): Verdict {
  const merged = { ...before, ...added };
  const keys = Object.keys(merged).length;
  const size = JSON.stringify(merged).length;
  return keys <= USER_DATA_KEYS_LIMIT && size <= USER_DATA_LIMIT
    ? null
    : refuse(
        'data_too_large',
        `Attached data may have ${USER_DATA_KEYS_LIMIT} keys and ${USER_DATA_LIMIT} characters; this would have ${keys} and ${size}.`,
        { keys, size },
      );
}

/** The agent exists, is logged on to the medium, can be reached, and has room for one more. */
function agentCanTake(agentId: string, ask: Standing): Verdict {
  const { interaction, centre } = ask;
  if (!centre.agents.has(agentId))
    return refuse('agent_unknown', `There is no agent "${agentId}".`, { agentId });
  const session = ask.session(agentId);
  if (!session?.active) return refuse('no_session', `${agentId} is not logged on.`, { agentId });
  if (!session.reachable)
    return refuse('agent_unreachable', `${agentId} gave no sign of life lately.`, { agentId });
  if (channelOf(session, interaction.mediaType) === undefined)
    return refuse('channel_missing', `${agentId} is not logged on to ${interaction.mediaType}.`, { agentId });
  if (!hasRoom(session, interaction.mediaType, centre))
    return refuse(
      'capacity_full',
      `${agentId} has as much ${interaction.mediaType} as fits: ${capacityOf(agentId, interaction.mediaType, centre)}.`,
      {
        agentId,
        limit: capacityOf(agentId, interaction.mediaType, centre),
      },
    );
  return null;
}

/** A router offers only to agents who are ready, serve the queue and did not just decline; a supervisor may insist. */
export function canBeInvited(ask: On<'invite'>): Verdict {
  const { agentId } = ask.command;
  const refusal = agentCanTake(agentId, ask);
  if (refusal || ask.actor.kind !== 'router') return refusal;
  const session = ask.session(agentId);
  if (session === undefined || channelOf(session, ask.interaction.mediaType)?.ready !== true)
    return refuse('channel_not_ready', `${agentId} is not ready for ${ask.interaction.mediaType}.`, {
      agentId,
    });
  if (!servesQueue(agentId, ask.interaction.queue, ask.centre))
    return refuse('not_routed_here', `${agentId} does not serve the queue "${ask.interaction.queue}".`, {
      agentId,
    });
  if (
    ask.interaction.exclusions.some((exclusion) => exclusion.agentId === agentId && ask.now < exclusion.until)
  )
    return refuse('declined_recently', `${agentId} declined or missed this a moment ago.`, { agentId });
  return null;
}

export function canBeTransferredTo(ask: On<'transfer'>): Verdict {
  const { agentId } = ask.command;
  if (agentId === ask.interaction.handler)
    return refuse('same_agent', `It is on ${agentId}'s desk already. Choose a colleague.`, { agentId });
  return agentCanTake(agentId, ask);
}

export function ticketCurrent({ command, interaction }: On<'accept'> | On<'reject'>): Verdict {
  return command.ticket === undefined || command.ticket === interaction.invitation?.ticket
    ? null
    : refuse('ticket_stale', 'This answers an older offer; that one is over. Answer the present one.');
}

export const trayTakes = (ask: On<'placeInWorkbin'> | On<'moveToWorkbin'>): Verdict =>
  workbinTakes(ask.command.workbin, ask);

export function dispositionKnown({ command, centre }: On<'complete'> | On<'setDisposition'>): Verdict {
  const { disposition } = command;
  return disposition == null || centre.dispositions.has(disposition)
    ? null
    : refuse(
        'disposition_unknown',
        `There is no disposition "${disposition}". Known: ${[...centre.dispositions.keys()].join(', ')}.`,
        {
          disposition,
        },
      );
}

/** Finishing with a disposition sets it, so it takes what setting it takes. */
export function dispositionPermitted(ask: On<'complete'>): Verdict {
  const { disposition } = ask.command;
  return disposition === undefined || disposition === ask.interaction.disposition
    ? null
    : hasPrivilege('set-disposition')(ask);
}

export function dispositionGiven({ command, interaction, centre }: On<'complete'>): Verdict {
  return !centre.settings.dispositionMandatory ||
    command.disposition !== undefined ||
    interaction.disposition !== undefined
    ? null
    : refuse('disposition_required', 'A disposition must be chosen before this can be marked done.');
}

export function wakesLater(ask: On<'snooze'>): Verdict {
  const { command, interaction, now, centre } = ask;
  if (command.wakeAt <= now)
    return refuse('wake_time_past', 'The moment to wake up lies in the past. Choose a later one.', {
      wakeAt: command.wakeAt,
    });
  const tray =
    command.workbin ??
    interaction.workbin ??
    (interaction.handler === undefined
      ? undefined
      : inProgressWorkbin(interaction.mediaType, interaction.handler, centre));
  return tray === undefined ? null : workbinTakes(tray, ask);
}

/** A deadline wakes nothing early; people may. */
export const isTimeToWake = ({ actor, interaction, now }: On<'wake'>): Verdict =>
  actor.kind === 'user' || now >= (interaction.wakeAt ?? now)
    ? null
    : refuse('not_due', 'It is not time to wake up yet.', { wakeAt: interaction.wakeAt ?? now });

/** The tray it sleeps in still exists. Without one it wakes in its queue, rather than nowhere. */
export const trayIsThere = ({ interaction, centre }: On<'wake'> | On<'resume'>): Verdict =>
  interaction.workbin === undefined
    ? refuse('workbin_unknown', 'It sleeps in no workbin.')
    : workbinKnown(interaction.workbin, centre);

const notDue = (what: string): Verdict => refuse('not_due', `${what}; nothing is to be taken back.`);

/** Deadlines give a deadline as the reason, people themselves: nobody speaks in the name of the other. */
function reasonBecomes({ actor, command }: On<'revoke'>): Verdict {
  const byPerson: readonly RevokeReason[] = ['supervisor', 'origin'];
  return byPerson.includes(command.reason) === (actor.kind === 'user')
    ? null
    : refuse(
        'not_permitted',
        `"${command.reason}" is not a reason for ${actor.kind === 'user' ? 'a person' : 'a deadline'}.`,
      );
}

/** The agent is really gone in the way the reason says. */
function isGone(agentId: string, ask: On<'revoke'>): Verdict {
  const session = ask.session(agentId);
  const gone =
    ask.command.reason === 'leaseLapsed' ? session?.active === true && !session.reachable : !session?.active;
  return gone
    ? null
    : notDue(`${agentId} is ${session?.reachable ? 'logged on and can be reached' : 'logged on'}`);
}

/** The reason for which an offer is taken back is true: the time is up, its agent is gone, the right person asks. */
export function offerEnds(ask: On<'revoke'>): Verdict {
  const { actor, command, interaction, now } = ask;
  const { invitation, handler } = interaction;
  switch (command.reason) {
    case 'inviteTimeout':
      return (
        reasonBecomes(ask) ??
        (invitation !== undefined && now >= invitation.until ? null : notDue('The offer still stands'))
      );
    case 'leaseLapsed':
    case 'sessionEnded':
      return reasonBecomes(ask) ?? isGone(invitation?.agentId ?? '', ask);
    case 'supervisor':
      return reasonBecomes(ask) ?? isSupervisor(ask);
    case 'origin':
      return (
        reasonBecomes(ask) ??
        (actor.kind === 'user' && handler === actor.id
          ? null
          : refuse('not_handler', 'Only the agent who offered it can take the offer back.'))
      );
    case 'handlingTimeout':
      return reasonBecomes(ask) ?? notDue('It is on offer, and the handling time starts when it is taken up');
  }
}

/** The agent who has it in hand is gone: what is on offer to a colleague goes the way of all work of that agent. */
export function originIsGone(ask: On<'revoke'>): Verdict {
  const { reason } = ask.command;
  return reason === 'leaseLapsed' || reason === 'sessionEnded'
    ? isGone(ask.interaction.handler ?? '', ask)
    : notDue('Its agent is not said to be gone');
}

/** The reason for which work is taken from an agent's hands is true. */
export function handlingEnds(ask: On<'revoke'>): Verdict {
  const { command, interaction, now } = ask;
  switch (command.reason) {
    case 'handlingTimeout':
      return (
        reasonBecomes(ask) ??
        (interaction.handleUntil !== undefined && now >= interaction.handleUntil
          ? null
          : notDue('The handling time has not run out'))
      );
    case 'leaseLapsed':
    case 'sessionEnded':
      return reasonBecomes(ask) ?? isGone(interaction.handler ?? '', ask);
    case 'supervisor':
      return reasonBecomes(ask) ?? isSupervisor(ask);
    case 'inviteTimeout':
    case 'origin':
      return reasonBecomes(ask) ?? notDue('It is on offer to nobody');
  }
}

/** Where work taken from an agent's hands goes. `undefined`: it stays. */
function returnPlace(reason: RevokeReason, ask: Standing): 'workbin' | 'queue' | undefined {
  const policy = gonePolicy(ask.interaction, ask.centre);
  if (reason === 'supervisor') return 'queue';
  if (policy === 'keep') return reason === 'handlingTimeout' ? 'queue' : undefined;
  return policy;
}

/** It goes to the agent's in-progress tray, and there is one with room. */
export function returnsToTray(ask: On<'revoke'>): Verdict {
  const { interaction, centre } = ask;
  const tray =
    interaction.handler === undefined
      ? undefined
      : inProgressWorkbin(interaction.mediaType, interaction.handler, centre);
  if (returnPlace(ask.command.reason, ask) !== 'workbin' || tray === undefined)
    return refuse('workbin_unknown', 'It does not go to a workbin.');
  return workbinTakes(tray, ask);
}

/** It goes somewhere: the tray was not to be had, so the queue it is, unless the policy keeps it on the desk. */
export const isTakenAway = (ask: On<'revoke'>): Verdict =>
  returnPlace(ask.command.reason, ask) === undefined
    ? refuse(
        'kept_by_policy',
        'The contact centre keeps work on the desk of an agent who is gone, until the handling time runs out.',
      )
    : null;
