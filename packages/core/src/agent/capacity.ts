/** How many interactions of a medium an agent may have at once. */
import type { ContactCentre } from '../config/contact-centre.ts';
import { type AgentSession, loadOf } from './session.ts';

/** The agent's own figure if there is one, else the media type's; nothing for an unknown medium. */
export function capacityOf(agentId: string, mediaType: string, centre: ContactCentre): number {
  const own = centre.agents.get(agentId)?.capacity;
  const figure = own !== undefined && Object.hasOwn(own, mediaType) ? own[mediaType] : undefined;
  return figure ?? centre.mediaTypes.get(mediaType)?.capacity ?? 0;
}

/** A limit that was lowered below what the agent has takes nothing away: it only lets nothing more come. */
export const hasRoom = (session: AgentSession, mediaType: string, centre: ContactCentre): boolean =>
  loadOf(session, mediaType) < capacityOf(session.agentId, mediaType, centre);
