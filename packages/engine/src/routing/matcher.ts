/**
 * The router's hands: keeps a picture of what waits and who is free, and offers work whenever either changes. The
 * picture may be wrong at any moment; the command decides, and a refusal corrects the picture. Nothing is retried
 * unless something has changed, or a moment has come that was waited for.
 */
import {
  type ContactCentre,
  type MoveToMake,
  type OfferToMake,
  type Order,
  type Outcome,
  ROUTER,
} from '@intray/core';
import type { Store } from '@intray/store';
import type { Clock } from '../clock.ts';
import type { GrantedOrder } from '../execute/batch.ts';
import type { OfferSource, Proposal } from '../execute/joint-offers.ts';
import { agentsIn } from '../feed/agents-in.ts';
import type { Told } from '../feed/relay.ts';
import type { Log } from '../log.ts';
import type { Counters } from '../metrics.ts';
import { changeOf, endsOffer, keyOf } from './change.ts';
import { REST, RouterView } from './router-view.ts';

export interface MatcherParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly counters: Counters;
  readonly centre: () => ContactCentre;
  readonly execute: (order: Order) => Promise<Outcome>;
  /** How many versions and places are remembered at most: tens of thousands unless given. */
  readonly mostRemembered?: number;
  /** How much waiting work is read at once: 2,000 pieces unless given. */
  readonly mostReadAtOnce?: number;
}

export class Matcher implements OfferSource {
  readonly #parts: MatcherParts;
  /** There while this node routes. */
  #view: RouterView | undefined;
  /** This node's own events that the feed has not told again yet: what they changed is known, down to the sessions. */
  readonly #own = new Set<string>();
  readonly #inFlight = new Set<Promise<void>>();
  /** What the feed told of other nodes and must be read; `true`: its offer is over. */
  #unread = { interactions: new Map<string, boolean>(), agents: new Set<string>() };
  #refreshing = false;
  #considering = false;
  /** Offers of ours that are being saved with the batches that made them possible. */
  readonly #proposed = new Set<readonly OfferToMake[]>();
  #alarm: { cancel(): void } | undefined;

  constructor(parts: MatcherParts) {
    this.#parts = parts;
  }

  /** Begins to route with a picture that is read anew. */
  async begin(): Promise<void> {
    if (this.#view !== undefined) return;
    const view = new RouterView(this.#parts);
    this.#own.clear();
    this.#view = view;
    this.#parts.counters.routing = true;
    this.#parts.counters.routingSince = this.#parts.clock.now();
    view.learn(await this.#parts.store.activeSessions());
    this.consider();
  }

  /** Offers nothing more; resolves when every offer that was under way has been answered. */
  async end(): Promise<void> {
    this.#view = undefined;
    this.#parts.counters.routing = false;
    delete this.#parts.counters.routingSince;
    this.#alarm?.cancel();
    await Promise.allSettled([...this.#inFlight]);
  }

  configurationChanged(): void {
    this.#view?.redraw();
    this.consider();
  }

  /** What it would offer if these decisions were kept. The picture changes when they are, in `committed`. */
  propose(decided: readonly GrantedOrder[]): Proposal | undefined {
    const view = this.#view;
    if (view === undefined) return undefined;
    // What is due is done as soon as no proposal is under way. So that this comes about, none is added meanwhile.
    if (this.#proposed.size > 0 && view.due) return undefined;
    const offers = view.attempt(decided, [...this.#proposed].flat());
    if (offers.length === 0) return undefined;
    this.#proposed.add(offers);
    return {
      offers: offers.map(({ item, agentId, among }) => ({ interactionId: item.id, agentId, among })),
      settled: (kept) => {
        this.#proposed.delete(offers);
        this.#parts.counters.invitesSent += kept;
        this.consider();
      },
    };
  }

  /** What was committed here, at once. */
  committed(granted: readonly GrantedOrder[]): void {
    if (this.#view === undefined) return;
    for (const { decision } of granted) {
      const change = changeOf(decision);
      if (change !== undefined) this.#view.changed(change);
      for (const event of decision.events) if (event.subject === 'interaction') this.#own.add(keyOf(event));
      this.#view.learn(decision.sessions);
    }
    this.consider();
  }

  /** What any node committed, a little later. */
  heard(told: readonly Told[]): void {
    const view = this.#view;
    if (view === undefined) return;
    for (const { entry } of told) {
      const { event, topics } = entry;
      if (event.subject === 'agent') {
        if (view.sessionVersion(event.agentId) < event.version) this.#unread.agents.add(event.agentId);
      } else if (!this.#own.delete(keyOf(event))) {
        // The interaction may have been read since, as it was after this event; the agents' sessions were not.
        if (view.itemVersion(event.interactionId) < event.version)
          this.#unread.interactions.set(event.interactionId, endsOffer([event]));
        for (const agentId of agentsIn(topics)) this.#unread.agents.add(agentId);
      }
    }
    if (this.#unread.interactions.size + this.#unread.agents.size > 0) this.#track(this.#refresh());
  }

  /** Looks for offers to make, once, when everything that happens at this moment has happened. */
  consider(): void {
    if (this.#considering || this.#view === undefined) return;
    this.#considering = true;
    queueMicrotask(() => {
      this.#considering = false;
      if (this.#view !== undefined && this.#proposed.size === 0) this.#offerWork(this.#view);
    });
  }

  #offerWork(view: RouterView): void {
    this.#parts.counters.routerPasses += 1;
    const { offers, moves, lookAt } = view.next();
    for (const offer of offers) this.#track(this.#send(offer, view));
    for (const move of moves) this.#track(this.#move(move, view));
    if (view.readable)
      this.#track(view.readOn(() => this.consider()).then(() => view.readable && this.consider()));
    if (lookAt !== undefined) this.#considerAt(lookAt);
  }

  #considerAt(at: number): void {
    this.#alarm?.cancel();
    this.#alarm = this.#parts.clock.at(at, () => this.consider());
  }

  async #send(offer: OfferToMake, view: RouterView): Promise<void> {
    const { item, agentId, among } = offer;
    const basedOn = view.sessionVersion(agentId);
    view.offered(offer);
    this.#parts.counters.invitesSent += 1;
    try {
      const outcome = await this.#parts.execute({
        command: { type: 'invite', interactionId: item.id, agentId, among },
        actor: ROUTER,
      });
      view.answered(offer);
      if (!outcome.ok) {
        this.#parts.counters.invitesRefused += 1;
        // The picture was wrong somewhere. Unless that explains it, this pair is left alone for a moment.
        const present = await view.lookAt(item.id, [agentId]);
        const explained = view.sessionVersion(agentId) !== basedOn || present?.queue !== item.queue;
        if (present !== undefined && explained) view.putBack(present);
        else if (present !== undefined) view.putBackWithout(agentId, present);
      }
    } catch (failure) {
      view.answered(offer);
      view.putBackWithout(agentId, item);
      throw failure;
    }
    this.consider();
  }

  async #move({ item, to }: MoveToMake, view: RouterView): Promise<void> {
    const { id: interactionId, version: expectVersion } = item;
    const command =
      'queue' in to
        ? ({ type: 'moveToQueue', interactionId, queue: to.queue } as const)
        : ({ type: 'moveToWorkbin', interactionId, workbin: to.workbin } as const);
    const rested = (left: typeof item) => ({ ...left, restUntil: this.#parts.clock.now() + REST });
    try {
      const outcome = await this.#parts.execute({ command, actor: ROUTER, expectVersion });
      const present = outcome.ok ? undefined : await view.lookAt(interactionId, []);
      if (present !== undefined) view.putBack(present.version === expectVersion ? rested(present) : present);
    } catch (failure) {
      view.putBack(rested(item));
      throw failure;
    }
    this.consider();
  }

  /** Reads what other nodes changed, as much at once as has gathered. */
  async #refresh(): Promise<void> {
    if (this.#refreshing) return;
    this.#refreshing = true;
    try {
      while (this.#unread.interactions.size + this.#unread.agents.size > 0) {
        const view = this.#view;
        if (view === undefined) return;
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
            view.changed({ interaction, returned: interactions.get(interaction.id) === true });
          view.learn(loaded.sessions);
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
          if (this.#view === undefined) return;
          this.#considerAt(this.#parts.clock.now() + REST);
        },
      )
      .finally(() => this.#inFlight.delete(tracked));
    this.#inFlight.add(tracked);
  }
}
