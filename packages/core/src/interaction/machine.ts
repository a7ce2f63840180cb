/**
 * The life of an interaction.
 *
 *   submit ─▶ Queued ─ invite ─▶ Invited ─ accept ─▶ Processing ─ complete ─▶ Done
 *               ▲ ▲ reject, revoke ┘                  │  ▲   │
 *               │ └───────── moveToQueue, revoke ─────┤  │   └ transfer ─▶ Transferring ─ accept ─▶ Processing
 *               │                      placeInWorkbin ▼  │ pull
 *               └────────── moveToQueue ─────────── InWorkbin ◀─ wake ─ Snoozed
 *
 * What XState calls an *event* is a command here: somebody's wish. A guard names a rule of `rules.ts`, an action names
 * what then happened (`happened.ts`). There is no `after` and no `invoke`: time passes only as a command with a later
 * `now`, so a restart loses no timer. Where two transitions stand under one command, the first whose rule says yes is
 * taken.
 *
 * `seenIn` and `timer` say, for every state that is not final, where people find the interaction and what moves it if
 * nobody does: no state is without an exit.
 */
import { emit, setup } from 'xstate';
import type { InteractionCommand } from '../commands.ts';
import type { Standing } from './ask.ts';
import { type HappenedName, happened } from './happened.ts';
import { rules, verdict } from './rules.ts';

/** Where people find an interaction in a state, and which stored deadline ends the state by itself. */
export interface StateMeta {
  readonly seenIn: 'queue' | 'desk' | 'workbin' | 'workbin or queue' | 'history';
  readonly timer?: 'invite' | 'handling' | 'wake';
}

type Emitted = { readonly type: HappenedName; readonly data: unknown };
type Input = { readonly context: Standing; readonly event: InteractionCommand };

/** Guards and actions are the same functions that `decide` calls, under the names the machine uses. */
const guards = mapNames(
  rules,
  (name) =>
    ({ context, event }: Input) =>
      verdict(name, { ...context, command: event }) === null,
);
const actions = mapNames(happened, (name) =>
  emit<Standing, InteractionCommand, undefined, InteractionCommand, Emitted>(({ context, event }) => ({
    type: name,
    data: happened[name]({ ...context, command: event } as never),
  })),
);

function mapNames<N extends string, V>(
  named: Readonly<Record<N, unknown>>,
  value: (name: N) => V,
): Record<N, V> {
  return Object.fromEntries((Object.keys(named) as N[]).map((name) => [name, value(name)])) as Record<N, V>;
}

const life = setup({
  types: {
    context: {} as Standing,
    events: {} as InteractionCommand,
    emitted: {} as Emitted,
    meta: {} as StateMeta,
  },
  guards,
  actions,
});

/** Changes that leave an interaction where it is. */
const edits = {
  attachUserData: { guard: 'mayAttach', actions: 'UserDataAttached' },
  updateUserData: { guard: 'mayUpdate', actions: 'UserDataUpdated' },
  deleteUserData: { guard: 'mayDelete', actions: 'UserDataDeleted' },
  updateProperties: { guard: 'mayChange', actions: 'PropertiesUpdated' },
  setDisposition: { guard: 'mayChoose', actions: 'DispositionSet' },
  addNote: { guard: 'mayNote', actions: 'NoteAdded' },
} as const;

/** What a team lead may do to work that is in nobody's hands. */
const oversight = {
  hold: { target: 'Held', guard: 'mayHold', actions: 'InteractionHeld' },
  cancel: { target: 'Cancelled', guard: 'mayCancel', actions: 'InteractionCancelled' },
} as const;

export const interactionMachine = life.createMachine({
  id: 'interaction',
  context: ({ input }) => input as Standing,
  initial: 'New',
  states: {
    /** Not yet in the house: the only wish it can hear is to be let in. */
    New: {
      meta: { seenIn: 'history' },
      on: { submit: { target: 'Queued', guard: 'mayBringIn', actions: 'InteractionSubmitted' } },
    },

    /** Waits in a queue until the router offers it to somebody. */
    Queued: {
      meta: { seenIn: 'queue' },
      on: {
        ...edits,
        ...oversight,
        invite: { target: 'Invited', guard: 'mayOffer', actions: 'AgentInvited' },
        pull: { target: 'Processing', guard: 'mayTakeFromQueue', actions: 'InteractionPulled' },
        moveToQueue: { target: 'Queued', guard: 'mayRequeue', actions: 'MovedToQueue' },
        moveToWorkbin: { target: 'InWorkbin', guard: 'mayMoveFromQueue', actions: 'MovedToWorkbin' },
        snooze: { target: 'Snoozed', guard: 'maySnoozeInQueue', actions: 'InteractionSnoozed' },
        complete: { target: 'Done', guard: 'mayFinishForOthers', actions: 'InteractionCompleted' },
        applyRules: [
          { target: 'Held', guard: 'mayFailByRules', actions: 'RulesFailed' },
          { target: 'Cancelled', guard: 'mayRejectByRules', actions: 'TaskRejected' },
          { target: 'Snoozed', guard: 'mayPutOffByRules', actions: 'ActivationAwaited' },
          { target: 'Queued', guard: 'mayApplyRules', actions: 'RulesApplied' },
        ],
      },
    },

    /** Offered to one agent, who has until the invitation runs out. */
    Invited: {
      meta: { seenIn: 'desk', timer: 'invite' },
      on: {
        ...edits,
        ...oversight,
        accept: { target: 'Processing', guard: 'mayAccept', actions: 'InteractionAccepted' },
        reject: { target: 'Queued', guard: 'mayDecline', actions: 'InviteRejected' },
        revoke: { target: 'Queued', guard: 'mayTakeBackOffer', actions: 'InviteRevoked' },
        moveToQueue: { target: 'Queued', guard: 'mayRequeue', actions: 'MovedToQueue' },
        moveToWorkbin: { target: 'InWorkbin', guard: 'mayMoveFromQueue', actions: 'MovedToWorkbin' },
      },
    },

    /** On one agent's desk. */
    Processing: {
      meta: { seenIn: 'desk', timer: 'handling' },
      on: {
        ...edits,
        setInFocus: { guard: 'mayFocus', actions: 'FocusSet' },
        placeInWorkbin: { target: 'InWorkbin', guard: 'mayPutAside', actions: 'PlacedInWorkbin' },
        reportReply: { target: 'InWorkbin', guard: 'mayReportReply', actions: 'ReplySent' },
        snooze: { target: 'Snoozed', guard: 'maySnoozeFromDesk', actions: 'InteractionSnoozed' },
        transfer: [
          { target: 'Queued', guard: 'mayTransferByRouting', actions: 'TransferRouted' },
          { target: 'Transferring', guard: 'mayTransfer', actions: 'TransferOffered' },
        ],
        moveToQueue: { target: 'Queued', guard: 'mayGiveToQueue', actions: 'MovedToQueue' },
        complete: { target: 'Done', guard: 'mayFinish', actions: 'InteractionCompleted' },
        cancel: { target: 'Cancelled', guard: 'mayCancel', actions: 'InteractionCancelled' },
        revoke: [
          { target: 'InWorkbin', guard: 'mayReturnToTray', actions: 'WorkReturnedToWorkbin' },
          { target: 'Queued', guard: 'mayReturnToQueue', actions: 'WorkReturnedToQueue' },
        ],
      },
    },

    /**
     * On one agent's desk and offered to a colleague. Until the colleague accepts, it stays where it is, unless its agent
     * is gone meanwhile: then it goes where the work of agents who are gone goes.
     */
    Transferring: {
      meta: { seenIn: 'desk', timer: 'invite' },
      on: {
        ...edits,
        accept: { target: 'Processing', guard: 'mayAccept', actions: 'TransferAccepted' },
        reject: { target: 'Processing', guard: 'mayDecline', actions: 'TransferRejected' },
        revoke: [
          { target: 'InWorkbin', guard: 'mayReturnAbandonedToTray', actions: 'WorkReturnedToWorkbin' },
          { target: 'Queued', guard: 'mayReturnAbandonedToQueue', actions: 'WorkReturnedToQueue' },
          { target: 'Processing', guard: 'mayTakeBackTransfer', actions: 'TransferRevoked' },
        ],
        cancel: { target: 'Cancelled', guard: 'mayCancel', actions: 'InteractionCancelled' },
      },
    },

    /** Put aside in a tray, to be taken up in any order by whoever shares the tray. */
    InWorkbin: {
      meta: { seenIn: 'workbin' },
      on: {
        ...edits,
        ...oversight,
        pull: { target: 'Processing', guard: 'mayTakeFromTray', actions: 'InteractionPulled' },
        moveToWorkbin: { target: 'InWorkbin', guard: 'mayMoveFromTray', actions: 'MovedToWorkbin' },
        moveToQueue: { target: 'Queued', guard: 'mayQueueFromTray', actions: 'MovedToQueue' },
        snooze: { target: 'Snoozed', guard: 'maySnoozeInTray', actions: 'InteractionSnoozed' },
        complete: { target: 'Done', guard: 'mayFinishInTray', actions: 'InteractionCompleted' },
        setInFocus: { guard: 'mayOpenInTray', actions: 'OpenedInWorkbin' },
      },
    },

    /** Asleep in its tray (or queue) until a chosen moment; may be woken or taken up earlier. */
    Snoozed: {
      meta: { seenIn: 'workbin or queue', timer: 'wake' },
      on: {
        ...edits,
        ...oversight,
        wake: [
          { target: 'InWorkbin', guard: 'mayWakeInTray', actions: 'WokeInWorkbin' },
          { target: 'Queued', guard: 'mayWakeInQueue', actions: 'WokeInQueue' },
        ],
        pull: { target: 'Processing', guard: 'mayTakeFromTray', actions: 'InteractionPulled' },
        moveToWorkbin: { target: 'InWorkbin', guard: 'mayMoveFromTray', actions: 'MovedToWorkbin' },
        moveToQueue: { target: 'Queued', guard: 'mayQueueFromTray', actions: 'MovedToQueue' },
        snooze: { target: 'Snoozed', guard: 'maySnoozeInTray', actions: 'InteractionSnoozed' },
        complete: { target: 'Done', guard: 'mayFinishInTray', actions: 'InteractionCompleted' },
      },
    },

    /** Stopped by a team lead where it was; nothing is offered or moved until it is resumed. */
    Held: {
      meta: { seenIn: 'workbin or queue' },
      on: {
        ...edits,
        resume: [
          { target: 'InWorkbin', guard: 'mayResumeInTray', actions: 'ResumedInWorkbin' },
          { target: 'Queued', guard: 'mayResumeInQueue', actions: 'ResumedInQueue' },
        ],
        cancel: { target: 'Cancelled', guard: 'mayCancel', actions: 'InteractionCancelled' },
        complete: { target: 'Done', guard: 'mayFinishForOthers', actions: 'InteractionCompleted' },
      },
    },

    /** Finished, and out of every queue and tray. Its history stays. */
    Done: {
      meta: { seenIn: 'history' },
      on: {
        reopen: { target: 'Processing', guard: 'mayReopen', actions: 'InteractionReopened' },
        restart: { target: 'Queued', guard: 'mayRestart', actions: 'InteractionRestarted' },
      },
    },

    /** Ended without being done. */
    Cancelled: {
      meta: { seenIn: 'history' },
      on: { restart: { target: 'Queued', guard: 'mayRestart', actions: 'InteractionRestarted' } },
    },
  },
});
