/** Checks on taking back: whether the reason is true, and where the work goes. */
import { channelOf } from '../agent/session.ts';
import type { InteractionCommands, RevokeReason } from '../commands.ts';
import { refuse } from '../refusals.ts';
import { workbinTakes } from '../workbin/checks.ts';
import type { Ask, Standing, Verdict } from './ask.ts';
import { trayForLater } from './putting-aside.ts';
import { isSupervisor } from './standing.ts';
import { gonePolicy } from './timing.ts';

type Revoke = Ask<InteractionCommands['revoke']>;

const notDue = (what: string): Verdict => refuse('not_due', `${what}; nothing is to be taken back.`);

/** Deadlines give a deadline as the reason, people themselves: nobody speaks in the name of the other. */
function reasonBecomes({ actor, command }: Revoke): Verdict {
  const byPerson: readonly RevokeReason[] = ['supervisor', 'origin'];
  return byPerson.includes(command.reason) === (actor.kind === 'user')
    ? null
    : refuse(
        'not_permitted',
        `"${command.reason}" is not a reason for ${actor.kind === 'user' ? 'a person' : 'a deadline'}.`,
      );
}

/** The agent is really gone in the way the reason says. */
function isGone(agentId: string, ask: Revoke): Verdict {
  const session = ask.session(agentId);
  const gone =
    ask.command.reason === 'leaseLapsed' ? session?.active === true && !session.reachable : !session?.active;
  return gone
    ? null
    : notDue(`${agentId} is ${session?.reachable ? 'logged on and can be reached' : 'logged on'}`);
}

/** The agent is on the channel of the work no more. */
function hasLeftChannel(agentId: string, ask: Revoke): Verdict {
  const { mediaType } = ask.interaction;
  const session = ask.session(agentId);
  return session?.active === true && channelOf(session, mediaType) === undefined
    ? null
    : notDue(`${agentId} is logged on to ${mediaType}, or not at all`);
}

/** The reason for which an offer is taken back is true: the time is up, its agent is gone, the right person asks. */
export function offerEnds(ask: Revoke): Verdict {
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
    case 'channelLeft':
      return reasonBecomes(ask) ?? hasLeftChannel(invitation?.agentId ?? '', ask);
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
export function originIsGone(ask: Revoke): Verdict {
  const { reason } = ask.command;
  return reason === 'leaseLapsed' || reason === 'sessionEnded'
    ? isGone(ask.interaction.handler ?? '', ask)
    : notDue('Its agent is not said to be gone');
}

/** The reason for which work is taken from an agent's hands is true. */
export function handlingEnds(ask: Revoke): Verdict {
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
    case 'channelLeft':
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
export function returnsToTray(ask: Revoke): Verdict {
  const { interaction, centre } = ask;
  const tray =
    interaction.handler === undefined ? undefined : trayForLater(interaction, interaction.handler, centre);
  if (returnPlace(ask.command.reason, ask) !== 'workbin' || tray === undefined)
    return refuse('workbin_unknown', 'It does not go to a workbin.');
  return workbinTakes(tray, ask);
}

/** It goes somewhere: the tray was not to be had, so the queue it is, unless the policy keeps it on the desk. */
export const isTakenAway = (ask: Revoke): Verdict =>
  returnPlace(ask.command.reason, ask) === undefined
    ? refuse(
        'kept_by_policy',
        'The contact centre keeps work on the desk of an agent who is gone, until the handling time runs out.',
      )
    : null;
