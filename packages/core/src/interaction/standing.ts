/**
 * Checks on who asks. Each returns `null` for yes or the reason for no; none looks at what the command carries, so
 * `allowed` can draw buttons with them before anything is chosen.
 */

import { mayWith } from '../access/grants.ts';
import { lacking } from '../access/lacking.ts';
import type { Privilege } from '../access/privileges.ts';
import {
  isAsleepFor,
  opensFromHistory,
  ownsWorkbin,
  reachesWorkbin,
  sees,
  servesQueue,
  supervises,
} from '../access/reach.ts';
import { withheldHistory, withheldOversight, withheldTray } from '../access/withheld.ts';
import { actorName } from '../actor.ts';
import { refuse } from '../refusals.ts';
import { describeWorkbin } from '../workbin/workbin.ts';
import type { Standing, Verdict } from './ask.ts';
import { isUnopened } from './interaction.ts';

/** Stands for every "no" where nobody asks why. */
const UNEXPLAINED = refuse('not_permitted', 'This is not permitted.');

export type StandingCheck = (ask: Standing) => Verdict;

/** The first "no" of several checks. */
export const all =
  (...checks: readonly StandingCheck[]): StandingCheck =>
  (ask) => {
    for (const check of checks) {
      const refusal = check(ask);
      if (refusal) return refusal;
    }
    return null;
  };

/** A "no" that names a privilege is nearer to yes than one that does not. */
const nearer = (first: Verdict, second: Verdict): Verdict =>
  first?.detail.privilege === undefined && second?.detail.privilege !== undefined ? second : first;

/** Yes if one of them says yes; else what the first one said, unless the second names what is missing. */
export const either =
  (first: StandingCheck, second: StandingCheck): StandingCheck =>
  (ask) => {
    const refusal = first(ask);
    if (refusal === null) return null;
    const other = second(ask);
    return other === null ? null : nearer(refusal, other);
  };

const sessionOf = ({ actor, session }: Standing) => (actor.kind === 'user' ? session(actor.id) : undefined);

const without = (privilege: Privilege, { actor, interaction, centre, unexplained }: Standing): Verdict =>
  unexplained ? UNEXPLAINED : lacking(actor, privilege, interaction.mediaType, centre);

/** Holds the privilege, for the medium of this work where it is held for one. */
export const hasPrivilege =
  (privilege: Privilege): StandingCheck =>
  (ask) =>
    mayWith(ask.actor, privilege, ask.interaction.mediaType, ask.centre) ? null : without(privilege, ask);

export const isRouter: StandingCheck = ({ actor }) =>
  actor.kind === 'router' ? null : refuse('not_permitted', 'Only the router may do this.');

export const isTimer: StandingCheck = ({ actor }) =>
  actor.kind === 'timer' ? null : refuse('not_permitted', 'Only a deadline may do this.');

export const isHandler: StandingCheck = ({ actor, interaction }) =>
  actor.kind === 'user' && interaction.handler === actor.id
    ? null
    : refuse(
        'not_handler',
        `This is on ${interaction.handler ?? 'nobody'}'s desk, not on ${actorName(actor)}'s.`,
        {
          handler: interaction.handler ?? '',
        },
      );

export const isInvitee: StandingCheck = ({ actor, interaction }) =>
  actor.kind === 'user' && interaction.invitation?.agentId === actor.id
    ? null
    : refuse(
        'not_invitee',
        `This is offered to ${interaction.invitation?.agentId ?? 'nobody'}, not to ${actorName(actor)}.`,
        {
          invitee: interaction.invitation?.agentId ?? '',
        },
      );

export const offerStands: StandingCheck = ({ interaction, now }) =>
  interaction.invitation !== undefined && now < interaction.invitation.until
    ? null
    : refuse('invite_expired', 'The offer has run out; the interaction goes back to where it came from.');

export const isSupervisor: StandingCheck = (ask) => {
  const { actor, interaction, centre } = ask;
  if (actor.kind === 'user' && supervises(actor, interaction, centre)) return null;
  if (ask.unexplained) return UNEXPLAINED;
  const withheld = withheldOversight(actor, interaction, centre);
  return withheld === undefined
    ? refuse('not_permitted', `${actorName(actor)} does not supervise this work. Ask its team lead.`)
    : without(withheld, ask);
};

/** Watches over it, and holds the privilege to do this as its team lead. */
export const leads = (privilege: Privilege): StandingCheck => all(isSupervisor, hasPrivilege(privilege));

/** Yes by what the check says; whoever watches over the work needs the privilege instead, and is told of that one. */
export const orLeads =
  (own: StandingCheck, privilege: Privilege): StandingCheck =>
  (ask) => {
    const refusal = own(ask);
    if (refusal === null) return null;
    const unwatched = isSupervisor(ask);
    return unwatched === null ? hasPrivilege(privilege)(ask) : nearer(refusal, unwatched);
  };

/** Logged on: whoever takes work must have a desk to put it on. */
export const isLoggedOn: StandingCheck = (ask) =>
  sessionOf(ask)?.active
    ? null
    : refuse('no_session', `${actorName(ask.actor)} is not logged on. Start a session first.`);

/** Reaches the tray the interaction rests in: its own, a shared one, or one of a supervised owner. */
export const reachesItsWorkbin: StandingCheck = (ask) => {
  const { actor, interaction, centre } = ask;
  if (interaction.workbin === undefined) return refuse('workbin_not_yours', 'It rests in no workbin.');
  if (actor.kind === 'user' && reachesWorkbin(actor, interaction.workbin, sessionOf(ask), centre))
    return null;
  if (ask.unexplained) return UNEXPLAINED;
  const withheld = withheldTray(actor, interaction.workbin, sessionOf(ask), centre);
  return withheld !== undefined
    ? without(withheld, ask)
    : refuse(
        'workbin_not_yours',
        `${describeWorkbin(interaction.workbin)} is not yours, and you do not supervise its owner.`,
        {
          workbin: interaction.workbin.type,
          owner: interaction.workbin.owner.id,
        },
      );
};

/** The tray it rests in is theirs, alone or as one of a group. */
export const ownsItsWorkbin: StandingCheck = (ask) => {
  const { actor, interaction, centre } = ask;
  if (interaction.workbin !== undefined && ownsWorkbin(actor, interaction.workbin, sessionOf(ask), centre))
    return null;
  return (
    reachesItsWorkbin(ask) ?? refuse('workbin_not_yours', 'You watch over its workbin, and share it not.')
  );
};

/** Nobody of those who share the tray has opened it there yet. */
export const isUnopenedYet: StandingCheck = ({ interaction }) =>
  isUnopened(interaction)
    ? null
    : refuse('wrong_state', `${interaction.openedBy ?? 'Somebody'} has opened this in its workbin already.`, {
        state: interaction.state,
      });

/** Put it to sleep from their own desk, with no tray to lay it in: it stays theirs to take up again until it wakes. */
export const sentItToSleep: StandingCheck = ({ actor, interaction }) =>
  isAsleepFor(actor, interaction)
    ? null
    : refuse('not_permitted', `${actorName(actor)} did not put this to sleep.`);

/** Serves the queue it waits in and may choose from it, or supervises the queue. */
export const mayPickFromQueue: StandingCheck = either(
  all(hasPrivilege('pull-from-queue'), ({ actor, interaction, centre }) =>
    interaction.workbin === undefined &&
    actor.kind === 'user' &&
    servesQueue(actor.id, interaction.queue, centre)
      ? null
      : refuse('not_permitted', `${actorName(actor)} does not serve the queue "${interaction.queue}".`),
  ),
  isSupervisor,
);

/** May take it from where it lies, past the routing. */
export const mayOpenFromHistory: StandingCheck = (ask) => {
  const { actor, interaction, centre } = ask;
  if (opensFromHistory(actor, interaction, centre)) return null;
  if (ask.unexplained) return UNEXPLAINED;
  const withheld = withheldHistory(actor, interaction, centre);
  return withheld === undefined
    ? refuse('not_permitted', `${actorName(actor)} may not open this from the history.`)
    : without(withheld, ask);
};

/** May see it at all. */
export const maySee: StandingCheck = (ask) =>
  sees(ask.actor, ask.interaction, sessionOf(ask), ask.centre)
    ? null
    : refuse('not_permitted', `${actorName(ask.actor)} may not see this interaction.`);

/** Waits or lies in nobody's hands, may be seen, and may be finished from there without being taken up. */
export const mayFinishFromHistory: StandingCheck = all(
  ({ interaction: { state } }) =>
    state === 'Queued' || state === 'InWorkbin'
      ? null
      : refuse('wrong_state', 'Only what waits or lies with nobody is finished from the history.', { state }),
  maySee,
  hasPrivilege('mark-done-from-history'),
);
