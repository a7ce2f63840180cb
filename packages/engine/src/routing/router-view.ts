/** What the node that routes knows: the picture, the sessions behind it, and what it has asked for and has no answer to. */
import {
  type AgentSession,
  type ContactCentre,
  type MoveToMake,
  type OfferToMake,
  RoutingPicture,
  type WaitingItem,
} from '@intray/core';
import type { Store } from '@intray/store';
import { LRUCache } from 'lru-cache';
import type { Clock } from '../clock.ts';
import type { GrantedOrder } from '../execute/batch.ts';
import { type Change, changeOf } from './change.ts';
import { addedTo, OffersUnderWay } from './offers-under-way.ts';
import { QueueReading } from './queue-reading.ts';
import { WaitingWork } from './waiting-work.ts';

export interface RouterViewParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly centre: () => ContactCentre;
  readonly mostRemembered?: number;
  readonly mostReadAtOnce?: number;
}

/** After an unexpected "no", or when the database is away: the next attempt at the same, in milliseconds. */
export const REST = 1_000;
const MOST_VERSIONS = 50_000;
/** One batch with everything in it is still one short transaction. */
const MOST_JOINT = 256;

export class RouterView {
  readonly #parts: RouterViewParts;
  #picture: RoutingPicture;
  #work: WaitingWork;
  readonly #sessions = new Map<string, AgentSession>();
  /** What has been heard of already, from this node's own commits, and need not be read when the feed tells it again. */
  readonly #versions: LRUCache<string, number>;
  readonly #offering = new OffersUnderWay();
  #reading = false;

  constructor(parts: RouterViewParts) {
    this.#parts = parts;
    this.#versions = new LRUCache({ max: parts.mostRemembered ?? MOST_VERSIONS });
    const centre = parts.centre();
    this.#picture = new RoutingPicture(centre);
    this.#work = this.#newWork(centre);
  }

  /** Looks at everything anew, in the contact centre as it is configured now. */
  redraw(): void {
    const centre = this.#parts.centre();
    this.#picture = new RoutingPicture(centre);
    this.#work = this.#newWork(centre);
    for (const session of this.#sessions.values()) this.#show(session);
  }

  #newWork({ queues }: ContactCentre): WaitingWork {
    const { store, mostRemembered, mostReadAtOnce } = this.#parts;
    const reading = new QueueReading(store, queues.keys(), mostReadAtOnce);
    return new WaitingWork(this.#picture, reading, mostRemembered);
  }

  sessionVersion(agentId: string): number {
    return this.#sessions.get(agentId)?.version ?? -1;
  }

  itemVersion(id: string): number {
    return this.#versions.get(id) ?? 0;
  }

  learn(sessions: readonly AgentSession[]): void {
    for (const session of sessions)
      if (this.sessionVersion(session.agentId) <= session.version) {
        this.#sessions.set(session.agentId, session);
        this.#show(session);
      }
  }

  changed(change: Change): void {
    const { interaction, returned } = change;
    if (this.itemVersion(interaction.id) >= interaction.version) return;
    this.#versions.set(interaction.id, interaction.version);
    // Being offered at this moment: the answer to that tells what to do with it.
    if (this.#offering.has(interaction.id) && interaction.state === 'Queued' && !returned) return;
    this.#work.changed(change, this.#parts.clock.now());
  }

  /**
   * Which offers would follow, if these decisions were kept.
   * @param proposed what has been proposed for other batches and may be on its way: nobody is offered twice what they have
   *   room for once, and nothing twice
   */
  attempt(decided: readonly GrantedOrder[], proposed: readonly OfferToMake[] = []): readonly OfferToMake[] {
    const items = new Map<string, WaitingItem | undefined>();
    for (const { decision } of decided) {
      const change = changeOf(decision);
      if (change === undefined) continue;
      const { id } = change.interaction;
      items.set(id, this.#offering.has(id) ? undefined : this.#work.itemFrom(change));
    }
    if (this.#picture.size === 0 && [...items.values()].every((item) => item === undefined)) return [];
    const decidedIds = new Set(items.keys());
    const changed = new Map<string, AgentSession>();
    const comingBesides = Map.groupBy(proposed, ({ agentId }) => agentId);
    for (const { item, agentId } of proposed) {
      if (!decidedIds.has(item.id)) items.set(item.id, undefined);
      const session = this.#sessions.get(agentId);
      if (session !== undefined) changed.set(agentId, session);
    }
    for (const { decision } of decided)
      for (const session of decision.sessions) changed.set(session.agentId, session);
    const coming = (agentId: string) =>
      addedTo(
        this.#offering.comingTo(agentId, (id) => !decidedIds.has(id)),
        comingBesides.get(agentId) ?? [],
      );
    const sessions = [...changed.values()].map((one) => [one, coming(one.agentId)] as const);
    return this.#picture.attempt({ items, sessions }, this.#parts.clock.now(), MOST_JOINT);
  }

  /** There may be something to do now, or to read. */
  get due(): boolean {
    return this.readable || this.#picture.due(this.#parts.clock.now());
  }

  /** What is to be done now, and when to ask again if nothing happens before. What is named is taken out of the picture. */
  next(): {
    readonly offers: readonly OfferToMake[];
    readonly moves: readonly MoveToMake[];
    readonly lookAt: number | undefined;
  } {
    const { offers, moves } = this.#picture.next(this.#parts.clock.now());
    return { offers, moves, lookAt: this.#picture.nextLook() };
  }

  /** The database has more than is known here, there is room for it, and nobody is reading. */
  get readable(): boolean {
    return !this.#reading && this.#work.readable;
  }

  /** Reads a page of each queue that has more. @param after is called after each page: nobody waits for a million rows */
  async readOn(after: () => void): Promise<void> {
    this.#reading = true;
    try {
      await this.#work.readOn(
        () => this.#parts.clock.now(),
        ({ id, version }) => this.#offering.has(id) || this.itemVersion(id) > version,
        after,
      );
    } finally {
      this.#reading = false;
    }
  }

  offered(offer: OfferToMake): void {
    this.#work.took(offer.item);
    this.#offering.begin(offer);
  }

  /** What was on its way to the agent has arrived, or never will. */
  answered(offer: OfferToMake): void {
    this.#offering.end(offer);
    const session = this.#sessions.get(offer.agentId);
    if (session !== undefined) this.#show(session);
  }

  /** It waits after all. */
  putBack(item: WaitingItem): void {
    this.#work.putBack(item, this.#parts.clock.now());
  }

  /** It waits after all, and is not offered to this agent for a moment. */
  putBackWithout(agentId: string, item: WaitingItem): void {
    const until = this.#parts.clock.now() + REST;
    const others = item.exclusions.filter((one) => one.agentId !== agentId);
    this.putBack({ ...item, exclusions: [...others, { agentId, until }] });
  }

  /** The work as it waits now, if it does; the agents' sessions are learned besides. */
  async lookAt(id: string, agentIds: readonly string[]): Promise<WaitingItem | undefined> {
    const { interactions, sessions } = await this.#parts.store.load({
      interactionIds: [id],
      externalIds: [],
      agentIds,
      workbins: [],
      commandIds: [],
      contactIds: [],
    });
    this.learn(sessions);
    const [interaction] = interactions;
    return interaction && this.#work.itemFrom({ interaction, returned: false });
  }

  #show(session: AgentSession): void {
    this.#picture.setSession(session, this.#offering.comingTo(session.agentId));
  }
}
