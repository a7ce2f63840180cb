/**
 * What happened when a command was granted: one function per kind of event, from what was asked to what is recorded.
 * The record must be enough to rebuild the interaction without the configuration of that day (`evolve.ts`).
 */
import { actorName } from '../actor.ts';
import type { InteractionCommands } from '../commands.ts';
import { offeredThrough } from '../routing/offered-through.ts';
import type { Task } from '../rules/task.ts';
import type { WorkbinRef } from '../workbin/workbin.ts';
import type { Ask } from './ask.ts';
import { autoAnswer } from './auto-answer.ts';
import { recordedWith } from './disposition.ts';
import { dispositionSet } from './finishing.ts';
import { lastAgentOf, trayFor, trayForLater } from './putting-aside.ts';
import { queueMeant } from './queue-meant.ts';
import { captured, outcomeOf, resultOf, updatedTask } from './ruling.ts';
import { isRouted, routed, targetOf } from './through-routing.ts';
import { excludedUntil, handleUntil, inviteUntil } from './timing.ts';

type On<K extends keyof InteractionCommands> = Ask<InteractionCommands[K]>;

/** Every sign of life of its agent restarts the handling time. Source: Genesys Interaction Server, pulled interactions. */
const restartedHandling = (ask: Ask): { handleUntil?: number } =>
  ask.actor.kind === 'user' && ask.actor.id === ask.interaction.handler
    ? { handleUntil: handleUntil(ask.interaction, ask.now, ask.centre) }
    : {};

const onDeskOf = (agentId: string, ask: Ask) => ({
  agentId,
  handleUntil: handleUntil(ask.interaction, ask.now, ask.centre),
});
const given = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

const originOf = ({ interaction }: Ask) =>
  given({ fromWorkbin: interaction.workbin, fromAgent: interaction.handler });
const invitee = ({ interaction }: Ask) => interaction.invitation?.agentId ?? '';
/** An offer, and how it answers itself if it does. */
function offerTo(agentId: string, { interaction, now, centre }: Ask) {
  const until = inviteUntil(interaction, now, centre);
  return {
    agentId,
    until,
    ...given({ autoAnswer: autoAnswer(agentId, interaction, { now, until }, centre) }),
  };
}

function putAside({ command, actor, interaction, centre }: On<'placeInWorkbin'> | On<'reportReply'>) {
  const workbin = trayFor(command, actor, interaction, centre);
  if (workbin === undefined)
    throw new Error('Work was put aside without a workbin for it: the rule let it pass.');
  return workbin;
}

/** Whoever puts work into a tray of their own has seen it; to those who share one it is news. */
const seenBy = ({ actor }: Ask, { owner }: WorkbinRef): { openedBy?: string } =>
  actor.kind === 'user' && owner.kind === 'Agent' && owner.id === actor.id ? { openedBy: actor.id } : {};

function queueOf(ask: On<'submit'> | On<'moveToQueue'>): string {
  const queue = queueMeant(ask);
  if (queue === undefined) throw new Error('Work went to a queue that nobody named: the rule let it pass.');
  return queue;
}

/** The contact whose last agent is noted: as the command says, or else as the options do. */
const noted = (ask: On<'placeInWorkbin'>): string | undefined => {
  const { saveLastAgent } = ask.command;
  if (saveLastAgent === undefined) return lastAgentOf(ask);
  return saveLastAgent ? ask.interaction.contactId : undefined;
};

/** Taking work takes a person: the rules that let an event happen have said so. */
const taker = ({ actor }: Ask) => actorName(actor);

/** After the rules, whatever came of them. */
function taskAfter(ask: Ask): Task {
  const outcome = outcomeOf(ask);
  return 'result' in outcome ? outcome.result.task : outcome.task;
}

export const happened = {
  InteractionSubmitted: (ask: On<'submit'>) => {
    const { command, actor, now, centre, lastAgent } = ask;
    return {
      mediaType: command.mediaType,
      queue: queueOf(ask),
      priority: command.priority ?? 0,
      userData: command.userData,
      submittedBy: actorName(actor),
      receivedAt: command.receivedAt ?? now,
      ...given({
        interactionType: command.interactionType,
        externalId: command.externalId,
        dueAt: command.dueAt,
        contactId: command.contactId,
        // Whoever has left the contact centre since is nobody's to wait for.
        preferredAgent: lastAgent !== undefined && centre.agents.has(lastAgent) ? lastAgent : undefined,
        task: captured(ask),
      }),
    };
  },

  AgentInvited: (ask: On<'invite'>) => ({
    ...offerTo(ask.command.agentId, ask),
    ...offeredThrough(ask),
  }),
  InteractionAccepted: (ask: On<'accept'>) => onDeskOf(invitee(ask), ask),
  InviteRejected: (ask: On<'reject'>) => ({
    agentId: invitee(ask),
    excludedUntil: excludedUntil(ask.now, ask.centre),
    ...given({ reason: ask.command.reason }),
  }),
  InviteRevoked: (ask: On<'revoke'>) => ({
    agentId: invitee(ask),
    reason: ask.command.reason,
    ...(ask.command.reason === 'inviteTimeout' || ask.command.reason === 'supervisor'
      ? { excludedUntil: excludedUntil(ask.now, ask.centre) }
      : {}),
  }),

  PlacedInWorkbin: (ask: On<'placeInWorkbin'>) => ({
    workbin: putAside(ask),
    ...seenBy(ask, putAside(ask)),
    ...originOf(ask),
    ...given({ lastAgentOf: noted(ask) }),
  }),
  ReplySent: (ask: On<'reportReply'>) => ({
    workbin: putAside(ask),
    ...seenBy(ask, putAside(ask)),
    ...originOf(ask),
    ...given({ replyId: ask.command.replyId, lastAgentOf: lastAgentOf(ask) }),
  }),
  InteractionPulled: (ask: On<'pull'>) => ({
    ...onDeskOf(taker(ask), ask),
    ...originOf(ask),
    ...given({ nickname: ask.command.nickname }),
  }),
  MovedToWorkbin: (ask: On<'moveToWorkbin'>) => ({
    workbin: ask.command.workbin,
    ...seenBy(ask, ask.command.workbin),
    ...originOf(ask),
  }),
  MovedToQueue: (ask: On<'moveToQueue'>) => {
    const queue = queueOf(ask);
    const target = { kind: 'Queue', id: queue } as const;
    return { ...(isRouted(target, ask) ? routed(target, ask) : { queue }), ...originOf(ask) };
  },

  TransferRouted: (ask: On<'transfer'>) => {
    const target = targetOf(ask.command);
    return {
      ...routed(target, ask),
      ...originOf(ask),
      // Intray's own router offers it to whom it was meant for, if they are free.
      ...given({ preferredAgent: target.kind === 'Agent' ? target.id : undefined }),
    };
  },
  TransferOffered: (ask: On<'transfer'>) => ({
    ...offerTo(ask.command.agentId ?? '', ask),
    ...restartedHandling(ask),
  }),
  TransferAccepted: (ask: On<'accept'>) => ({ ...onDeskOf(invitee(ask), ask), ...originOf(ask) }),
  TransferRejected: (ask: On<'reject'>) => ({
    agentId: invitee(ask),
    ...given({ reason: ask.command.reason }),
  }),
  TransferRevoked: (ask: On<'revoke'>) => ({ agentId: invitee(ask), reason: ask.command.reason }),

  WorkReturnedToWorkbin: (ask: On<'revoke'>) => {
    const agentId = ask.interaction.handler ?? '';
    const workbin = trayForLater(ask.interaction, agentId, ask.centre);
    if (workbin === undefined)
      throw new Error('Work went back to a workbin that is not configured: the rule let it pass.');
    return { agentId, workbin, reason: ask.command.reason };
  },
  WorkReturnedToQueue: ({ interaction, command }: On<'revoke'>) => ({
    agentId: interaction.handler ?? '',
    queue: interaction.queue,
    reason: command.reason,
  }),

  InteractionCompleted: (ask: On<'complete'>) => {
    const disposition = dispositionSet(ask);
    return {
      ...originOf(ask),
      ...given({ disposition, lastAgentOf: lastAgentOf(ask) }),
      ...(disposition === undefined ? {} : recordedWith(disposition, ask)),
    };
  },
  InteractionReopened: (ask: On<'reopen'>) => onDeskOf(taker(ask), ask),
  InteractionRestarted: ({ command, interaction }: On<'restart'>) => ({
    queue: command.queue ?? interaction.queue,
  }),

  RulesFailed: (ask: On<'applyRules'>) => ({ task: taskAfter(ask) }),
  TaskRejected: (ask: On<'applyRules'>) => ({ task: taskAfter(ask) }),
  ActivationAwaited: (ask: On<'applyRules'>) => {
    const result = resultOf(ask);
    return { ...result, wakeAt: result.task.activateAt ?? ask.now };
  },
  RulesApplied: (ask: On<'applyRules'>) => resultOf(ask),

  InteractionHeld: ({ command }: On<'hold'>) => given({ reason: command.reason }),
  ResumedInWorkbin: () => ({}),
  ResumedInQueue: () => ({}),
  InteractionCancelled: (ask: On<'cancel'>) => ({
    ...originOf(ask),
    ...given({ reason: ask.command.reason }),
  }),

  InteractionSnoozed: (ask: On<'snooze'>) => {
    const { command, interaction, centre } = ask;
    const own =
      interaction.handler === undefined ? undefined : trayForLater(interaction, interaction.handler, centre);
    const workbin = command.workbin ?? interaction.workbin ?? own;
    return {
      wakeAt: command.wakeAt,
      ...originOf(ask),
      ...given({ workbin, preferredAgent: workbin === undefined ? interaction.handler : undefined }),
    };
  },
  WokeInWorkbin: () => ({}),
  WokeInQueue: () => ({}),

  UserDataAttached: (ask: On<'attachUserData'>) => ({
    userData: ask.command.userData,
    ...restartedHandling(ask),
  }),
  UserDataUpdated: (ask: On<'updateUserData'>) => ({
    userData: ask.command.userData,
    ...restartedHandling(ask),
  }),
  UserDataDeleted: (ask: On<'deleteUserData'>) => ({ keys: ask.command.keys, ...restartedHandling(ask) }),
  PropertiesUpdated: (ask: On<'updateProperties'>) => ({
    ...given({
      priority: ask.command.priority,
      dueAt: ask.command.dueAt,
      contactId: ask.command.contactId,
      task: ask.command.task && updatedTask(ask.command.task),
    }),
    ...restartedHandling(ask),
  }),
  DispositionSet: (ask: On<'setDisposition'>) => ({
    disposition: ask.command.disposition,
    ...recordedWith(ask.command.disposition, ask),
    ...restartedHandling(ask),
  }),
  NoteAdded: (ask: On<'addNote'>) => ({ text: ask.command.text, ...restartedHandling(ask) }),
  FocusSet: (ask: On<'setInFocus'>) => ({ agentId: taker(ask), ...restartedHandling(ask) }),
  OpenedInWorkbin: (ask: On<'setInFocus'>) => ({ agentId: taker(ask) }),
} as const;

export type HappenedName = keyof typeof happened;
/** Every kind of event that an interaction may have. */
export const INTERACTION_EVENT_TYPES = Object.keys(happened) as readonly HappenedName[];
/** What is recorded with each kind of interaction event. */
export type Happened = { [K in HappenedName]: ReturnType<(typeof happened)[K]> };
