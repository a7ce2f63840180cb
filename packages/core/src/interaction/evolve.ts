/**
 * What an interaction is after an event. Folding all its events gives the interaction as it is: the store's row is
 * only a convenience, and a property test holds the two together.
 */
import type { InteractionEvent } from '../events.ts';
import type { RulesResult } from '../rules/apply.ts';
import { restarted } from '../rules/task.ts';
import type { UserData } from '../values.ts';
import type { WorkbinRef } from '../workbin/workbin.ts';
import { withChange } from './attached.ts';
import type { AutoAnswer, Exclusion, Interaction, Invitation, Requested } from './interaction.ts';
import { delivered, placed } from './whereabouts.ts';

/** An interaction that nobody has submitted yet. */
export const unsubmitted = (id: string): Interaction => ({
  id,
  mediaType: '',
  state: 'New',
  version: 0,
  queue: '',
  priority: 0,
  userData: {},
  noteCount: 0,
  exclusions: [],
  submittedBy: '',
  submittedAt: 0,
  receivedAt: 0,
  placedAt: 0,
});

/** Off every desk, out of every tray, with no deadline running. */
function loose(interaction: Interaction): Interaction {
  const { handler, invitation, workbin, openedBy, handleUntil, wakeAt, preferredAgent, requested, ...rest } =
    interaction;
  return rest;
}

/** Final. Ended where it lay, it was last in the hands of whoever ended it: among their finished work it is found again. */
const ended = (interaction: Interaction, { at, by }: InteractionEvent): Interaction => ({
  ...loose(interaction),
  completedAt: at,
  ...(interaction.handler === undefined ? { assignedTo: by, assignedAt: at } : {}),
});

const withoutWake = ({ wakeAt, ...rest }: Interaction): Interaction => rest;
const withoutOpener = ({ openedBy, ...rest }: Interaction): Interaction => rest;
const withoutInvitation = ({ invitation, ...rest }: Interaction): Interaction => rest;

/** Exclusions that have run out are dropped on the way, so the list stays as short as the queue of refusers is. */
function excluding(interaction: Interaction, added: Exclusion | undefined, at: number): readonly Exclusion[] {
  const standing = interaction.exclusions.filter(
    ({ agentId, until }) => at < until && agentId !== added?.agentId,
  );
  return added ? [...standing, added] : standing;
}

const inQueue = (interaction: Interaction, queue: string, at: number): Interaction => ({
  ...loose(interaction),
  queue,
  placedAt: at,
});

const onDesk = (
  interaction: Interaction,
  data: { agentId: string; handleUntil: number },
  at: number,
): Interaction => ({
  ...loose(interaction),
  handler: data.agentId,
  handleUntil: data.handleUntil,
  assignedAt: at,
  assignedTo: data.agentId,
  placedAt: at,
});

const offered = (
  { agentId, until, autoAnswer }: { agentId: string; until: number; autoAnswer?: AutoAnswer },
  at: number,
  version: number,
): Invitation => ({
  agentId,
  until,
  offeredAt: at,
  ticket: version,
  ...(autoAnswer === undefined ? {} : { autoAnswer }),
});

const edited = (interaction: Interaction, data: { handleUntil?: number }): Interaction =>
  data.handleUntil === undefined ? interaction : { ...interaction, handleUntil: data.handleUntil };

/** A move to a queue, with what routing is told when it is a transfer. */
interface Routed {
  readonly queue: string;
  readonly userData?: UserData;
  readonly preferredAgent?: string;
}

/** As the rules left it. In another queue it waits behind what is there. */
const ruled = (interaction: Interaction, data: RulesResult, at: number): Interaction => ({
  ...interaction,
  task: data.task,
  priority: data.priority ?? interaction.priority,
  ...(data.queue === undefined ? {} : { queue: data.queue, placedAt: at }),
  ...(data.dueAt === undefined ? {} : { dueAt: data.dueAt }),
  ...(data.userData === undefined ? {} : { userData: { ...interaction.userData, ...data.userData } }),
});

/** Whom a routed transfer names, in the keys that it attaches. */
function requestedIn(userData: UserData | undefined): { requested?: Requested } {
  const kind = userData?.IW_RoutingBasedTargetType;
  const id = userData?.IW_RoutingBasedTargetId;
  return typeof kind === 'string' && typeof id === 'string'
    ? { requested: { kind: kind as Requested['kind'], id } }
    : {};
}

function apply(interaction: Interaction, event: InteractionEvent): Interaction {
  const { at, version } = event;
  switch (event.type) {
    case 'InteractionSubmitted':
      return { ...interaction, ...event.data, submittedAt: at, placedAt: at };
    case 'AgentInvited':
      return {
        ...interaction,
        invitation: offered(event.data, at, version),
        deliveredAt: interaction.deliveredAt ?? at,
        ...(event.data.userData === undefined
          ? {}
          : { userData: { ...interaction.userData, ...event.data.userData } }),
        delivery: delivered(interaction, event.data),
      };
    case 'InteractionAccepted':
      return {
        ...onDesk(interaction, event.data, at),
        exclusions: [],
        ...(interaction.delivery ? { delivery: { ...interaction.delivery, acceptedAt: at } } : {}),
      };
    case 'TransferAccepted':
      return { ...onDesk(interaction, event.data, at), exclusions: [] };
    case 'InteractionReopened': {
      const { completedAt, ...open } = onDesk(interaction, event.data, at);
      return { ...open, exclusions: [] };
    }
    case 'InviteRejected':
    case 'InviteRevoked': {
      const { agentId, excludedUntil } = event.data as { agentId: string; excludedUntil?: number };
      return {
        ...withoutInvitation(interaction),
        exclusions: excluding(
          interaction,
          excludedUntil === undefined ? undefined : { agentId, until: excludedUntil },
          at,
        ),
      };
    }
    case 'PlacedInWorkbin':
    case 'ReplySent':
    case 'MovedToWorkbin':
    case 'WorkReturnedToWorkbin': {
      const { workbin, openedBy } = event.data as { workbin: WorkbinRef; openedBy?: string };
      return {
        ...loose(interaction),
        workbin,
        placedAt: at,
        ...(openedBy === undefined ? {} : { openedBy }),
      };
    }
    case 'InteractionPulled': {
      const { pulledFrom, ...taken } = onDesk(interaction, event.data, at);
      return {
        ...taken,
        exclusions: [],
        ...(interaction.workbin ? { pulledFrom: interaction.workbin } : {}),
      };
    }
    case 'MovedToQueue':
    case 'TransferRouted': {
      const { queue, userData, preferredAgent } = event.data as Routed;
      return {
        ...inQueue(interaction, queue, at),
        exclusions: [],
        ...(userData === undefined ? {} : { userData: { ...interaction.userData, ...userData } }),
        ...(preferredAgent === undefined ? {} : { preferredAgent }),
        ...requestedIn(userData),
      };
    }
    case 'WorkReturnedToQueue':
      return inQueue(interaction, event.data.queue, at);
    case 'InteractionRestarted': {
      const { disposition, completedAt, ...again } = inQueue(interaction, event.data.queue, at);
      return {
        ...again,
        exclusions: [],
        ...(interaction.task === undefined ? {} : { task: restarted(interaction.task) }),
      };
    }
    case 'TransferOffered':
      return {
        ...edited(interaction, event.data),
        invitation: offered(event.data, at, version),
      };
    case 'TransferRejected':
    case 'TransferRevoked':
      return withoutInvitation(interaction);
    case 'InteractionCompleted':
      return {
        ...ended(interaction, event),
        userData: withChange(interaction.userData, event.data),
        ...(event.data.disposition === undefined ? {} : { disposition: event.data.disposition }),
      };
    case 'InteractionCancelled':
      return ended(interaction, event);
    case 'RulesFailed':
      return { ...interaction, task: event.data.task };
    case 'TaskRejected':
      // Rejected by nobody: it is not among anybody's finished work.
      return { ...loose(interaction), task: event.data.task, completedAt: at };
    case 'ActivationAwaited':
      return { ...ruled(interaction, event.data, at), wakeAt: event.data.wakeAt };
    case 'RulesApplied':
      return ruled(interaction, event.data, at);
    case 'InteractionHeld':
      return withoutInvitation(withoutWake(interaction));
    case 'InteractionSnoozed': {
      const { wakeAt, workbin, preferredAgent } = event.data;
      return {
        ...loose(interaction),
        wakeAt,
        placedAt: at,
        ...(workbin === undefined ? {} : { workbin }),
        ...(preferredAgent === undefined ? {} : { preferredAgent }),
      };
    }
    case 'WokeInWorkbin':
      return { ...withoutOpener(withoutWake(interaction)), placedAt: at };
    case 'ResumedInWorkbin':
      return { ...withoutWake(interaction), placedAt: at };
    case 'WokeInQueue': {
      const { workbin, openedBy, ...awake } = withoutWake(interaction);
      if (awake.task === undefined) return { ...awake, placedAt: at };
      // Woken before its time it is active all the same.
      const { activateAt, ...task } = awake.task;
      return { ...awake, task, placedAt: at };
    }
    case 'ResumedInQueue': {
      const { workbin, openedBy, ...awake } = withoutWake(interaction);
      return { ...awake, placedAt: at };
    }
    case 'UserDataAttached':
    case 'UserDataUpdated':
    case 'UserDataDeleted':
      return {
        ...edited(interaction, event.data),
        userData: withChange(interaction.userData, event.data),
      };
    case 'PropertiesUpdated': {
      const { dueAt, contactId, ...rest } = edited(interaction, event.data);
      const due = event.data.dueAt === undefined ? dueAt : event.data.dueAt;
      const contact = event.data.contactId === undefined ? contactId : event.data.contactId;
      return {
        ...rest,
        priority: event.data.priority ?? interaction.priority,
        ...(due == null ? {} : { dueAt: due }),
        ...(contact == null ? {} : { contactId: contact }),
        ...(interaction.task && event.data.task ? { task: { ...interaction.task, ...event.data.task } } : {}),
      };
    }
    case 'DispositionSet': {
      const { disposition, ...kept } = edited(interaction, event.data);
      const rest = { ...kept, userData: withChange(interaction.userData, event.data) };
      return event.data.disposition === null ? rest : { ...rest, disposition: event.data.disposition };
    }
    case 'NoteAdded':
      return { ...edited(interaction, event.data), noteCount: interaction.noteCount + 1 };
    case 'FocusSet':
      return edited(interaction, event.data);
    case 'OpenedInWorkbin':
      return { ...interaction, openedBy: event.data.agentId };
  }
}

/** The interaction after one event. */
export function evolve(interaction: Interaction, event: InteractionEvent): Interaction {
  const next = { ...apply(interaction, event), state: event.state, version: event.version };
  const placement = placed(interaction, next, event.at);
  return placement === interaction.placement || placement === undefined ? next : { ...next, placement };
}

/** The interaction after all its events, oldest first. `undefined` if there are none. */
export function replay(events: readonly InteractionEvent[]): Interaction | undefined {
  const first = events[0];
  return first === undefined ? undefined : events.reduce(evolve, unsubmitted(first.interactionId));
}
