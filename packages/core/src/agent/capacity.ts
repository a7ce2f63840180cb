/** How many interactions of a medium an agent may have at once. */
import { mayWith } from '../access/grants.ts';
import { user } from '../actor.ts';
import { type CapacityRule, roomUnder } from '../config/capacity-rules.ts';
import type { ContactCentre } from '../config/contact-centre.ts';
import { type AgentSession, loadOf } from './session.ts';

/** The agent's own figure if there is one, else the media type's; nothing for a medium unknown or not theirs to handle. */
export function capacityOf(agentId: string, mediaType: string, centre: ContactCentre): number {
  if (!mayWith(user(agentId), 'handle', mediaType, centre)) return 0;
  const own = centre.agents.get(agentId)?.capacity;
  const figure = own !== undefined && Object.hasOwn(own, mediaType) ? own[mediaType] : undefined;
  return figure ?? centre.mediaTypes.get(mediaType)?.capacity ?? 0;
}

/** The agent's own rule, else that of the place they sit at, else the contact centre's; none if there is none. */
export function capacityRuleOf(session: AgentSession, centre: ContactCentre): CapacityRule | undefined {
  if (centre.capacityRules.size === 0) return undefined;
  const place = session.placeId === undefined ? undefined : centre.places.get(session.placeId);
  const name =
    centre.agents.get(session.agentId)?.capacityRule ?? place?.capacityRule ?? centre.settings.capacityRule;
  return name === undefined ? undefined : centre.capacityRules.get(name);
}

/** What is on its way to an agent and not in the session's load yet: media type → how many. */
export type Coming = ReadonlyMap<string, number>;
const NOTHING_COMING: Coming = new Map();

/**
 * How many more of a medium fit. A limit that was lowered below what the agent has takes nothing away: it only lets
 * nothing more come.
 */
export function roomFor(
  session: AgentSession,
  mediaType: string,
  centre: ContactCentre,
  coming: Coming = NOTHING_COMING,
): number {
  const figure =
    capacityOf(session.agentId, mediaType, centre) -
    loadOf(session, mediaType) -
    (coming.get(mediaType) ?? 0);
  const rule = capacityRuleOf(session, centre);
  if (rule === undefined || figure <= 0) return Math.max(0, figure);
  const load = new Map(Object.entries(session.load));
  for (const [media, n] of coming) load.set(media, loadOf(session, media) + n);
  return Math.min(figure, roomUnder(rule, mediaType, load));
}

export const hasRoom = (session: AgentSession, mediaType: string, centre: ContactCentre): boolean =>
  roomFor(session, mediaType, centre) > 0;
