/**
 * Every rule of the machine, by name. A rule has two halves: `standing` asks who wants it, `request` asks with what.
 * Both halves must say yes; `allowed` asks only the first. The machine's guard is "the rule's verdict is null", and
 * the refusal that people read is the verdict itself, so the two can never disagree.
 */
import type { InteractionCommand, InteractionCommands, InteractionCommandType } from '../commands.ts';
import type { Ask, Verdict } from './ask.ts';
import { answersItself, mayBeDeclined } from './auto-answer.ts';
import * as finishing from './finishing.ts';
import * as request from './requests.ts';
import {
  all,
  either,
  hasPrivilege,
  isHandler,
  isInvitee,
  isLoggedOn,
  isRouter,
  isSupervisor,
  isTimer,
  mayOpenFromHistory,
  mayPickFromQueue,
  maySee,
  offerStands,
  reachesItsWorkbin,
  type StandingCheck,
  sentItToSleep,
} from './standing.ts';
import * as takingBack from './taking-back.ts';
import { goesThroughRouting, namesOneTarget, routedMoveFits } from './through-routing.ts';
import { dataFits } from './user-data-limits.ts';

export interface Rule {
  readonly standing: StandingCheck;
  readonly request: (ask: Ask) => Verdict;
}

/** A rule for one kind of command. The machine uses it only there, which `machine.test.ts` holds. */
function rule<K extends InteractionCommandType>(
  standing: StandingCheck,
  ...requests: readonly ((ask: Ask<InteractionCommands[K]>) => Verdict)[]
): Rule {
  return {
    standing,
    request: (ask) => {
      for (const check of requests) {
        const refusal = check(ask as Ask<InteractionCommands[K]>);
        if (refusal) return refusal;
      }
      return null;
    },
  };
}

/** Whose it is while it lies somewhere: the tray's owner, the agent who sent it to sleep, and who watches over them. */
const ownsOrSupervises = either(either(reachesItsWorkbin, sentItToSleep), isSupervisor);
/** On their desk, in a tray they reach, or under their supervision. */
const hasItOrWatches = either(isHandler, ownsOrSupervises);
const timerOrSupervisor = either(isTimer, isSupervisor);
const timerOrOwner = either(isTimer, ownsOrSupervises);
const finishes = [
  finishing.dispositionPermitted,
  request.dispositionKnown,
  finishing.dispositionGiven,
] as const;

const editedDataFits = ({
  interaction,
  command,
}: Ask<InteractionCommands['attachUserData' | 'updateUserData']>) =>
  dataFits(interaction.userData, command.userData);

export const rules = {
  mayBringIn: rule<'submit'>(
    hasPrivilege('submit'),
    request.mediaTypeKnown,
    request.queueKnown,
    ({ command }) => dataFits({}, command.userData),
  ),

  mayOffer: rule<'invite'>(either(isRouter, isSupervisor), request.canBeInvited),
  mayAccept: rule<'accept'>(
    all(either(all(isInvitee, isLoggedOn), all(isTimer, answersItself)), offerStands),
    request.ticketCurrent,
  ),
  mayDecline: rule<'reject'>(all(isInvitee, hasPrivilege('decline'), mayBeDeclined), request.ticketCurrent),
  mayTakeBackOffer: rule<'revoke'>(timerOrSupervisor, takingBack.offerEnds),
  mayTakeBackTransfer: rule<'revoke'>(either(timerOrSupervisor, isHandler), takingBack.offerEnds),
  mayReturnAbandonedToTray: rule<'revoke'>(isTimer, takingBack.originIsGone, takingBack.returnsToTray),
  mayReturnAbandonedToQueue: rule<'revoke'>(isTimer, takingBack.originIsGone, takingBack.isTakenAway),
  mayReturnToTray: rule<'revoke'>(timerOrSupervisor, takingBack.handlingEnds, takingBack.returnsToTray),
  mayReturnToQueue: rule<'revoke'>(timerOrSupervisor, takingBack.handlingEnds, takingBack.isTakenAway),

  mayPutAside: rule<'placeInWorkbin'>(all(isHandler, hasPrivilege('use-workbins')), request.trayTakes),
  mayTakeFromTray: rule<'pull'>(all(isLoggedOn, either(ownsOrSupervises, mayOpenFromHistory))),
  mayTakeFromQueue: rule<'pull'>(all(isLoggedOn, either(mayPickFromQueue, mayOpenFromHistory))),
  mayMoveFromTray: rule<'moveToWorkbin'>(ownsOrSupervises, request.trayTakes),
  mayMoveFromQueue: rule<'moveToWorkbin'>(isSupervisor, request.trayTakes),

  mayGiveToQueue: rule<'moveToQueue'>(
    either(all(isHandler, hasPrivilege('move-to-queue')), isSupervisor),
    request.queueKnown,
    routedMoveFits,
  ),
  mayQueueFromTray: rule<'moveToQueue'>(
    either(all(either(reachesItsWorkbin, sentItToSleep), hasPrivilege('move-to-queue')), isSupervisor),
    request.queueKnown,
  ),
  mayRequeue: rule<'moveToQueue'>(isSupervisor, request.queueKnown),
  mayTransferByRouting: rule<'transfer'>(
    all(isHandler, hasPrivilege('transfer')),
    namesOneTarget,
    goesThroughRouting,
  ),
  mayTransfer: rule<'transfer'>(
    all(isHandler, hasPrivilege('transfer')),
    namesOneTarget,
    request.canBeTransferredTo,
  ),

  mayFinish: rule<'complete'>(all(isHandler, hasPrivilege('mark-done')), ...finishes),
  mayFinishInTray: rule<'complete'>(
    either(all(either(reachesItsWorkbin, sentItToSleep), hasPrivilege('mark-done')), isSupervisor),
    ...finishes,
  ),
  mayFinishForOthers: rule<'complete'>(isSupervisor, ...finishes),
  mayReopen: rule<'reopen'>(all(isLoggedOn, maySee, hasPrivilege('reopen'))),
  mayRestart: rule<'restart'>(isSupervisor, request.restartQueueKnown),

  mayHold: rule<'hold'>(isSupervisor),
  mayResumeInTray: rule<'resume'>(isSupervisor, request.trayIsThere),
  mayResumeInQueue: rule<'resume'>(isSupervisor),
  mayCancel: rule<'cancel'>(isSupervisor),

  maySnoozeFromDesk: rule<'snooze'>(all(isHandler, hasPrivilege('use-workbins')), request.wakesLater),
  maySnoozeInTray: rule<'snooze'>(ownsOrSupervises, request.wakesLater),
  maySnoozeInQueue: rule<'snooze'>(isSupervisor, request.wakesLater),
  mayWakeInTray: rule<'wake'>(timerOrOwner, request.isTimeToWake, request.trayIsThere),
  mayWakeInQueue: rule<'wake'>(timerOrOwner, request.isTimeToWake),

  mayAttach: rule<'attachUserData'>(hasItOrWatches, editedDataFits),
  mayUpdate: rule<'updateUserData'>(hasItOrWatches, editedDataFits),
  mayDelete: rule<'deleteUserData'>(hasItOrWatches),
  mayNote: rule<'addNote'>(hasItOrWatches),
  mayChoose: rule<'setDisposition'>(
    all(hasItOrWatches, hasPrivilege('set-disposition')),
    request.dispositionKnown,
  ),
  mayChange: rule<'updateProperties'>(hasItOrWatches),
  mayFocus: rule<'setInFocus'>(isHandler),
} as const satisfies Record<string, Rule>;

export type RuleName = keyof typeof rules;

export const verdict = (name: RuleName, ask: Ask<InteractionCommand>): Verdict =>
  rules[name].standing(ask) ?? rules[name].request(ask);
