/**
 * Who is offered what, kept up step by step: when work comes or somebody gets free, only what that touches is looked at.
 * Pure: it knows no clock and asks nobody.
 *
 * The answer is this, whatever the order in which it was told: the best piece of work for which somebody is free is given
 * out first, to whom its selection puts first among those who may be asked; then the next best, until nothing that waits
 * can be taken by anybody who is free. Afterwards that holds until something is told, so a piece of work that comes is
 * only for those who stand free in its pool, and an agent who gets free only for what waits in theirs.
 */
import {
  type Assignment,
  type Candidate,
  goesFirst,
  type MatchingRules,
  type Piece,
  type Placed,
  type Waiting,
  waitingIn,
} from './candidate.ts';
import { Heap } from './heap.ts';
import { Pool } from './pool.ts';
import type { Requirement } from './requirement.ts';
import { cameBefore } from './row.ts';
import type { Worker } from './worker.ts';

const NO_POOLS: readonly Pool<Placed>[] = [];

export class Matching {
  readonly #rules: MatchingRules;
  readonly #pools = new Map<string, Pool<Placed>>();
  readonly #agents = new Map<string, Placed>();
  readonly #waiting = new Map<string, Waiting>();
  /** Free, and not yet listed among the free: mostly work is waiting for them and they never are. */
  readonly #fresh = new Set<Placed>();
  /** Where somebody free and something waiting may have come together. */
  readonly #open = new Set<Pool<Placed>>();
  /** Agents for whom more of something fits. */
  #withRoom = 0;
  #undo: (() => void)[] | undefined;

  constructor(rules: MatchingRules) {
    this.#rules = rules;
  }

  /** Pieces of work that wait. */
  get size(): number {
    return this.#waiting.size;
  }

  /** Otherwise nothing that waits can be given out. */
  get somebodyHasRoom(): boolean {
    return this.#withRoom > 0;
  }

  has(id: string): boolean {
    return this.#waiting.has(id);
  }

  piece(id: string): Piece | undefined {
    return this.#waiting.get(id);
  }

  add(piece: Piece, requirement: Requirement): void {
    this.remove(piece.id);
    const pool = this.#poolOf(requirement);
    const entry = waitingIn(pool, piece);
    pool.add(entry);
    this.#waiting.set(piece.id, entry);
    if (pool.free > 0) this.#open.add(pool);
    this.#undo?.push(() => this.remove(piece.id));
  }

  remove(id: string): boolean {
    const entry = this.#waiting.get(id);
    if (entry === undefined) return false;
    const { pool } = entry;
    this.#waiting.delete(id);
    pool.remove(entry);
    // What is only tried may come back, to the same people.
    if (pool.requirement.passing && pool.size === 0 && this.#undo === undefined) this.#forget(pool);
    this.#undo?.push(() => this.add(entry, pool.requirement));
    return true;
  }

  /** @param coming what is on its way to the agent and not in their load yet */
  setAgent(worker: Worker, coming: ReadonlyMap<string, number>): void {
    let standby = this.#agents.get(worker.id);
    const before = standby && { worker: standby.worker, coming: standby.coming };
    if (standby === undefined) {
      standby = { worker, pools: new Map(), coming: new Map(), offers: 0, free: [], listed: false, stamp: 0 };
      this.#agents.set(worker.id, standby);
      this.#joinAll(standby);
    } else {
      this.#unlist(standby);
      const moved = standby.worker.placeId !== worker.placeId;
      standby.worker = worker;
      if (moved) this.#joinAll(standby);
    }
    this.#expects(standby, coming);
    this.#undo?.push(() =>
      before === undefined ? this.removeAgent(worker.id) : this.setAgent(before.worker, before.coming),
    );
  }

  removeAgent(agentId: string): void {
    const standby = this.#agents.get(agentId);
    if (standby === undefined) return;
    this.#unlist(standby);
    this.#fresh.delete(standby);
    this.#agents.delete(agentId);
    if (standby.free.length > 0) this.#withRoom -= 1;
    this.#leaveAll(standby);
    const { worker, coming } = standby;
    this.#undo?.push(() => this.setAgent(worker, coming));
  }

  /** Gives out what can be given out. What is given is gone from what waits, and on its way to its agent. */
  drain(now: number, most = Number.POSITIVE_INFINITY): Assignment[] {
    const made: Assignment[] = [];
    if (this.#open.size === 0 && this.#fresh.size === 1) {
      const [standby] = this.#fresh;
      while (made.length < most && standby !== undefined && this.#fresh.has(standby)) {
        const found = this.#bestFor(standby, now);
        if (found === undefined) break;
        made.push(this.#give(found, standby));
      }
      if (made.length >= most) return made;
    }
    for (const standby of this.#fresh) this.#list(standby);
    this.#fresh.clear();
    if (this.#open.size > 0) this.#drainOpen(now, most, made);
    return made;
  }

  /** What `told` and then draining would give out. Afterwards everything is as it was. */
  attempt(told: () => void, now: number, most?: number): Assignment[] {
    this.#undo = [];
    try {
      told();
      return this.drain(now, most);
    } finally {
      const undo = this.#undo;
      this.#undo = undefined;
      for (const step of undo.reverse()) step();
    }
  }

  /** Everything that waits for the same as a requirement, and how many are free for it. */
  counts(requirement: Requirement): { readonly waiting: number; readonly free: number } {
    const pool = this.#pools.get(requirement.key);
    if (pool === undefined) return { waiting: 0, free: 0 };
    const fresh = [...this.#fresh].filter(
      (one) => pool.members.has(one) && one.free.includes(requirement.mediaType),
    );
    return { waiting: pool.size, free: pool.free + fresh.length };
  }

  #drainOpen(now: number, most: number, made: Assignment[]): void {
    const heap = new Heap(goesFirst);
    for (const pool of this.#open) this.#offerPool(pool, now, heap);
    while (made.length < most) {
      const top = heap.pop();
      if (top === undefined) break;
      const chosen = this.#isBest(top) ? top.pool.choose(top.entry, this.#known) : undefined;
      if (chosen !== undefined) {
        made.push(this.#give(top, chosen));
        // More may fit: they go back among the free, in their new place.
        if (this.#fresh.delete(chosen)) this.#list(chosen);
      }
      this.#offerPool(top.pool, now, heap);
    }
    if (made.length < most) this.#open.clear();
  }

  #offerPool(pool: Pool<Placed>, now: number, heap: Heap<Candidate>): void {
    const entry = pool.head();
    if (entry !== undefined) heap.push({ pool, entry, reached: entry.rank + pool.requirement.growth * now });
  }

  /** It still waits and is still the best there. */
  #isBest({ pool, entry }: Candidate): boolean {
    return !entry.gone && pool.head() === entry;
  }

  /** Looked at for each agent who gets free: nothing is made on the way but the answer. */
  #bestFor(standby: Placed, now: number): Candidate | undefined {
    let best: Candidate['entry'] | undefined;
    let where: Pool<Placed> | undefined;
    let most = Number.NEGATIVE_INFINITY;
    for (const mediaType of standby.free)
      for (const pool of standby.pools.get(mediaType) ?? NO_POOLS) {
        if (pool.size === 0) continue;
        const entry = pool.headFor(standby.worker.id);
        if (entry === undefined) continue;
        const reached = entry.rank + pool.requirement.growth * now;
        if (best !== undefined && (reached < most || (reached === most && !cameBefore(entry, best))))
          continue;
        best = entry;
        where = pool;
        most = reached;
      }
    return best === undefined || where === undefined
      ? undefined
      : { pool: where, entry: best, reached: most };
  }

  #give({ pool, entry }: Candidate, standby: Placed): Assignment {
    const among = pool.among(entry, this.#known) + (standby.listed ? 0 : 1);
    const { worker, coming } = standby;
    const untook = pool.took(standby);
    this.#undo?.push(untook, () => this.setAgent(worker, coming));
    this.remove(entry.id);
    this.#unlist(standby);
    const { mediaType } = pool.requirement;
    this.#expects(standby, new Map(coming).set(mediaType, (coming.get(mediaType) ?? 0) + 1));
    return { id: entry.id, agentId: worker.id, among };
  }

  readonly #known = (agentId: string): Placed | undefined => this.#agents.get(agentId);

  /** Notes what is on its way to the agent, and for what that leaves room. */
  #expects(standby: Placed, coming: ReadonlyMap<string, number>): void {
    const { worker } = standby;
    standby.coming = coming;
    standby.offers = 0;
    for (const n of coming.values()) standby.offers += n;
    if (standby.free.length > 0) this.#withRoom -= 1;
    standby.free = worker.mediaTypes.filter((mediaType) => worker.hasRoom(mediaType, coming));
    if (standby.free.length > 0) this.#withRoom += 1;
    standby.stamp += 1;
    if (standby.free.length > 0) this.#fresh.add(standby);
    else this.#fresh.delete(standby);
  }

  #list(standby: Placed): void {
    standby.listed = true;
    for (const mediaType of standby.free)
      for (const pool of standby.pools.get(mediaType) ?? NO_POOLS) {
        pool.list(standby);
        if (pool.size > 0) this.#open.add(pool);
      }
  }

  #unlist(standby: Placed): void {
    if (!standby.listed) return;
    standby.listed = false;
    for (const mediaType of standby.free)
      for (const pool of standby.pools.get(mediaType) ?? NO_POOLS) pool.unlist(standby);
  }

  #poolOf(requirement: Requirement): Pool<Placed> {
    const known = this.#pools.get(requirement.key);
    if (known !== undefined) return known;
    const pool = new Pool<Placed>(requirement);
    this.#pools.set(requirement.key, pool);
    const named = requirement.asked.flatMap(({ kind, id }) => (kind === 'agent' ? [id] : []));
    const possible =
      named.length === requirement.asked.length
        ? [...new Set(named)].flatMap((id) => this.#agents.get(id) ?? [])
        : this.#agents.values();
    for (const standby of possible) {
      if (!this.#join(standby, pool) || !standby.listed) continue;
      if (standby.free.includes(requirement.mediaType)) pool.list(standby);
    }
    return pool;
  }

  /** Nothing waits there any more, and nothing need ever again. */
  #forget(pool: Pool<Placed>): void {
    const { key, mediaType } = pool.requirement;
    this.#pools.delete(key);
    this.#open.delete(pool);
    for (const { pools } of pool.members.keys())
      pools.set(
        mediaType,
        (pools.get(mediaType) ?? []).filter((one) => one !== pool),
      );
  }

  #join(standby: Placed, pool: Pool<Placed>): boolean {
    const membership = this.#rules.membership(pool.requirement, standby.worker);
    if (membership === undefined) return false;
    const { mediaType } = pool.requirement;
    pool.members.set(standby, membership);
    const pools = standby.pools.get(mediaType);
    if (pools === undefined) standby.pools.set(mediaType, [pool]);
    else pools.push(pool);
    return true;
  }

  #joinAll(standby: Placed): void {
    this.#leaveAll(standby);
    for (const pool of this.#pools.values()) this.#join(standby, pool);
  }

  #leaveAll(standby: Placed): void {
    for (const pools of standby.pools.values()) for (const pool of pools) pool.members.delete(standby);
    standby.pools.clear();
  }
}
