/** The matching as its rule says it, looking at all work and all agents each time: slow, and plain to see. */
import type { MatchingRules, Piece } from '../routing/matching/candidate.ts';
import type { Requirement } from '../routing/matching/requirement.ts';
import type { Worker } from '../routing/matching/worker.ts';

interface Present {
  readonly worker: Worker;
  coming: ReadonlyMap<string, number>;
}
interface Fit {
  readonly present: Present;
  readonly figures: readonly (number | string)[];
  readonly section: number;
}

export class NaiveMatching {
  readonly #rules: MatchingRules;
  readonly waiting = new Map<string, { piece: Piece; requirement: Requirement }>();
  readonly agents = new Map<string, Present>();
  readonly #turns = new Map<string, Map<string, number>>();
  readonly #credits = new Map<string, number[]>();
  #turn = 0;

  constructor(rules: MatchingRules) {
    this.#rules = rules;
  }

  add(piece: Piece, requirement: Requirement): void {
    this.waiting.set(piece.id, { piece, requirement });
  }

  remove(id: string): void {
    this.waiting.delete(id);
  }

  setAgent(worker: Worker, coming: ReadonlyMap<string, number>): void {
    this.agents.set(worker.id, { worker, coming });
  }

  removeAgent(id: string): void {
    this.agents.delete(id);
  }

  drain(now: number): { id: string; agentId: string; among: number }[] {
    const made: { id: string; agentId: string; among: number }[] = [];
    for (;;) {
      const next = this.#next(now);
      if (next === undefined) return made;
      made.push(next);
    }
  }

  #next(now: number): { id: string; agentId: string; among: number } | undefined {
    const inOrder = [...this.waiting.values()].sort((a, b) =>
      inTurn(
        [-reached(a, now), a.piece.placedAt, a.piece.sequence, a.piece.id],
        [-reached(b, now), b.piece.placedAt, b.piece.sequence, b.piece.id],
      ),
    );
    for (const { piece, requirement } of inOrder) {
      const fits = this.#fits(piece, requirement);
      if (fits.length === 0) continue;
      const chosen =
        fits.find(({ present }) => present.worker.id === piece.preferred) ?? this.#choose(requirement, fits);
      const { worker, coming } = chosen.present;
      const { mediaType } = requirement;
      this.#took(requirement, chosen);
      this.waiting.delete(piece.id);
      chosen.present.coming = new Map(coming).set(mediaType, (coming.get(mediaType) ?? 0) + 1);
      return { id: piece.id, agentId: worker.id, among: fits.length };
    }
    return undefined;
  }

  #free({ mediaType }: Requirement): Present[] {
    return [...this.agents.values()].filter(
      ({ worker, coming }) => worker.mediaTypes.includes(mediaType) && worker.hasRoom(mediaType, coming),
    );
  }

  #fits(piece: Piece, requirement: Requirement): Fit[] {
    return this.#free(requirement).flatMap((present) => {
      const membership = this.#rules.membership(requirement, present.worker);
      if (membership === undefined || piece.excluded.includes(present.worker.id)) return [];
      const offers = [...present.coming.values()].reduce((sum, n) => sum + n, 0);
      const { id, idleSince, load } = present.worker;
      const figures = {
        longestIdle: [offers, idleSince, id],
        percentage: [offers, idleSince, id],
        leastLoaded: [load + offers, idleSince, id],
        bestSkill: [-membership.skill, offers, idleSince, id],
        roundRobin: [this.#turns.get(requirement.key)?.get(id) ?? 0, idleSince, id],
      }[requirement.selection];
      return [{ present, figures, section: membership.section }];
    });
  }

  #choose(requirement: Requirement, fits: readonly Fit[]): Fit {
    const sorted = [...fits].sort((a, b) => inTurn(a.figures, b.figures));
    if (requirement.selection !== 'percentage') return sorted[0] as Fit;
    const credits = this.#creditsOf(requirement);
    const due = requirement.asked
      .map(({ share = 0 }, section) => ({ section, due: (credits[section] ?? 0) + share }))
      .filter(({ section }) => fits.some((fit) => fit.section === section))
      .sort((a, b) => b.due - a.due || a.section - b.section)[0];
    return sorted.find(({ section }) => section === due?.section) as Fit;
  }

  #took(requirement: Requirement, { present, section: mine }: Fit): void {
    const turns = this.#turns.get(requirement.key) ?? new Map<string, number>();
    this.#turn += 1;
    this.#turns.set(requirement.key, turns.set(present.worker.id, this.#turn));
    if (requirement.selection !== 'percentage') return;
    const free = this.#free(requirement).flatMap(
      ({ worker }) => this.#rules.membership(requirement, worker)?.section ?? [],
    );
    const sections = [...new Set(free)];
    const all = sections.reduce((sum, section) => sum + (requirement.asked[section]?.share ?? 0), 0);
    const credits = this.#creditsOf(requirement);
    for (const section of sections)
      credits[section] =
        (credits[section] ?? 0) + (requirement.asked[section]?.share ?? 0) - (section === mine ? all : 0);
  }

  #creditsOf({ key, asked }: Requirement): number[] {
    const known = this.#credits.get(key) ?? asked.map(() => 0);
    this.#credits.set(key, known);
    return known;
  }
}

const reached = (one: { piece: Piece; requirement: Requirement }, now: number): number =>
  one.piece.rank + one.requirement.growth * now;

function inTurn(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (const [n, one] of a.entries()) {
    const other = b[n] as number | string;
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}
