/**
 * What waits, who is free, and what follows: the router's whole picture. Told of each change, it answers which offers are
 * to be made and what is to be moved on. Pure: moments are handed in, and nothing is asked of anybody.
 */
import { type Coming, roomFor } from '../agent/capacity.ts';
import type { AgentSession } from '../agent/session.ts';
import type { ContactCentre } from '../config/contact-centre.ts';
import type { Interaction } from '../interaction/interaction.ts';
import type { Instant } from '../values.ts';
import type { Piece } from './matching/candidate.ts';
import { Matching } from './matching/matching.ts';
import { requirementOf } from './matching/requirement.ts';
import type { Worker } from './matching/worker.ts';
import { membershipIn } from './membership.ts';
import { type Routable, type Route, routeAt, standingOf } from './route.ts';
import type { Destination } from './strategy.ts';
import { Timers } from './timers.ts';

/** As much of a piece of work as the router keeps while it waits. */
export interface WaitingItem extends Routable, Pick<Interaction, 'id' | 'version' | 'exclusions'> {
  /** Orders what came to wait in the same millisecond. */
  readonly sequence: number;
  /** It is left alone until then: something about it was not as it was thought to be. */
  readonly restUntil?: Instant;
}

export interface OfferToMake {
  readonly item: WaitingItem;
  readonly agentId: string;
  readonly among: number;
}

export interface MoveToMake {
  readonly item: WaitingItem;
  readonly to: Destination;
}

/** What would be different. */
export interface Trial {
  /** In its new state, or `undefined` where it does not wait any more. */
  readonly items: ReadonlyMap<string, WaitingItem | undefined>;
  readonly sessions: readonly (readonly [AgentSession, Coming])[];
}

const NOTHING_COMING: Coming = new Map();

export class RoutingPicture {
  readonly #centre: ContactCentre;
  readonly #matching: Matching;
  readonly #items = new Map<string, WaitingItem>();
  readonly #perQueue = new Map<string, number>();
  readonly #timers = new Timers();
  #moves = new Map<string, Destination>();

  constructor(centre: ContactCentre) {
    this.#centre = centre;
    this.#matching = new Matching({ membership: membershipIn(centre) });
  }

  /** Pieces of work that wait. */
  get size(): number {
    return this.#items.size;
  }

  item(id: string): WaitingItem | undefined {
    return this.#items.get(id);
  }

  /**
   * Something waits, in the place of what was known of it.
   * @param comes to this queue, rather than back to its place in it
   */
  put(item: WaitingItem, now: Instant, comes: boolean): void {
    const route = routeAt(item, now, this.#centre);
    this.remove(item.id);
    const to = route.moveTo ?? (comes ? this.#overflows(route, item.queue) : undefined);
    this.#items.set(item.id, item);
    this.#perQueue.set(item.queue, (this.#perQueue.get(item.queue) ?? 0) + 1);
    this.#timers.set(item.id, this.#nextLook(item, route, now));
    if (to === undefined) this.#match(item, route, now);
    else if (!rests(item, now)) this.#moves.set(item.id, to);
  }

  remove(id: string): WaitingItem | undefined {
    const item = this.#items.get(id);
    if (item === undefined) return undefined;
    this.#items.delete(id);
    this.#perQueue.set(item.queue, (this.#perQueue.get(item.queue) ?? 0) - 1);
    this.#timers.set(id, undefined);
    this.#moves.delete(id);
    this.#matching.remove(id);
    return item;
  }

  /** @param coming what is being offered to the agent and not in the session's load yet */
  setSession(session: AgentSession, coming: Coming = NOTHING_COMING): void {
    if (session.active) this.#matching.setAgent(workerOf(session, this.#centre), coming);
    else this.#matching.removeAgent(session.agentId);
  }

  /** When something changes by itself, if nobody tells anything before. */
  nextLook(): Instant | undefined {
    return this.#timers.next();
  }

  /** There may be something to do now: `next` would tell. */
  due(now: Instant): boolean {
    if (this.#moves.size > 0 || (this.#items.size > 0 && this.#matching.somebodyHasRoom)) return true;
    const look = this.nextLook();
    return look !== undefined && look <= now;
  }

  /** What is to be done now. It is taken out of what waits: what comes of it must be told. */
  next(now: Instant): { readonly offers: readonly OfferToMake[]; readonly moves: readonly MoveToMake[] } {
    for (const id of this.#timers.due(now)) {
      const item = this.#items.get(id);
      if (item !== undefined) this.put(item, now, false);
    }
    const moves = [...this.#moves].flatMap(([id, to]) => {
      const item = this.remove(id);
      return item === undefined ? [] : [{ item, to }];
    });
    const offers = this.#matching.drain(now).flatMap(({ id, agentId, among }) => {
      const item = this.remove(id);
      return item === undefined ? [] : [{ item, agentId, among }];
    });
    return { offers, moves };
  }

  /** Which offers would follow, if this were so. The picture stays as it is. */
  attempt({ items, sessions }: Trial, now: Instant, most: number): readonly OfferToMake[] {
    // Where everybody is busy, trying costs as much as all the rest of a decision and comes to nothing.
    if (sessions.length === 0 && !this.#matching.somebodyHasRoom) return [];
    const made = this.#matching.attempt(
      () => {
        for (const [id, item] of items) {
          this.#matching.remove(id);
          const route = item === undefined ? undefined : routeAt(item, now, this.#centre);
          if (item !== undefined && route !== undefined && route.moveTo === undefined)
            this.#match(item, route, now);
        }
        for (const [session, coming] of sessions) this.setSession(session, coming);
      },
      now,
      most,
    );
    return made.flatMap(({ id, agentId, among }) => {
      const item = items.get(id) ?? this.#items.get(id);
      return item === undefined ? [] : [{ item, agentId, among }];
    });
  }

  #overflows({ strategy }: Route, queue: string): Destination | undefined {
    const { overflow } = strategy ?? {};
    const waiting = this.#perQueue.get(queue) ?? 0;
    return overflow?.longerThan !== undefined && waiting >= overflow.longerThan ? overflow.to : undefined;
  }

  #match(item: WaitingItem, route: Route, now: Instant): void {
    if (rests(item, now)) return;
    const { rank, growth } = standingOf(item, this.#centre);
    const { asked, selection, preferred, passing } = route;
    const excluded = item.exclusions.filter(({ until }) => now < until).map(({ agentId }) => agentId);
    const piece: Piece = {
      id: item.id,
      priority: item.priority,
      rank,
      placedAt: item.placedAt,
      sequence: item.sequence,
      preferred,
      excluded: excluded.length > 1 ? [...new Set(excluded)].sort() : excluded,
    };
    const { mediaType } = item;
    this.#matching.add(
      piece,
      requirementOf({ mediaType, asked, selection, growth, passing: passing === true }),
    );
  }

  #nextLook(item: WaitingItem, route: Route, now: Instant): Instant | undefined {
    const moments = [route.until, item.restUntil, ...item.exclusions.map(({ until }) => until)];
    const next = Math.min(
      ...moments.map((at) => (at === undefined || at <= now ? Number.POSITIVE_INFINITY : at)),
    );
    return next === Number.POSITIVE_INFINITY ? undefined : next;
  }
}

const rests = ({ restUntil }: WaitingItem, now: Instant): boolean =>
  restUntil !== undefined && now < restUntil;

function workerOf(session: AgentSession, centre: ContactCentre): Worker {
  const { agentId, placeId, idleSince, channels, reachable } = session;
  return {
    id: agentId,
    ...(placeId === undefined ? {} : { placeId }),
    idleSince,
    load: Object.values(session.load).reduce((sum, n) => sum + n, 0),
    mediaTypes: reachable ? Object.keys(channels).filter((id) => channels[id]?.ready === true) : [],
    hasRoom: (mediaType, coming) => roomFor(session, mediaType, centre, coming) > 0,
  };
}
