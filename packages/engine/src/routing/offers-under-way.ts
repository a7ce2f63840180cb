/** Offers that the router has asked for and has no answer to: what they are of, and what is on its way to whom. */
import type { Coming, OfferToMake } from '@intray/core';

const NOTHING: Coming = new Map();

export class OffersUnderWay {
  readonly #byItem = new Map<string, OfferToMake>();
  readonly #byAgent = new Map<string, Set<OfferToMake>>();

  has(id: string): boolean {
    return this.#byItem.has(id);
  }

  begin(offer: OfferToMake): void {
    this.#byItem.set(offer.item.id, offer);
    const of = this.#byAgent.get(offer.agentId);
    if (of === undefined) this.#byAgent.set(offer.agentId, new Set([offer]));
    else of.add(offer);
  }

  end(offer: OfferToMake): void {
    this.#byItem.delete(offer.item.id);
    const of = this.#byAgent.get(offer.agentId);
    of?.delete(offer);
    if (of?.size === 0) this.#byAgent.delete(offer.agentId);
  }

  /** @param counts which of them are not in the agent's load yet */
  comingTo(agentId: string, counts: (id: string) => boolean = () => true): Coming {
    const of = this.#byAgent.get(agentId);
    if (of === undefined) return NOTHING;
    const coming = new Map<string, number>();
    for (const { item } of of)
      if (counts(item.id)) coming.set(item.mediaType, (coming.get(item.mediaType) ?? 0) + 1);
    return coming;
  }
}
