/**
 * The router's hands: keeps a picture of what waits and who is free, and offers work whenever either changes. The
 * picture may be wrong at any moment; the command decides, and a refusal corrects the picture. Nothing is retried
 * unless something has changed, or a moment has come that was waited for.
 */
import { type AgentSession, type ContactCentre, type Order, type Outcome, ROUTER } from '@intray/core';
import type { Store } from '@intray/store';
import { LRUCache } from 'lru-cache';
import type { Clock } from '../clock.ts';
import type { GrantedOrder } from '../execute/batch.ts';
import type { OfferSource, Proposal } from '../execute/joint-offers.ts';
import { agentsIn } from '../feed/agents-in.ts';
import type { Told } from '../feed/relay.ts';
import type { Log } from '../log.ts';
import type { Counters } from '../metrics.ts';
import { type Change, changeOf, endsOffer } from './change.ts';
import type { LaneView } from './lane.ts';
import { type Match, match, type Offer } from './matching.ts';
import { WaitingWork } from './waiting-work.ts';

export interface MatcherParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly counters: Counters;
  readonly centre: () => ContactCentre;
  readonly execute: (order: Order) => Promise<Outcome>;
}

/** After an unexpected "no", or when the database is away: the next attempt at the same. */
const REST = 1_000;
const MOST_VERSIONS = 50_000;

export class Matcher implements OfferSource {
  readonly #parts: MatcherParts;
  readonly #work: WaitingWork;
  readonly #sessions = new Map<string, AgentSession>();
  /** What has been heard of already, from this node's own commits, and need not be read when the feed tells it again. */
  readonly #versions = new LRUCache<string, number>({ max: MOST_VERSIONS });
  readonly #offering = new Map<string, Offer>();
  readonly #inFlight = new Set<Promise<void>>();
  /** What the feed told of other nodes and must be read; `true`: its offer is over. */
  #unread = { interactions: new Map<string, boolean>(), agents: new Set<string>() };
  #refreshing = false;
  #considering = false;
  /** Offers of ours are being saved with the batch that made them possible. */
  #proposed = false;
  #alarm: { cancel(): void } | undefined;
  #routing = false;

  constructor(parts: MatcherParts) {
    this.#parts = parts;
    this.#work = new WaitingWork(parts.store);
  }

  /** Begins to route with a picture that is read anew. */
  async begin(): Promise<void> {
    if (this.#routing) return;
    this.#sessions.clear();
    this.#versions.clear();
    this.#work.reset(this.#parts.centre());
    this.#routing = true;
    this.#parts.counters.routing = true;
    this.#learn(await this.#parts.store.activeSessions());
    this.consider();
  }

  /** Offers nothing more; resolves when every offer that was under way has been answered. */
  async end(): Promise<void> {
    this.#routing = false;
    this.#parts.counters.routing = false;
    this.#alarm?.cancel();
    await Promise.allSettled([...this.#inFlight]);
  }

  configurationChanged(): void {
    if (!this.#routing) return;
    this.#work.reset(this.#parts.centre());
    this.consider();
  }

  /** What it would offer if these decisions were kept. The picture changes when they are, in `committed`. */
  propose(decided: readonly GrantedOrder[]): Proposal | undefined {
    if (!this.#routing || this.#proposed) return undefined;
    const changes = decided.flatMap(({ decision }) => changeOf(decision) ?? []);
    const lanes = this.#work.after(changes, (id) => this.#offering.has(id));
    if (lanes.every(({ items }) => items.length === 0)) return undefined;
    const sessions = new Map(this.#sessions);
    for (const session of decided.flatMap(({ decision }) => decision.sessions))
      sessions.set(session.agentId, session);
    const decidedHere = new Set(changes.map(({ interaction }) => interaction.id));
    const { offers } = this.#match(lanes, [...sessions.values()], (id) => !decidedHere.has(id));
    if (offers.length === 0) return undefined;
    this.#proposed = true;
    return {
      offers: offers.map(({ item, agentId }) => ({ interactionId: item.id, agentId })),
      settled: (kept) => {
        this.#proposed = false;
        this.#parts.counters.invitesSent += kept;
        this.consider();
      },
    };
  }

  /** What was committed here, at once. */
  committed(granted: readonly GrantedOrder[]): void {
    if (!this.#routing) return;
    for (const { decision } of granted) {
      const change = changeOf(decision);
      if (change !== undefined) this.#changed(change);
      this.#learn(decision.sessions);
    }
    this.consider();
  }

  /** What any node committed, a little later. */
  heard(told: readonly Told[]): void {
    if (!this.#routing) return;
    for (const { entry } of told) {
      const { event, topics } = entry;
      if (event.subject === 'agent') {
        if ((this.#sessions.get(event.agentId)?.version ?? -1) < event.version)
          this.#unread.agents.add(event.agentId);
      } else if ((this.#versions.get(event.interactionId) ?? 0) < event.version) {
        this.#unread.interactions.set(event.interactionId, endsOffer([event]));
        for (const agentId of agentsIn(topics)) this.#unread.agents.add(agentId);
      }
    }
    if (this.#unread.interactions.size + this.#unread.agents.size > 0) this.#track(this.#refresh());
  }

  /** Looks for offers to make, once, when everything that happens at this moment has happened. */
  consider(): void {
    if (this.#considering || !this.#routing) return;
    this.#considering = true;
    queueMicrotask(() => {
      this.#considering = false;
      if (this.#routing && !this.#proposed) this.#offerWork();
    });
  }

  /** @param counts which of the offers under way are not in the sessions' loads yet */
  #match<L extends LaneView>(
    lanes: readonly L[],
    sessions: readonly AgentSession[],
    counts: (id: string) => boolean,
  ): Match<L> {
    const underWay = new Map<string, Map<string, number>>();
    for (const { agentId, item } of this.#offering.values()) {
      if (!counts(item.id)) continue;
      const coming = underWay.get(agentId) ?? new Map<string, number>();
      underWay.set(agentId, coming.set(item.mediaType, (coming.get(item.mediaType) ?? 0) + 1));
    }
    return match({
      lanes,
      sessions,
      underWay: (agentId) => underWay.get(agentId),
      now: this.#parts.clock.now(),
      centre: this.#parts.centre(),
    });
  }

  #offerWork(): void {
    const sessions = [...this.#sessions.values()];
    const { offers, hungry, tryAgainAt } = this.#match([...this.#work.lanes()], sessions, () => true);
    for (const offer of offers) this.#track(this.#send(offer));
    for (const lane of hungry)
      this.#track(
        this.#work.read(lane, (id) => this.#offering.has(id)).then((read) => read && this.consider()),
      );
    if (tryAgainAt !== undefined) this.#considerAt(tryAgainAt);
  }

  #considerAt(at: number): void {
    this.#alarm?.cancel();
    this.#alarm = this.#parts.clock.at(at, () => this.consider());
  }

  async #send(offer: Offer): Promise<void> {
    const { item, agentId } = offer;
    const basedOn = this.#sessions.get(agentId)?.version;
    this.#work.take(item);
    this.#offering.set(item.id, offer);
    this.#parts.counters.invitesSent += 1;
    try {
      const outcome = await this.#parts.execute({
        command: { type: 'invite', interactionId: item.id, agentId },
        actor: ROUTER,
      });
      this.#offering.delete(item.id);
      if (!outcome.ok) await this.#refused(offer, basedOn);
    } catch (failure) {
      this.#offering.delete(item.id);
      this.#work.putBack(resting(offer, this.#parts.clock.now()));
      throw failure;
    }
    this.consider();
  }

  /** The picture was wrong somewhere: look at both, and leave this pair alone for a moment unless that explains it. */
  async #refused(offer: Offer, basedOn: number | undefined): Promise<void> {
    const { item, agentId } = offer;
    this.#parts.counters.invitesRefused += 1;
    const { interactions, sessions } = await this.#parts.store.load({
      interactionIds: [item.id],
      externalIds: [],
      agentIds: [agentId],
      workbins: [],
      commandIds: [],
      contactIds: [],
    });
    this.#learn(sessions);
    const [interaction] = interactions;
    if (interaction?.state !== 'Queued') return;
    if (interaction.queue !== item.queue) return this.#changed({ interaction, returned: false });
    const present = { ...item, priority: interaction.priority, exclusions: interaction.exclusions };
    const explained = sessions[0]?.version !== basedOn;
    this.#work.putBack(explained ? present : resting({ item: present, agentId }, this.#parts.clock.now()));
  }

  #changed(change: Change): void {
    const { interaction, returned } = change;
    if ((this.#versions.get(interaction.id) ?? 0) >= interaction.version) return;
    this.#versions.set(interaction.id, interaction.version);
    // Being offered at this moment: the answer to that tells what to do with it.
    if (this.#offering.has(interaction.id) && interaction.state === 'Queued' && !returned) return;
    this.#work.changed(change);
  }

  #learn(sessions: readonly AgentSession[]): void {
    for (const session of sessions)
      if ((this.#sessions.get(session.agentId)?.version ?? -1) <= session.version)
        this.#sessions.set(session.agentId, session);
  }

  /** Reads what other nodes changed, as much at once as has gathered. */
  async #refresh(): Promise<void> {
    if (this.#refreshing) return;
    this.#refreshing = true;
    try {
      while (this.#routing && this.#unread.interactions.size + this.#unread.agents.size > 0) {
        const { interactions, agents } = this.#unread;
        this.#unread = { interactions: new Map(), agents: new Set() };
        const request = {
          interactionIds: [...interactions.keys()],
          externalIds: [],
          agentIds: [...agents],
          workbins: [],
          commandIds: [],
          contactIds: [],
        };
        try {
          const loaded = await this.#parts.store.load(request);
          for (const interaction of loaded.interactions)
            this.#changed({ interaction, returned: interactions.get(interaction.id) === true });
          this.#learn(loaded.sessions);
        } catch (failure) {
          for (const [id, over] of interactions) this.#unread.interactions.set(id, over);
          for (const id of agents) this.#unread.agents.add(id);
          throw failure;
        }
        this.consider();
      }
    } finally {
      this.#refreshing = false;
    }
  }

  /** Keeps hold of what is under way. If it fails, everything is tried again in a moment, from the rows. */
  #track(work: Promise<unknown>): void {
    const tracked: Promise<void> = work
      .then(
        () => {},
        (failure: unknown) => {
          this.#parts.log.warn(
            { err: failure },
            'Work could not be offered; it will be tried again within a second.',
          );
          if (!this.#routing) return;
          this.#considerAt(this.#parts.clock.now() + REST);
        },
      )
      .finally(() => this.#inFlight.delete(tracked));
    this.#inFlight.add(tracked);
  }
}

/** The item, not to be offered to this agent again for a moment. */
const resting = ({ item, agentId }: Offer, now: number): Offer['item'] => ({
  ...item,
  exclusions: [...item.exclusions.filter((one) => one.agentId !== agentId), { agentId, until: now + REST }],
});
