/**
 * Offers in the same commit. What a batch decides often makes an offer possible: work has come and somebody is free, or
 * somebody got free and work is waiting. Offered after the commit, that is a second commit one after the other, and the
 * agent hears of the work twice as late. So the router is asked before the save what it would offer if the batch were
 * kept, and its orders are decided on what the batch leaves behind, and saved with it.
 *
 * They are guests in the batch and may never be its misfortune: an offer that is refused, or concerns rows that nobody
 * remembers or that another batch is just changing, is left out and goes the usual way afterwards, with all that come
 * after it; if a save fails with offers in it, they are asked for anew once and then left out.
 */
import { type ContactCentre, type Instant, ROUTER } from '@intray/core';
import { changesNothing, decideBatch, type GrantedOrder } from './batch.ts';
import { newTicket } from './ticket.ts';
import type { Gathering, WorkingSet } from './working-set.ts';

/** The router, as far as a batch needs it. */
export interface OfferSource {
  /** What it would offer if these decisions were kept, besides what it has proposed for other batches. */
  propose(decided: readonly GrantedOrder[]): Proposal | undefined;
}

/** The router offers nothing by itself until it has heard how its proposals went. */
export interface Proposal {
  readonly offers: readonly {
    readonly interactionId: string;
    readonly agentId: string;
    readonly among: number;
  }[];
  /** To be called once, with how many of the offers were kept. */
  settled(kept: number): void;
}

/** Offers that are decided and in the working set, and whom to tell how it went. */
export interface Joined {
  readonly orders: readonly GrantedOrder[];
  settled(kept: number): void;
}

/** One batch with everything in it is still one short transaction. */
const MOST_OFFERS = 256;

export interface Joining {
  readonly source: OfferSource;
  readonly gathering: Gathering;
  readonly centre: ContactCentre;
  readonly now: Instant;
  /** What other batches work on at this moment. */
  readonly others: Iterable<WorkingSet>;
}

/** Decides the router's offers on what the batch leaves in `set`; those that are granted are in it afterwards. */
export function joinOffers(
  decided: readonly GrantedOrder[],
  set: WorkingSet,
  { source, gathering, centre, now, others }: Joining,
): Joined | undefined {
  const proposal = source.propose(decided);
  if (proposal === undefined) return undefined;
  const orders: GrantedOrder[] = [];
  const busy = [...others].filter((other) => other !== set);
  // One that is left out takes the usual way. So do all that come after it: here they would overtake it, and perhaps take
  // the very room that it could have had with somebody else.
  for (const { interactionId, agentId, among } of proposal.offers.slice(0, MOST_OFFERS)) {
    if (busy.some(({ interactions, sessions }) => interactions.has(interactionId) || sessions.has(agentId)))
      break;
    const ticket = newTicket({ command: { type: 'invite', interactionId, agentId, among }, actor: ROUTER });
    if (set.missing([ticket], gathering) !== undefined) break;
    const kept = decideBatch([ticket], set, centre, now).granted.filter((order) => !changesNothing(order));
    if (kept.length === 0) break;
    orders.push(...kept);
  }
  return { orders, settled: proposal.settled };
}
