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
    return of === undefined ? NOTHING : addedTo(NOTHING, of, counts);
  }
}

/** With these offers on their way to the same agent as well. */
export function addedTo(
  coming: Coming,
  offers: Iterable<OfferToMake>,
  counts: (id: string) => boolean = () => true,
): Coming {
  const all = new Map(coming);
  for (const { item } of offers)
    if (counts(item.id)) all.set(item.mediaType, (all.get(item.mediaType) ?? 0) + 1);
  return all;
}
