/**
 * One interaction: an e-mail, a chat, a post, a custom work item, on its way through the house.
 * This record is everything that is known of it; the machine says which `state` may follow which.
 */
import type { Task } from '../rules/task.ts';
import type { Instant, UserData } from '../values.ts';
import type { WorkbinRef } from '../workbin/workbin.ts';

export const INTERACTION_STATES = [
  'New',
  'Queued',
  'Invited',
  'Processing',
  'Transferring',
  'InWorkbin',
  'Snoozed',
  'Held',
  'Done',
  'Cancelled',
] as const;

export type InteractionState = (typeof INTERACTION_STATES)[number];

/** Which way it goes. Outbound is what an agent writes: a draft until it is on its way out. */
export const INTERACTION_TYPES = ['Inbound', 'Outbound', 'Internal'] as const;
export type InteractionType = (typeof INTERACTION_TYPES)[number];

/** An offer that is accepted by itself. */
export interface AutoAnswer {
  readonly at: Instant;
  /** Until then the agent may say no. */
  readonly mayDecline: boolean;
}

/** An offer to one agent. The ticket names this offer and no other, so that a late answer to an old one is refused. */
export interface Invitation {
  readonly agentId: string;
  readonly ticket: number;
  readonly offeredAt: Instant;
  readonly until: Instant;
  readonly autoAnswer?: AutoAnswer;
}

/** An agent who said no (or nothing, or whose lead took the offer back) and is left in peace for a while. */
export interface Exclusion {
  readonly agentId: string;
  readonly until: Instant;
}

/** How it last came to an agent by being offered. Kept through every tray it rests in afterwards. */
export interface Delivery {
  readonly agentId: string;
  readonly queue: string;
  /** The agent group, or the skill expression (`?:` before it), through which the agent was reached; absent if neither was. */
  readonly agentGroup?: string;
  /** The strategy that chose the agent. */
  readonly strategy?: string;
  /** The skills that were asked for when the agent was chosen by them. */
  readonly skills?: string;
  /** The place, where the agent was chosen for sitting at it. */
  readonly place?: string;
  /** Agent group → how often it was offered through that group. */
  readonly perGroup: Readonly<Record<string, number>>;
  /** When the agent took it; absent while they have not answered, or said no. */
  readonly acceptedAt?: Instant;
}

/** Whom a transfer by routing named. */
export interface Requested {
  readonly kind: 'Agent' | 'Queue' | 'AgentGroup' | 'Skill';
  readonly id: string;
}

/** Its last place in a queue or a tray. Stays known while it is in somebody's hands. */
export interface Placement {
  /** The queue, or the tray's key. */
  readonly place: string;
  readonly at: Instant;
  /** When it first came to this place: unchanged when it leaves and comes back to the same one. */
  readonly since: Instant;
}

export interface Interaction {
  readonly id: string;
  readonly externalId?: string;
  readonly mediaType: string;
  /** Inbound if nobody said. */
  readonly interactionType?: InteractionType;
  readonly state: InteractionState;
  /** Grows by one with every event of this interaction. */
  readonly version: number;
  /** The queue it waits in, or the last one it came from. */
  readonly queue: string;
  /** Higher goes first. */
  readonly priority: number;
  readonly dueAt?: Instant;
  readonly contactId?: string;
  readonly userData: UserData;
  readonly disposition?: string;
  readonly noteCount: number;
  /** There if it came in through a capture point. */
  readonly task?: Task;

  /** The agent whose desk it is on: in Processing, and in Transferring until the target accepts. */
  readonly handler?: string;
  readonly invitation?: Invitation;
  readonly exclusions: readonly Exclusion[];
  /** The tray it rests in: InWorkbin, Snoozed, or Held there. */
  readonly workbin?: WorkbinRef;
  /** Who of those the tray belongs to was first to open it there, or put it into their own; absent while nobody was. */
  readonly openedBy?: string;
  /** After a pull: the tray it was taken from (attached to messages as `Workbin` and its owner). */
  readonly pulledFrom?: WorkbinRef;
  /** When the handling time runs out unless its agent does something. Set in Processing and Transferring. */
  readonly handleUntil?: Instant;
  readonly wakeAt?: Instant;
  /** Whose desk it was on when it was put to sleep without a tray: theirs to take up, and offered to them first once awake. */
  readonly preferredAgent?: string;

  /** Whom or what a transfer by routing asked for, for a strategy to follow. */
  readonly requested?: Requested;

  readonly submittedBy: string;
  readonly submittedAt: Instant;
  readonly receivedAt: Instant;
  /** When it last came to where it is now: orders queues (oldest first) and trays. */
  readonly placedAt: Instant;
  readonly placement?: Placement;
  readonly delivery?: Delivery;
  readonly deliveredAt?: Instant;
  readonly assignedAt?: Instant;
  readonly assignedTo?: string;
  readonly completedAt?: Instant;
}

/** The agents whose capacity it takes: the one invited, the one handling, and in a transfer both. Trays cost none. */
export function holders(interaction: Interaction | undefined): readonly string[] {
  switch (interaction?.state) {
    case 'Invited':
      return interaction.invitation ? [interaction.invitation.agentId] : [];
    case 'Processing':
      return interaction.handler ? [interaction.handler] : [];
    case 'Transferring':
      return [interaction.handler, interaction.invitation?.agentId].filter((id) => id !== undefined);
    default:
      return [];
  }
}

/** On the agent's desk: also while it is offered to a colleague, who has not got it yet. */
export const isInHandOf = (agentId: string, { handler }: Interaction): boolean => handler === agentId;

/** The tray it counts in, if any. */
export const restingIn = (interaction: Interaction | undefined): WorkbinRef | undefined =>
  interaction?.workbin;

/** It lies awake in a tray, and nobody of those who share the tray has opened it since it came there. */
export const isUnopened = (interaction: Pick<Interaction, 'state' | 'openedBy'>): boolean =>
  interaction.state === 'InWorkbin' && interaction.openedBy === undefined;

/** The tray among whose unopened work it counts, if any. */
export const unopenedIn = (interaction: Interaction | undefined): WorkbinRef | undefined =>
  interaction !== undefined && isUnopened(interaction) ? interaction.workbin : undefined;

/** The queue it counts in: only work that waits there, also while held or snoozed there. */
export function waitingIn(interaction: Interaction | undefined): string | undefined {
  if (interaction === undefined || interaction.workbin !== undefined) return undefined;
  const { state } = interaction;
  return state === 'Queued' || state === 'Held' || state === 'Snoozed' ? interaction.queue : undefined;
}

export const isOutbound = ({ interactionType }: Pick<Interaction, 'interactionType'>): boolean =>
  interactionType === 'Outbound';

/** Nothing more happens to it by itself. */
export const isFinal = (state: InteractionState): boolean => state === 'Done' || state === 'Cancelled';
