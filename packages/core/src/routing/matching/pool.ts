/** Those who can take a certain kind of work and are free, and the work that waits for them. */
import type { Asked } from '../route.ts';
import { Heap } from './heap.ts';
import { Line } from './line.ts';
import type { Requirement } from './requirement.ts';
import { cameBefore, type Entry } from './row.ts';
import type { Standby } from './worker.ts';

/** A free agent, and what they are chosen by: the least of the three figures goes first. */
interface Listed<S extends Standby> {
  readonly standby: S;
  readonly stamp: number;
  readonly first: number;
  readonly second: number;
  readonly third: number;
}

const goesBefore = (a: Listed<Standby>, b: Listed<Standby>): boolean => {
  if (a.first !== b.first) return a.first < b.first;
  if (a.second !== b.second) return a.second < b.second;
  if (a.third !== b.third) return a.third < b.third;
  return a.standby.worker.id < b.standby.worker.id;
};

/** The agents of one share where the selection is by percentage; all of them otherwise. */
interface Section<S extends Standby> {
  readonly share: number;
  credit: number;
  free: number;
  readonly heap: Heap<Listed<S>>;
}

type Known<S> = (agentId: string) => S | undefined;

/** How an agent belongs to a pool. */
export interface Membership {
  readonly section: number;
  /** The levels of the skills that are asked for, added up. */
  readonly skill: number;
}

export class Pool<S extends Standby> {
  readonly requirement: Requirement;
  readonly members = new Map<S, Membership>();
  /** By the agents that the work in them excludes; the one that excludes nobody is always there. */
  readonly #lines = new Map<string, Line>();
  readonly #open = new Line([]);
  readonly #sections: readonly Section<S>[];
  /** Agent → when it was last their turn here. */
  readonly #turns = new Map<string, number>();
  #turn = 0;
  size = 0;
  free = 0;

  constructor(requirement: Requirement) {
    this.requirement = requirement;
    const shares =
      requirement.selection === 'percentage' ? requirement.asked.map(({ share = 1 }: Asked) => share) : [1];
    this.#sections = shares.map((share) => ({
      share,
      credit: 0,
      free: 0,
      heap: new Heap<Listed<S>>(goesBefore),
    }));
  }

  add(entry: Entry): void {
    this.size += 1;
    this.#lineOf(entry).add(entry);
  }

  remove(entry: Entry): void {
    this.size -= 1;
    const line = this.#lineOf(entry);
    line.remove(entry);
    if (line.size === 0 && line !== this.#open) this.#lines.delete(line.excluded.join('\n'));
  }

  /** The best work that the agent may be offered. */
  headFor(agentId: string): Entry | undefined {
    if (this.#lines.size === 0) return this.#open.first;
    return this.#head((line) => !line.excluded.includes(agentId));
  }

  /** The best work that somebody who is free may be offered. */
  head(): Entry | undefined {
    if (this.free === 0) return undefined;
    if (this.#lines.size === 0) return this.#open.first;
    return this.#head((line) => line.excluded.length === 0 || this.#chosen(line.excluded) !== undefined);
  }

  list(standby: S): void {
    const membership = this.members.get(standby);
    if (membership === undefined) return;
    const section = this.#sectionOf(membership);
    this.free += 1;
    section.free += 1;
    // What is out of date is let go before it makes up most of the heap.
    if (section.heap.size > 2 * section.free + 16)
      section.heap.keep(({ standby: one, stamp }) => stamp === one.stamp);
    section.heap.push({ standby, stamp: standby.stamp, ...this.#figures(standby, membership) });
  }

  /** To be called before the agent's stamp changes. */
  unlist(standby: S): void {
    const membership = this.members.get(standby);
    if (membership === undefined) return;
    this.free -= 1;
    this.#sectionOf(membership).free -= 1;
  }

  /** Who of the free is to be asked for this work. */
  choose({ preferred: wanted, excluded }: Entry, known: Known<S>): S | undefined {
    const preferred = wanted === undefined ? undefined : known(wanted);
    return preferred !== undefined && this.#isFree(preferred) && !excluded.includes(preferred.worker.id)
      ? preferred
      : this.#chosen(excluded);
  }

  /** How many of the free might be asked for it. */
  among({ excluded }: Entry, known: Known<S>): number {
    return this.free - excluded.filter((id) => this.#isFree(known(id))).length;
  }

  /** It was this agent's turn. Answers what undoes that. */
  took(standby: S): () => void {
    const { selection } = this.requirement;
    if (selection === 'roundRobin') {
      const { id } = standby.worker;
      const before = this.#turns.get(id);
      this.#turn += 1;
      this.#turns.set(id, this.#turn);
      return () => {
        this.#turn -= 1;
        if (before === undefined) this.#turns.delete(id);
        else this.#turns.set(id, before);
      };
    }
    if (selection !== 'percentage') return NOTHING;
    const mine = this.#sections[this.members.get(standby)?.section ?? 0];
    const before = this.#sections.map(({ credit }) => credit);
    const present = this.#sections.filter((section) => section.free > 0 || section === mine);
    const all = present.reduce((sum, { share }) => sum + share, 0);
    for (const section of present) section.credit += section.share - (section === mine ? all : 0);
    return () => {
      for (const [n, section] of this.#sections.entries()) section.credit = before[n] ?? 0;
    };
  }

  #isFree(one: S | undefined): boolean {
    return one?.listed === true && one.free.includes(this.requirement.mediaType) && this.members.has(one);
  }

  #sectionOf({ section }: Membership): Section<S> {
    return this.#sections[this.#sections.length === 1 ? 0 : section] as Section<S>;
  }

  #figures(standby: S, { skill }: Membership): Pick<Listed<S>, 'first' | 'second' | 'third'> {
    const { idleSince, load, id } = standby.worker;
    switch (this.requirement.selection) {
      case 'leastLoaded':
        return { first: load + standby.offers, second: idleSince, third: 0 };
      case 'bestSkill':
        return { first: -skill, second: standby.offers, third: idleSince };
      case 'roundRobin':
        return { first: this.#turns.get(id) ?? 0, second: idleSince, third: 0 };
      default:
        // Whoever is just being offered something is not the longest idle any more.
        return { first: standby.offers, second: idleSince, third: 0 };
    }
  }

  /** The first of the free who is not excluded: in the section that is due most, if there are several. */
  #chosen(excluded: readonly string[]): S | undefined {
    let best: S | undefined;
    let most = Number.NEGATIVE_INFINITY;
    for (const section of this.#sections) {
      if (section.free === 0 || section.credit + section.share <= most) continue;
      const found = firstOf(section.heap, excluded);
      if (found === undefined) continue;
      best = found;
      most = section.credit + section.share;
    }
    return best;
  }

  #lineOf({ excluded }: Entry): Line {
    if (excluded.length === 0) return this.#open;
    const key = excluded.join('\n');
    let line = this.#lines.get(key);
    if (line === undefined) {
      line = new Line(excluded);
      this.#lines.set(key, line);
    }
    return line;
  }

  #head(serves: (line: Line) => boolean): Entry | undefined {
    let best = this.#open.size > 0 && serves(this.#open) ? this.#open.first : undefined;
    for (const line of this.#lines.values()) {
      if (!serves(line)) continue;
      const head = line.first;
      if (head !== undefined && (best === undefined || standsBefore(head, best))) best = head;
    }
    return best;
  }
}

const NOTHING = (): void => {};

/** Of one pool, whose work grows alike. */
const standsBefore = (a: Entry, b: Entry): boolean =>
  a.rank !== b.rank ? a.rank > b.rank : cameBefore(a, b);

function firstOf<S extends Standby>(heap: Heap<Listed<S>>, excluded: readonly string[]): S | undefined {
  const aside: Listed<S>[] = [];
  let found: S | undefined;
  for (;;) {
    const top = heap.peek();
    if (top === undefined) break;
    if (top.stamp !== top.standby.stamp || !top.standby.listed) heap.pop();
    else if (excluded.includes(top.standby.worker.id)) aside.push(heap.pop() as Listed<S>);
    else {
      found = top.standby;
      break;
    }
  }
  for (const one of aside) heap.push(one);
  return found;
}
