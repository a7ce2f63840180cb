/** Checks on what a command carries: the agent it names, the tray, the queue, the moment. */
import { mayWith } from '../access/grants.ts';
import { lacking } from '../access/lacking.ts';
import { user } from '../actor.ts';
import { capacityOf, capacityRuleOf, hasRoom } from '../agent/capacity.ts';
import { channelOf, loadOf } from '../agent/session.ts';
import type { InteractionCommands } from '../commands.ts';
import { refuse } from '../refusals.ts';
import { reachedBy } from '../routing/reached.ts';
import { routeAt } from '../routing/route.ts';
import { workbinKnown, workbinTakes } from '../workbin/checks.ts';
import type { Ask, Standing, Verdict } from './ask.ts';
import { isOutbound } from './interaction.ts';
import { trayFor, trayForLater } from './putting-aside.ts';
import { queueExists } from './queue-meant.ts';
import { goesStraight } from './through-routing.ts';

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

/** Finished work goes back to the queue that is named, or to its last one if that still exists. */
export const restartQueueKnown = ({ command, interaction, centre }: On<'restart'>): Verdict =>
  queueExists(command.queue ?? interaction.queue, { centre });

/** What belongs to a contact is taken up again out of that contact's history, which the command names. */
export const comesFromHistory = ({ command, interaction: { contactId } }: On<'reopen'>): Verdict =>
  contactId === undefined || command.contactId === contactId
    ? null
    : refuse(
        'not_permitted',
        `This belongs to the contact "${contactId}". Open the contact's history and reopen it there.`,
        { contactId },
      );

/** The agent exists, is logged on to the medium, can be reached, and has room for one more. */
function agentCanTake(agentId: string, ask: Standing): Verdict {
  const { interaction, centre } = ask;
  if (!centre.agents.has(agentId))
    return refuse('agent_unknown', `There is no agent "${agentId}".`, { agentId });
  if (!mayWith(user(agentId), 'handle', interaction.mediaType, centre))
    return lacking(user(agentId), 'handle', interaction.mediaType, centre);
  const session = ask.session(agentId);
  if (!session?.active) return refuse('no_session', `${agentId} is not logged on.`, { agentId });
  if (!session.reachable)
    return refuse('agent_unreachable', `${agentId} gave no sign of life lately.`, { agentId });
  if (channelOf(session, interaction.mediaType) === undefined)
    return refuse('channel_missing', `${agentId} is not logged on to ${interaction.mediaType}.`, { agentId });
  const limit = capacityOf(agentId, interaction.mediaType, centre);
  if (!hasRoom(session, interaction.mediaType, centre)) {
    const rule = loadOf(session, interaction.mediaType) < limit ? capacityRuleOf(session, centre) : undefined;
    const why = rule === undefined ? `${limit}` : `the capacity rule "${rule.id}" lets nothing more come`;
    return refuse('capacity_full', `${agentId} has as much ${interaction.mediaType} as fits: ${why}.`, {
      agentId,
      limit,
      ...(rule === undefined ? {} : { capacityRule: rule.id }),
    });
  }
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
  const route = routeAt(ask.interaction, ask.now, ask.centre);
  if (reachedBy(route, agentId, session, ask.centre) === undefined)
    return refuse(
      'not_routed_here',
      route.strategy === undefined
        ? `${agentId} does not serve the queue "${ask.interaction.queue}".`
        : `The strategy "${route.strategy.id}" does not ask ${agentId} now.`,
      { agentId },
    );
  if (
    ask.interaction.exclusions.some((exclusion) => exclusion.agentId === agentId && ask.now < exclusion.until)
  )
    return refuse('declined_recently', `${agentId} declined or missed this a moment ago.`, { agentId });
  return null;
}

export function canBeTransferredTo(ask: On<'transfer'>): Verdict {
  const { agentId = '' } = ask.command;
  const refusal = goesStraight(ask);
  if (refusal) return refusal;
  if (agentId === ask.interaction.handler)
    return refuse('same_agent', `It is on ${agentId}'s desk already. Choose a colleague.`, { agentId });
  return agentCanTake(agentId, ask);
}

export function ticketCurrent({ command, interaction }: On<'accept'> | On<'reject'>): Verdict {
  return command.ticket === undefined || command.ticket === interaction.invitation?.ticket
    ? null
    : refuse('ticket_stale', 'This answers an older offer; that one is over. Answer the present one.');
}

export function trayTakes(ask: On<'placeInWorkbin'> | On<'moveToWorkbin'> | On<'reportReply'>): Verdict {
  const { command, actor, interaction, centre } = ask;
  const tray =
    command.type === 'moveToWorkbin' ? command.workbin : trayFor(command, actor, interaction, centre);
  return tray === undefined
    ? refuse(
        'workbin_unknown',
        `No workbin is set for ${interaction.mediaType} ${isOutbound(interaction) ? 'drafts' : 'in progress'}. Name the workbin to put it into.`,
        { mediaType: interaction.mediaType },
      )
    : workbinTakes(tray, ask);
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
    (interaction.handler === undefined ? undefined : trayForLater(interaction, interaction.handler, centre));
  return tray === undefined ? null : workbinTakes(tray, ask);
}

/** What goes out is no reply's to wait for. */
export const canBeReplied = ({ interaction }: On<'reportReply'>): Verdict =>
  isOutbound(interaction)
    ? refuse('wrong_state', 'This is outbound itself; a reply is reported to the work that it answers.')
    : null;

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
