/** Which privilege alone keeps something out of a person's reach, so that a refusal can name it. */
import type { Actor } from '../actor.ts';
import type { AgentSession } from '../agent/session.ts';
import type { ContactCentre } from '../config/contact-centre.ts';
import type { Interaction } from '../interaction/interaction.ts';
import type { WorkbinRef } from '../workbin/workbin.ts';
import { may } from './grants.ts';
import type { Privilege } from './privileges.ts';
import { isOpenTo, privilegeFor, sharesOwner, supervisesOwner } from './reach.ts';

const unlessHeld = (privilege: Privilege, actor: Actor, centre: ContactCentre): Privilege | undefined =>
  may(actor, privilege, centre) ? undefined : privilege;

/** The tray is theirs or their team's. */
export function withheldTray(
  actor: Actor,
  ref: WorkbinRef,
  session: AgentSession | undefined,
  centre: ContactCentre,
): Privilege | undefined {
  if (actor.kind !== 'user') return undefined;
  if (sharesOwner(actor.id, ref.owner, session, centre)) return unlessHeld('use-workbins', actor, centre);
  return supervisesOwner(actor.id, ref.owner, centre)
    ? unlessHeld('use-team-workbins', actor, centre)
    : undefined;
}

/** It is with their team: an agent, a tray or a queue of the groups they supervise. */
export function withheldOversight(
  actor: Actor,
  { handler, workbin, queue }: Interaction,
  centre: ContactCentre,
): Privilege | undefined {
  if (actor.kind !== 'user') return undefined;
  if (handler !== undefined && centre.supervisedAgents.get(actor.id)?.has(handler))
    return unlessHeld('watch-team', actor, centre);
  if (workbin !== undefined)
    return supervisesOwner(actor.id, workbin.owner, centre)
      ? unlessHeld('use-team-workbins', actor, centre)
      : undefined;
  const groups = centre.supervisedGroups.get(actor.id);
  return centre.queues.get(queue)?.agentGroups.some((id) => groups?.has(id))
    ? unlessHeld('manage-interactions', actor, centre)
    : undefined;
}

/** Their options would let them open it from history. */
export function withheldHistory(
  actor: Actor,
  interaction: Interaction,
  centre: ContactCentre,
): Privilege | undefined {
  if (actor.kind !== 'user' || !isOpenTo(actor, interaction, centre)) return undefined;
  const place = privilegeFor(actor.id, interaction);
  return unlessHeld('use-history', actor, centre) ?? (place && unlessHeld(place, actor, centre));
}
