/** Whether an agent is one of those whom a route names. */
import type { AgentSession } from '../agent/session.ts';
import type { ContactCentre } from '../config/contact-centre.ts';
import { levelsMeet, parseSkillExpression } from '../config/skill-expression.ts';
import type { Asked, Route } from './route.ts';

/** An expression that a transfer brought along need not be one: it then reaches nobody. */
export function skillsMeet(expression: string, agentId: string, centre: ContactCentre): boolean {
  const parsed = parseSkillExpression(expression);
  return parsed.ok && levelsMeet(parsed.expression, centre.agents.get(agentId)?.skills ?? {});
}

/** @param placeId where the agent sits now */
export function isAskedBy(
  { kind, id }: Asked,
  agentId: string,
  placeId: string | undefined,
  centre: ContactCentre,
): boolean {
  switch (kind) {
    case 'agent':
      return id === agentId;
    case 'agentGroup':
      return centre.groupsOf.get(agentId)?.has(id) ?? false;
    case 'placeGroup':
      return placeId !== undefined && (centre.placeGroupsOf.get(placeId)?.has(id) ?? false);
    case 'skills':
      return skillsMeet(id, agentId, centre);
  }
}

/** The first of the route's targets that reaches the agent. */
export const reachedBy = (
  { asked }: Route,
  agentId: string,
  session: AgentSession | undefined,
  centre: ContactCentre,
): Asked | undefined => asked.find((one) => isAskedBy(one, agentId, session?.placeId, centre));
