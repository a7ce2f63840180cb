import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NaiveMatching } from '../../testing/naive-matching.ts';
import '../../testing/seed.ts';
import { SELECTIONS } from '../strategy.ts';
import type { MatchingRules, Piece } from './candidate.ts';
import { Matching } from './matching.ts';
import { type Requirement, requirementOf } from './requirement.ts';
import type { Worker } from './worker.ts';

const AGENTS = ['ana', 'ben', 'cem', 'dora', 'eva'];
const MEDIA = ['email', 'chat'];
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  all: AGENTS,
  few: ['ana', 'ben'],
  some: ['ben', 'cem', 'dora'],
  none: [],
};

const rules: MatchingRules = {
  membership({ asked }, { id, placeId }) {
    const section = asked.findIndex(
      (one) =>
        (one.kind === 'agent' && one.id === id) ||
        (one.kind === 'placeGroup' && one.id === placeId) ||
        (one.kind === 'agentGroup' && GROUPS[one.id]?.includes(id)),
    );
    return section === -1 ? undefined : { section, skill: id.length % 3 };
  },
};

/** So much of each medium, and so much of all together. */
const worker = (id: string, of: Partial<Worker> & { each?: number; all?: number } = {}): Worker => {
  const { each = 2, all = 3, ...more } = of;
  const load = more.load ?? 0;
  return {
    id,
    idleSince: 0,
    mediaTypes: MEDIA,
    ...more,
    load,
    hasRoom: (mediaType, coming) =>
      (coming.get(mediaType) ?? 0) + load < each && [...coming.values()].reduce((a, b) => a + b, load) < all,
  };
};

const requirement = (of: Partial<Requirement> = {}): Requirement =>
  requirementOf({
    mediaType: 'email',
    asked: [{ kind: 'agentGroup', id: 'all' }],
    selection: 'longestIdle',
    growth: 0,
    passing: false,
    ...of,
  });

const piece = (id: string, of: Partial<Piece> = {}): Piece => {
  const { priority = 0, placedAt = 0 } = of;
  return {
    id,
    priority,
    rank: priority,
    placedAt,
    sequence: Number(id),
    preferred: undefined,
    excluded: [],
    ...of,
  };
};

const said = (made: readonly { readonly id: string; readonly agentId: string }[]) =>
  made.map(({ id, agentId }) => `${id} to ${agentId}`);

const arbitraryRequirement = fc
  .record({
    mediaType: fc.constantFrom(...MEDIA),
    groups: fc.uniqueArray(fc.constantFrom('all', 'few', 'some', 'none'), { minLength: 1, maxLength: 2 }),
    selection: fc.constantFrom(...SELECTIONS),
    growth: fc.constantFrom(0, 0.5, 2),
  })
  .map(({ mediaType, groups, selection, growth }) =>
    requirement({
      mediaType,
      selection,
      growth,
      asked: groups.map((id, n) => ({
        kind: id === 'none' ? 'placeGroup' : 'agentGroup',
        id: id === 'none' ? 'east' : id,
        ...(selection === 'percentage' ? { share: 30 + n * 40 } : {}),
      })),
    }),
  );

type Step =
  | {
      readonly kind: 'come';
      readonly id: string;
      readonly of: Partial<Piece>;
      readonly requirement: Requirement;
    }
  | { readonly kind: 'go'; readonly id: string }
  | { readonly kind: 'agent'; readonly worker: Worker; readonly coming: ReadonlyMap<string, number> }
  | { readonly kind: 'leave'; readonly id: string }
  | { readonly kind: 'pass'; readonly seconds: number }
  | { readonly kind: 'drain' }
  | { readonly kind: 'attempt' };

const id = fc.integer({ min: 1, max: 30 }).map(String);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('come' as const),
      id,
      of: fc.record({
        priority: fc.integer({ min: -2, max: 4 }),
        placedAt: fc.integer({ min: 0, max: 9 }),
        preferred: fc.option(fc.constantFrom(...AGENTS), { nil: undefined, freq: 4 }),
        excluded: fc.oneof(
          { weight: 3, arbitrary: fc.constant<string[]>([]) },
          { weight: 1, arbitrary: fc.subarray(AGENTS) },
        ),
      }),
      requirement: arbitraryRequirement,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('go' as const), id }) },
  {
    weight: 5,
    arbitrary: fc
      .record({
        id: fc.constantFrom(...AGENTS),
        idleSince: fc.integer({ min: 0, max: 5 }),
        load: fc.integer({ min: 0, max: 3 }),
        mediaTypes: fc.subarray(MEDIA),
        place: fc.constantFrom('east', 'west'),
        coming: fc.constantFrom([], [['email', 1]], [['chat', 1]]) as fc.Arbitrary<[string, number][]>,
      })
      .map(({ place, coming, ...of }) => ({
        kind: 'agent' as const,
        worker: worker(of.id, { ...of, placeId: place }),
        coming: new Map(coming),
      })),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('leave' as const), id: fc.constantFrom(...AGENTS) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('pass' as const), seconds: fc.integer({ min: 1, max: 9 }) }),
  },
  { weight: 3, arbitrary: fc.constant({ kind: 'drain' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'attempt' as const }) },
);

describe('matching', () => {
  test('[Q1 Q9 Q10 Q17 Q18] gives out what looking at all work and all agents would, whatever it was told in which order', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120, size: 'max' }), (steps) => {
        const [quick, naive] = [new Matching(rules), new NaiveMatching(rules)];
        let now = 10;
        let sequence = 0;
        for (const [n, one] of [...steps, { kind: 'drain' as const }].entries())
          switch (one.kind) {
            case 'come': {
              sequence += 1;
              const { priority = 0, placedAt = 0 } = one.of;
              const rank = priority - one.requirement.growth * placedAt;
              const come = piece(one.id, { ...one.of, rank, sequence });
              for (const matching of [quick, naive]) matching.add(come, one.requirement);
              break;
            }
            case 'go':
              for (const matching of [quick, naive]) matching.remove(one.id);
              break;
            case 'agent':
              for (const matching of [quick, naive]) matching.setAgent(one.worker, one.coming);
              break;
            case 'leave':
              for (const matching of [quick, naive]) matching.removeAgent(one.id);
              break;
            case 'pass':
              now += one.seconds;
              break;
            case 'attempt': {
              // Whatever is tried leaves no trace.
              const extra = piece(String(100 + n), { priority: 9, rank: 9 });
              quick.attempt(() => {
                quick.add(extra, requirement({ selection: 'roundRobin' }));
                quick.remove('3');
                quick.setAgent(worker('ana', { load: 0 }), new Map());
                quick.removeAgent('ben');
              }, now);
              break;
            }
            case 'drain':
              expect(quick.drain(now)).toEqual(naive.drain(now));
              expect(quick.size).toBe(naive.waiting.size);
          }
      }),
      { numRuns: 1_500 },
    );
  });

  test('[Q17] by percentage, so many of every hundred go through each target, and no backlog is made up for', () => {
    const matching = new Matching(rules);
    const shares = requirement({
      selection: 'percentage',
      asked: [
        { kind: 'agentGroup', id: 'few', share: 70 },
        { kind: 'agentGroup', id: 'some', share: 30 },
      ],
    });
    const many = (id: string) => worker(id, { each: 1_000, all: 1_000 });
    const give = (from: number, count: number): number => {
      for (let n = from; n < from + count; n += 1) matching.add(piece(String(n)), shares);
      return matching.drain(0).filter(({ agentId }) => GROUPS.few?.includes(agentId)).length;
    };
    matching.setAgent(many('cem'), new Map());
    expect(give(0, 50)).toBe(0);
    matching.setAgent(many('ana'), new Map());
    expect(give(100, 100)).toBe(70);
  });

  test('[Q17] each in turn', () => {
    const matching = new Matching(rules);
    for (const id of ['ana', 'ben', 'cem']) matching.setAgent(worker(id), new Map());
    for (const id of ['1', '2', '3', '4']) matching.add(piece(id), requirement({ selection: 'roundRobin' }));
    expect(said(matching.drain(0))).toEqual(['1 to ana', '2 to ben', '3 to cem', '4 to ana']);
  });

  test('[Q1] what comes back finds its place again, and what is taken out leaves no gap', () => {
    const matching = new Matching(rules);
    const ids = Array.from({ length: 200 }, (_, n) => String(n + 1));
    for (const id of ids)
      matching.add(piece(id, { priority: Number(id) % 3, rank: Number(id) % 3 }), requirement());
    for (const id of ids.slice(10, 150)) matching.remove(id);
    for (const id of ids.slice(20, 60).reverse())
      matching.add(piece(id, { priority: Number(id) % 3, rank: Number(id) % 3 }), requirement());
    matching.setAgent(worker('ana', { each: 1_000, all: 1_000 }), new Map());
    const left = [...ids.slice(0, 10), ...ids.slice(20, 60), ...ids.slice(150)];
    const expected = [2, 1, 0].flatMap((priority) => left.filter((id) => Number(id) % 3 === priority));
    expect(matching.drain(0).map(({ id }) => id)).toEqual(expected);
  });

  test('forgets what only single pieces of work asked for, once none of them waits', () => {
    const matching = new Matching(rules);
    const only = requirement({ asked: [{ kind: 'agent', id: 'ana' }], passing: true });
    matching.add(piece('1'), only);
    expect(matching.counts(only)).toEqual({ waiting: 1, free: 0 });
    matching.setAgent(worker('ana'), new Map());
    expect(matching.counts(only)).toEqual({ waiting: 1, free: 1 });
    expect(said(matching.drain(0))).toEqual(['1 to ana']);
    expect(matching.counts(only)).toEqual({ waiting: 0, free: 0 });
  });
});
