/** What agents know and how well, and the groups that follow from it by themselves. */
import { z } from 'zod';
import { optionsAt } from '../options/section.ts';
import { Name, text } from '../values.ts';
import { levelsMeet, parseSkillExpression, type SkillExpression } from './skill-expression.ts';

/** 0 is "not at all": the same as not being listed. */
export const SkillLevel = z.number().int().min(0).max(1_000);

export const Skill = z.object({ id: Name, name: Name }).strict();

/** Text such as `English >= 5 & Loans >= 2`. What is wrong with it is told with the column. */
export const SkillExpressionText = text(1_000).superRefine((value, context) => {
  const parsed = parseSkillExpression(value);
  if (!parsed.ok) context.addIssue({ code: 'custom', message: `column ${parsed.column}: ${parsed.message}` });
});

/** An agent group whose members are those whose skills meet the expression, at any moment. */
export const VirtualGroup = z
  .object({
    id: Name,
    name: Name,
    expression: SkillExpressionText,
    supervisors: z.array(Name).max(10_000),
    /** Every member has them besides their own. */
    roles: z.array(Name).max(10_000).optional(),
    options: optionsAt('virtualGroup').optional(),
  })
  .strict();

export type Skill = Readonly<z.infer<typeof Skill>>;
export type VirtualGroup = Readonly<z.infer<typeof VirtualGroup>>;

interface Skilled {
  readonly id: string;
  readonly skills?: Readonly<Record<string, number>> | undefined;
}

/** Ids of the agents whose skills meet the group's expression, in configured order. */
export function membersOf(group: VirtualGroup, agents: readonly Skilled[]): string[] {
  const parsed = parseSkillExpression(group.expression);
  if (!parsed.ok)
    throw new Error(`The skill expression of "${group.id}" was let in although it has a fault.`);
  return agents.filter(({ skills = {} }) => levelsMeet(parsed.expression, skills)).map(({ id }) => id);
}

/** Every skill that an expression names, with the column where. Nothing for an expression that cannot be read. */
export function skillsNamed(
  expression: string,
): readonly { readonly skill: string; readonly column: number }[] {
  const parsed = parseSkillExpression(expression);
  return parsed.ok ? namedIn(parsed.expression) : [];
}

function namedIn(expression: SkillExpression): { skill: string; column: number }[] {
  switch (expression.kind) {
    case 'level':
      return [{ skill: expression.skill, column: expression.column }];
    case 'not':
      return namedIn(expression.of);
    default:
      return expression.of.flatMap(namedIn);
  }
}
