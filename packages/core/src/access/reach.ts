/**
 * Whose work is whose: which trays, queues and interactions a person can see and touch. Commands and lists ask the
 * same questions here, so nothing can be seen that may not be, or moved that cannot be seen.
 */
import type { Actor } from '../actor.ts';
import type { AgentSession } from '../agent/session.ts';
import type { ContactCentre } from '../config/contact-centre.ts';
import type { WorkbinType } from '../config/objects.ts';
import { type Interaction, isFinal, waitingIn } from '../interaction/interaction.ts';
import { PULL_FROM_HISTORY } from '../options/case-options.ts';
import { resolve } from '../options/resolve.ts';
import type { WorkbinOwner, WorkbinRef } from '../workbin/workbin.ts';
import { may } from './grants.ts';
import type { Privilege } from './privileges.ts';

const NONE: ReadonlySet<string> = new Set();

/** Watches over everything and everybody, as administrators do. */
export const isAdministrator = (actor: Actor, centre: ContactCentre): boolean =>
  actor.kind === 'user' && may(actor, 'oversee', centre);

/** Where the person sits: the place of their session, else their usual one. */
export const placeOf = (
  agentId: string,
  session: AgentSession | undefined,
  centre: ContactCentre,
): string | undefined =>
  (session?.active ? session.placeId : undefined) ?? centre.agents.get(agentId)?.defaultPlace;

/** Owns the tray, alone or as one of a group. */
export function sharesOwner(
  agentId: string,
  owner: WorkbinOwner,
  session: AgentSession | undefined,
  centre: ContactCentre,
): boolean {
  switch (owner.kind) {
    case 'Agent':
      return owner.id === agentId;
    case 'AgentGroup':
      return (centre.groupsOf.get(agentId) ?? NONE).has(owner.id);
    case 'Place':
      return placeOf(agentId, session, centre) === owner.id;
    case 'PlaceGroup': {
      const place = placeOf(agentId, session, centre);
      return place !== undefined && (centre.placeGroupsOf.get(place) ?? NONE).has(owner.id);
    }
  }
}

/** Supervises the owner of the tray: the agent, the group, or an agent whose usual place it is. */
export function supervisesOwner(actorId: string, owner: WorkbinOwner, centre: ContactCentre): boolean {
  const places = centre.supervisedPlaces.get(actorId) ?? NONE;
  switch (owner.kind) {
    case 'Agent':
      return (centre.supervisedAgents.get(actorId) ?? NONE).has(owner.id);
    case 'AgentGroup':
      return (centre.supervisedGroups.get(actorId) ?? NONE).has(owner.id);
    case 'Place':
      return places.has(owner.id);
    case 'PlaceGroup':
      return centre.placeGroups.get(owner.id)?.places.some((place) => places.has(place)) ?? false;
  }
}

/** The tray is theirs, alone or as one of a group, and they may use trays. */
export const ownsWorkbin = (
  actor: Actor,
  ref: WorkbinRef,
  session: AgentSession | undefined,
  centre: ContactCentre,
): boolean =>
  actor.kind === 'user' &&
  may(actor, 'use-workbins', centre) &&
  sharesOwner(actor.id, ref.owner, session, centre);

/** The tray is one of those of their team. */
const supervisesWorkbin = (actor: Actor, ref: WorkbinRef, centre: ContactCentre): boolean =>
  actor.kind === 'user' &&
  may(actor, 'use-team-workbins', centre) &&
  supervisesOwner(actor.id, ref.owner, centre);

/** May see the tray, and take from it and put into it. */
export function reachesWorkbin(
  actor: Actor,
  ref: WorkbinRef,
  session: AgentSession | undefined,
  centre: ContactCentre,
): boolean {
  if (actor.kind !== 'user' || isAdministrator(actor, centre)) return true;
  return ownsWorkbin(actor, ref, session, centre) || supervisesWorkbin(actor, ref, centre);
}

/** Watches over the queue: it feeds a group the actor supervises. */
export function supervisesQueue(actor: Actor, queueId: string, centre: ContactCentre): boolean {
  if (actor.kind !== 'user' || isAdministrator(actor, centre)) return true;
  const groups = centre.supervisedGroups.get(actor.id) ?? NONE;
  return (
    may(actor, 'manage-interactions', centre) &&
    (centre.queues.get(queueId)?.agentGroups.some((id) => groups.has(id)) ?? false)
  );
}

/** The first group of the queue that the person is a member of: through it the queue's work reaches them. */
export const groupServing = (agentId: string, queueId: string, centre: ContactCentre): string | undefined =>
  centre.queues.get(queueId)?.agentGroups.find((id) => (centre.groupsOf.get(agentId) ?? NONE).has(id));

/** The queue feeds a group the person is a member of. */
export const servesQueue = (agentId: string, queueId: string, centre: ContactCentre): boolean =>
  groupServing(agentId, queueId, centre) !== undefined;

/** Is the agent, or supervises them. */
export function supervisesAgent(actor: Actor, agentId: string, centre: ContactCentre): boolean {
  if (actor.kind !== 'user' || isAdministrator(actor, centre)) return true;
  return may(actor, 'watch-team', centre) && (centre.supervisedAgents.get(actor.id) ?? NONE).has(agentId);
}

/**
 * Watches over this interaction: over the agent who has it, the tray it rests in, or the queue it belongs to.
 * Work in an agent's hands is that agent's supervisor's to see, whichever queue it came from.
 */
export function supervises(actor: Actor, interaction: Interaction, centre: ContactCentre): boolean {
  if (actor.kind !== 'user' || isAdministrator(actor, centre)) return true;
  if (interaction.handler !== undefined && supervisesAgent(actor, interaction.handler, centre)) return true;
  if (interaction.workbin !== undefined) return supervisesWorkbin(actor, interaction.workbin, centre);
  return supervisesQueue(actor, interaction.queue, centre);
}

/** Sleeps in no tray, and wakes for the agent who sent it to sleep. */
export const isAsleepFor = (actor: Actor, interaction: Interaction): boolean =>
  actor.kind === 'user' && interaction.state === 'Snoozed' && interaction.preferredAgent === actor.id;

/** The agents it concerns: who has it, is offered it, sent it to sleep, or had it last when it was finished. */
export function peopleOf(interaction: Interaction): readonly string[] {
  const { handler, invitation, state, preferredAgent, assignedTo } = interaction;
  const people = [
    handler,
    invitation?.agentId,
    state === 'Snoozed' ? preferredAgent : undefined,
    isFinal(state) ? assignedTo : undefined,
  ];
  return people.filter((id) => id !== undefined);
}

/** The privilege it takes to open from history what lies there. Their own tray takes none. */
export function privilegeFor(agentId: string, { workbin }: Interaction): Privilege | undefined {
  if (workbin === undefined) return 'pull-from-queue';
  const { kind, id } = workbin.owner;
  if (kind === 'AgentGroup' || kind === 'PlaceGroup') return 'pull-from-shared-workbins';
  return kind === 'Agent' && id === agentId ? undefined : 'pull-from-workbins-of-others';
}

/** It is with nobody, and the person's options let them open work of the medium from history. */
export function isOpenTo(actor: Actor, interaction: Interaction, centre: ContactCentre): boolean {
  const { state, mediaType } = interaction;
  if (actor.kind !== 'user' || (state !== 'Queued' && state !== 'InWorkbin')) return false;
  return resolve(PULL_FROM_HISTORY, [mediaType], { agentId: actor.id, item: interaction }, centre);
}

/**
 * May open it from its contact's history, past the routing: it waits in a queue or rests in a tray, the person's options
 * allow that for the medium, and they hold the privilege for the place.
 */
export function opensFromHistory(actor: Actor, interaction: Interaction, centre: ContactCentre): boolean {
  if (actor.kind !== 'user' || !may(actor, 'use-history', centre)) return false;
  const privilege = privilegeFor(actor.id, interaction);
  return (privilege === undefined || may(actor, privilege, centre)) && isOpenTo(actor, interaction, centre);
}

/**
 * May see the interaction: it concerns them or an agent of theirs, it rests or waits where they may take it, also from history,
 * or they watch over it.
 */
export function sees(
  actor: Actor,
  interaction: Interaction,
  session: AgentSession | undefined,
  centre: ContactCentre,
): boolean {
  if (supervises(actor, interaction, centre) || actor.kind !== 'user') return true;
  if (peopleOf(interaction).some((id) => id === actor.id || supervisesAgent(actor, id, centre))) return true;
  if (opensFromHistory(actor, interaction, centre)) return true;
  if (interaction.workbin !== undefined) return reachesWorkbin(actor, interaction.workbin, session, centre);
  const queue = waitingIn(interaction);
  return queue !== undefined && may(actor, 'pull-from-queue', centre) && servesQueue(actor.id, queue, centre);
}

/** Workbin owners of a kind that the agent shares: at most one for Agent and Place, any number for groups. */
function ownersOf(
  agentId: string,
  kind: WorkbinType['ownerKind'],
  session: AgentSession | undefined,
  centre: ContactCentre,
): readonly string[] {
  const place = placeOf(agentId, session, centre);
  switch (kind) {
    case 'Agent':
      return [agentId];
    case 'AgentGroup':
      return [...(centre.groupsOf.get(agentId) ?? NONE)];
    case 'Place':
      return place === undefined ? [] : [place];
    case 'PlaceGroup':
      return place === undefined ? [] : [...(centre.placeGroupsOf.get(place) ?? NONE)];
  }
}

/** Every tray the agent owns or shares, in configured order. */
export function workbinsOf(
  agentId: string,
  session: AgentSession | undefined,
  centre: ContactCentre,
): readonly WorkbinRef[] {
  if (!may({ kind: 'user', id: agentId }, 'use-workbins', centre)) return [];
  return centre.config.workbinTypes.flatMap((type) =>
    ownersOf(agentId, type.ownerKind, session, centre).map((id) => ({
      type: type.id,
      owner: { kind: type.ownerKind, id },
    })),
  );
}
