/** Whose explanations somebody may ask for: why an option holds, what a privilege comes from, why no work comes. */
import { type Actor, actorName } from '../actor.ts';
import type { ContactCentre } from '../config/contact-centre.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { supervisesAgent } from './reach.ts';

/** An agent's own, and that of those whom one supervises. `null` if it may be asked. */
export function mayAskAbout(actor: Actor, agentId: string, centre: ContactCentre): Refusal | null {
  const own = actor.kind === 'user' && actor.id === agentId;
  if (!own && !supervisesAgent(actor, agentId, centre))
    return refuse(
      'not_permitted',
      `${actorName(actor)} does not supervise ${agentId}. Ask their team lead.`,
      { agentId },
    );
  return centre.agents.has(agentId)
    ? null
    : refuse('agent_unknown', `There is no agent "${agentId}".`, { agentId });
}
