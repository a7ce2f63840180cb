/** Rules in the order in which they are applied: by phase, from the widest level to the narrowest. */
import { PHASES, type Phase, type TaskRule } from '@intray/core';

export const LEVELS = ['global', 'department', 'process', 'capturePoint'] as const;
export type Level = (typeof LEVELS)[number];

/** Which level a rule is of, and whose it is there. */
export function levelOf({ for: of = {} }: TaskRule): { readonly level: Level; readonly of: string } {
  for (const level of ['department', 'process', 'capturePoint'] as const) {
    const name = of[level];
    if (name !== undefined) return { level, of: name };
  }
  return { level: 'global', of: '' };
}

export interface RuleGroup {
  readonly key: string;
  readonly phase: Phase;
  readonly level: Level;
  readonly of: string;
  readonly rules: readonly TaskRule[];
}

/** Groups that are applied one after the other; those without a rule are left out. */
export function groupsOf(rules: readonly TaskRule[]): readonly RuleGroup[] {
  const groups: RuleGroup[] = [];
  for (const phase of PHASES)
    for (const level of LEVELS) {
      const here = rules.filter((rule) => rule.phase === phase && levelOf(rule).level === level);
      for (const of of new Set(here.map((rule) => levelOf(rule).of)))
        groups.push({
          ...{ key: `${phase} ${level} ${of}`, phase, level, of },
          rules: here.filter((rule) => levelOf(rule).of === of),
        });
    }
  return groups;
}

const sameGroup = (one: TaskRule, other: TaskRule): boolean => {
  const [a, b] = [levelOf(one), levelOf(other)];
  return one.phase === other.phase && a.level === b.level && a.of === b.of;
};

/** The rule in the place of another of its group; the list as it is where they are of different groups. */
export function moved(rules: readonly TaskRule[], id: string, toPlaceOf: string): readonly TaskRule[] {
  const rule = rules.find((each) => each.id === id);
  const goal = rules.find((each) => each.id === toPlaceOf);
  if (rule === undefined || goal === undefined || rule === goal || !sameGroup(rule, goal)) return rules;
  const downwards = rules.indexOf(rule) < rules.indexOf(goal);
  const rest = rules.filter((each) => each !== rule);
  const at = rest.indexOf(goal) + (downwards ? 1 : 0);
  return [...rest.slice(0, at), rule, ...rest.slice(at)];
}

/** One up or down within its group. */
export function stepped(rules: readonly TaskRule[], id: string, by: 1 | -1): readonly TaskRule[] {
  const group = groupsOf(rules).find((each) => each.rules.some((rule) => rule.id === id))?.rules ?? [];
  const goal = group[group.findIndex((rule) => rule.id === id) + by];
  return goal === undefined ? rules : moved(rules, id, goal.id);
}
