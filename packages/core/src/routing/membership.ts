/** How agents belong to those whom a requirement names, in one contact centre. */
import type { ContactCentre } from '../config/contact-centre.ts';
import { levelsMeet, type ParsedSkillExpression, parseSkillExpression } from '../config/skill-expression.ts';
import { skillsNamed } from '../config/skills.ts';
import type { MatchingRules } from './matching/candidate.ts';
import { isAskedBy } from './reached.ts';
import type { Asked } from './route.ts';

/** Expressions are read once for all agents, not once for each. */
export function membershipIn(centre: ContactCentre): MatchingRules['membership'] {
  const parsed = new Map<string, ParsedSkillExpression>();
  const virtual = new Map((centre.config.virtualGroups ?? []).map((group) => [group.id, group.expression]));
  const meets = (expression: string, agentId: string): boolean => {
    let read = parsed.get(expression);
    if (read === undefined) {
      read = parseSkillExpression(expression);
      parsed.set(expression, read);
    }
    return read.ok && levelsMeet(read.expression, centre.agents.get(agentId)?.skills ?? {});
  };
  const skill = ({ kind, id }: Asked, agentId: string): number => {
    const expression = kind === 'skills' ? id : kind === 'agentGroup' ? virtual.get(id) : undefined;
    if (expression === undefined) return 0;
    const levels = centre.agents.get(agentId)?.skills ?? {};
    const named = new Set(skillsNamed(expression).map((one) => one.skill));
    return [...named].reduce((sum, name) => sum + (Object.hasOwn(levels, name) ? (levels[name] ?? 0) : 0), 0);
  };
  return ({ asked, selection }, { id, placeId }) => {
    const section = asked.findIndex((one) =>
      one.kind === 'skills' ? meets(one.id, id) : isAskedBy(one, id, placeId, centre),
    );
    const found = asked[section];
    if (found === undefined) return undefined;
    return { section, skill: selection === 'bestSkill' ? skill(found, id) : 0 };
  };
}
