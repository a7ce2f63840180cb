/** How a memory desk explains: core's own words on the rows at hand. */
import {
  type Actor,
  type AgentExplanation,
  type Answer,
  type ContactCentre,
  concernedBy,
  explainAgent,
  explainInteraction,
  type Interaction,
  type InteractionEvent,
  type InteractionExplanation,
  mayAskAbout,
  noSession,
  queuesAsking,
} from '@intray/core';
import type { MemoryFeed } from './memory-feed.ts';
import type { MemoryRows } from './memory-rows.ts';

export interface ExplainingGround {
  readonly centre: () => ContactCentre;
  readonly rows: MemoryRows;
  readonly feed: MemoryFeed;
  readonly now: () => number;
  /** The one of this id, if the person may see it. */
  readonly find: (actor: Actor, id: string) => Answer<Interaction>;
}

export const explaining = ({ centre, rows, feed, now, find }: ExplainingGround) => ({
  async explainInteraction(actor: Actor, id: string): Promise<Answer<InteractionExplanation>> {
    const found = find(actor, id);
    if (!found.ok) return found;
    const interaction = found.value;
    const lastOffer = feed.events.findLast(
      (event): event is InteractionEvent => event.type === 'AgentInvited' && event.interactionId === id,
    );
    const concerned = concernedBy(interaction, now(), centre());
    const session = (agentId: string) => rows.sessions.get(agentId);
    const asked = { actor, interaction, concerned, session, lastOffer, now: now(), centre: centre() };
    return { ok: true, value: explainInteraction(asked) };
  },
  async explainAgent(actor: Actor, agentId: string): Promise<Answer<AgentExplanation>> {
    const refusal = mayAskAbout(actor, agentId, centre());
    if (refusal) return { ok: false, refusal };
    const session = rows.sessions.get(agentId) ?? noSession(agentId);
    const queues = queuesAsking(agentId, session.placeId, centre()).map((queue) => {
      const waiting = rows.waiting(queue);
      const first = waiting.filter(({ state }) => state === 'Queued').slice(0, 5);
      return { queue, waiting: waiting.length, first: first.map((item) => ({ ...item, sequence: 0 })) };
    });
    return { ok: true, value: explainAgent(session, queues, now(), centre()) };
  },
});
