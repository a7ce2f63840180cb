/** A contact centre with nothing but skills: who can do what, and what waits for it. The same in each run. */
import { type MatchingRules, type Piece, type Requirement, requirementOf } from '@intray/core';

export const AGENTS = 10_000;
export const SKILLS = 200;
const SKILLS_OF_ONE = 5;
const HIGHEST = 9;
const ASKED_LEVELS = [1, 3, 5, 7] as const;
export const PRIORITIES = 10;
export const MEDIUM = 'work';

/** Numbers that look like chance and are the same in each run. */
export function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

export interface Demand {
  readonly skill: number;
  readonly level: number;
  readonly requirement: Requirement;
}

export interface Crowd {
  /** By agent and skill: the level, 0 for none. */
  readonly levels: readonly Uint8Array[];
  readonly demands: readonly Demand[];
  readonly rules: MatchingRules;
}

export const agentName = (agent: number): string => `agent ${agent}`;
export const agentNumber = (name: string): number => Number(name.slice('agent '.length));

export function crowd(): Crowd {
  const pick = chance(1);
  const levels = Array.from({ length: AGENTS }, () => {
    const own = new Uint8Array(SKILLS);
    for (let n = 0; n < SKILLS_OF_ONE; n += 1) own[pick(SKILLS)] = 1 + pick(HIGHEST);
    return own;
  });
  const demands = Array.from({ length: SKILLS }, (_, skill) =>
    ASKED_LEVELS.map((level) => ({
      skill,
      level,
      requirement: requirementOf({
        mediaType: MEDIUM,
        asked: [{ kind: 'skills', id: `${skill} ${level}` }],
        selection: 'longestIdle',
        growth: 0,
        passing: false,
      }),
    })),
  ).flat();
  const byKey = new Map(demands.map((demand) => [demand.requirement.key, demand]));
  return {
    levels,
    demands,
    rules: {
      membership({ key }, { id }) {
        const { skill, level } = byKey.get(key) as Demand;
        const own = levels[agentNumber(id)]?.[skill] ?? 0;
        return own >= level ? { section: 0, skill: own } : undefined;
      },
    },
  };
}

export interface Work {
  readonly piece: Piece;
  readonly demand: Demand;
}

/** The work that comes as number `n`. */
export function workOf(n: number, { demands }: Crowd, pick: (below: number) => number): Work {
  const priority = pick(PRIORITIES);
  const piece = {
    id: `WORK${n}`,
    priority,
    rank: priority,
    placedAt: n,
    sequence: n,
    preferred: undefined,
    excluded: [],
  };
  return { piece, demand: demands[pick(demands.length)] as Demand };
}
