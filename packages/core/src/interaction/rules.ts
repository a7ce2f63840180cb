/**
 * Every rule of the machine, by name. A rule has two halves: `standing` asks who wants it, `request` asks with what.
 * Both halves must say yes; `allowed` asks only the first. The machine's guard is "the rule's verdict is null", and
 * the refusal that people read is the verdict itself, so the two can never disagree.
 */

import type { Privilege } from '../access/privileges.ts';
import type { InteractionCommand, InteractionCommands, InteractionCommandType } from '../commands.ts';
import { strategySendsThere } from '../routing/sends.ts';
import type { Ask, Verdict } from './ask.ts';
import { answersItself, mayBeDeclined } from './auto-answer.ts';
import { dispositionFits, dispositionKnown, dispositionOpen } from './disposition.ts';
import * as finishing from './finishing.ts';
import { valuesListed } from './listed-values.ts';
import { queueKnown } from './queue-meant.ts';
import * as request from './requests.ts';
import * as ruling from './ruling.ts';
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
  isUnopenedYet,
  leads,
  mayFinishFromHistory,
  mayOpenFromHistory,
  mayPickFromQueue,
  maySee,
  offerStands,
  orLeads,
  ownsItsWorkbin,
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

/** Whose it is while it lies somewhere, to do this with it: who shares the tray, and the agent who sent it to sleep. */
const itsOwner = (privilege: Privilege) =>
  all(either(ownsItsWorkbin, sentItToSleep), hasPrivilege(privilege));
/** Who may take it from where it lies, if they may take work of the medium at all. */
const takesIt = either(either(reachesItsWorkbin, sentItToSleep), isSupervisor);
const onTheirDesk = (privilege: Privilege) => all(isHandler, hasPrivilege(privilege));
/** On their desk, or in a tray they share. */
const theirs = either(onTheirDesk('handle'), itsOwner('handle'));
const theirsOrWatched = either(theirs, isSupervisor);
const takesBack = orLeads(isTimer, 'take-back');
const wakes = orLeads(either(isTimer, itsOwner('handle')), 'resume');
const editsData = orLeads(theirs, 'manage-case-data');
const finishes = [
  finishing.dispositionPermitted,
  dispositionKnown,
  finishing.dispositionGiven,
  finishing.actionsDone,
  finishing.completionFits,
] as const;

/** Rules are applied by Intray itself when work comes in or it is time, and by whoever watches over the work. */
const byRules = (kind: Parameters<typeof ruling.rulesComeTo>[0]): Rule =>
  rule<'applyRules'>(
    all(ruling.isTask, either(leads('update'), either(isRouter, isTimer))),
    ruling.rulesAreDue,
    ruling.rulesComeTo(kind),
  );

const editedDataFits = ({
  interaction,
  command,
}: Ask<InteractionCommands['attachUserData' | 'updateUserData']>) =>
  dataFits(interaction.userData, command.userData);

export const rules = {
  mayBringIn: rule<'submit'>(
    hasPrivilege('submit'),
    request.mediaTypeKnown,
    queueKnown,
    ruling.taskFits,
    ({ command }) => dataFits({}, command.userData),
  ),

  mayOffer: rule<'invite'>(orLeads(isRouter, 'assign'), request.canBeInvited),
  mayAccept: rule<'accept'>(
    all(either(all(isInvitee, isLoggedOn, hasPrivilege('handle')), all(isTimer, answersItself)), offerStands),
    request.ticketCurrent,
  ),
  mayDecline: rule<'reject'>(all(isInvitee, hasPrivilege('decline'), mayBeDeclined), request.ticketCurrent),
  mayTakeBackOffer: rule<'revoke'>(takesBack, takingBack.offerEnds),
  mayTakeBackTransfer: rule<'revoke'>(orLeads(either(isTimer, isHandler), 'take-back'), takingBack.offerEnds),
  mayReturnAbandonedToTray: rule<'revoke'>(isTimer, takingBack.originIsGone, takingBack.returnsToTray),
  mayReturnAbandonedToQueue: rule<'revoke'>(isTimer, takingBack.originIsGone, takingBack.isTakenAway),
  mayReturnToTray: rule<'revoke'>(takesBack, takingBack.handlingEnds, takingBack.returnsToTray),
  mayReturnToQueue: rule<'revoke'>(takesBack, takingBack.handlingEnds, takingBack.isTakenAway),

  mayPutAside: rule<'placeInWorkbin'>(onTheirDesk('move-to-workbin'), request.trayTakes),
  mayReportReply: rule<'reportReply'>(
    onTheirDesk('move-to-workbin'),
    request.canBeReplied,
    request.trayTakes,
  ),
  mayTakeFromTray: rule<'pull'>(all(isLoggedOn, hasPrivilege('handle'), either(takesIt, mayOpenFromHistory))),
  mayTakeFromQueue: rule<'pull'>(
    all(isLoggedOn, hasPrivilege('handle'), either(mayPickFromQueue, mayOpenFromHistory)),
  ),
  mayMoveFromTray: rule<'moveToWorkbin'>(
    orLeads(itsOwner('move-to-workbin'), 'manage-move-to-workbin'),
    request.trayTakes,
  ),
  mayMoveFromQueue: rule<'moveToWorkbin'>(
    orLeads(isRouter, 'manage-move-to-workbin'),
    strategySendsThere,
    request.trayTakes,
  ),

  mayGiveToQueue: rule<'moveToQueue'>(
    orLeads(onTheirDesk('move-to-queue'), 'manage-move-to-queue'),
    queueKnown,
    routedMoveFits,
  ),
  mayQueueFromTray: rule<'moveToQueue'>(
    orLeads(itsOwner('move-to-queue'), 'manage-move-to-queue'),
    queueKnown,
  ),
  mayRequeue: rule<'moveToQueue'>(orLeads(isRouter, 'manage-move-to-queue'), strategySendsThere, queueKnown),
  mayTransferByRouting: rule<'transfer'>(onTheirDesk('transfer'), namesOneTarget, goesThroughRouting),
  mayTransfer: rule<'transfer'>(onTheirDesk('transfer'), namesOneTarget, request.canBeTransferredTo),

  mayFinish: rule<'complete'>(onTheirDesk('mark-done'), ...finishes),
  mayFinishInTray: rule<'complete'>(
    either(orLeads(itsOwner('mark-done'), 'manage-mark-done'), mayFinishFromHistory),
    ...finishes,
  ),
  mayFinishForOthers: rule<'complete'>(either(leads('manage-mark-done'), mayFinishFromHistory), ...finishes),
  mayReopen: rule<'reopen'>(all(isLoggedOn, maySee, hasPrivilege('reopen')), request.comesFromHistory),
  mayRestart: rule<'restart'>(leads('restart'), request.restartQueueKnown),

  mayHold: rule<'hold'>(leads('hold')),
  mayResumeInTray: rule<'resume'>(leads('resume'), request.trayIsThere),
  mayResumeInQueue: rule<'resume'>(
    either(leads('resume'), all(isTimer, ruling.isHeldByError)),
    ruling.isTimeToRetry,
  ),
  mayCancel: rule<'cancel'>(leads('cancel')),

  mayFailByRules: byRules('failed'),
  mayRejectByRules: byRules('rejected'),
  mayPutOffByRules: byRules('putOff'),
  mayApplyRules: byRules('applied'),

  maySnoozeFromDesk: rule<'snooze'>(
    all(onTheirDesk('handle'), hasPrivilege('use-workbins')),
    request.wakesLater,
  ),
  maySnoozeInTray: rule<'snooze'>(orLeads(itsOwner('handle'), 'hold'), request.wakesLater),
  maySnoozeInQueue: rule<'snooze'>(leads('hold'), request.wakesLater),
  mayWakeInTray: rule<'wake'>(wakes, request.isTimeToWake, request.trayIsThere),
  mayWakeInQueue: rule<'wake'>(wakes, request.isTimeToWake),

  mayAttach: rule<'attachUserData'>(editsData, valuesListed, editedDataFits),
  mayUpdate: rule<'updateUserData'>(editsData, valuesListed, editedDataFits),
  mayDelete: rule<'deleteUserData'>(editsData),
  mayNote: rule<'addNote'>(theirsOrWatched),
  mayChoose: rule<'setDisposition'>(
    all(theirsOrWatched, hasPrivilege('set-disposition'), dispositionOpen),
    dispositionKnown,
    (ask) => dispositionFits(ask.command.disposition, ask),
  ),
  mayChange: rule<'updateProperties'>(orLeads(theirs, 'update'), ruling.taskFits),
  mayFocus: rule<'setInFocus'>(onTheirDesk('handle')),
  mayOpenInTray: rule<'setInFocus'>(all(ownsItsWorkbin, hasPrivilege('handle'), isUnopenedYet)),
} as const satisfies Record<string, Rule>;

export type RuleName = keyof typeof rules;

export const verdict = (name: RuleName, ask: Ask<InteractionCommand>): Verdict =>
  rules[name].standing(ask) ?? rules[name].request(ask);
