/** Why work is where it is, and why an agent is offered nothing. What the answers say is core's; here the rows are fetched. */
import {
  type Actor,
  type AgentExplanation,
  type Answer,
  concernedBy,
  explainAgent,
  explainInteraction,
  type Interaction,
  type InteractionEvent,
  type InteractionExplanation,
  mayAskAbout,
  noSession,
  type PageRequest,
  queuesAsking,
} from '@intray/core';
import { no, yes } from './answers.ts';
import { visible } from './interactions.ts';
import type { ReadParts } from './parts.ts';

/** An offer lies among the newest events of its work, or the work has moved on long since. */
const NEWEST: PageRequest = { limit: 100, order: 'newest', keys: [] };
/** Of each queue, what comes first. */
const FIRST = 5;
/** Queues that are looked into; of more only the numbers are told. */
const MOST_QUEUES = 50;

export const explanationReads = (parts: ReadParts) => ({
  async explainInteraction(actor: Actor, id: string): Promise<Answer<InteractionExplanation>> {
    const found = await visible(actor, id, parts);
    if (!found.ok) return found;
    const { interaction } = found.value;
    const now = parts.clock.now();
    const centre = parts.centre();
    const concerned = concernedBy(interaction, now, centre);
    const [sessions, lastOffer] = await Promise.all([
      concerned.length === 0 ? [] : parts.store.sessions(concerned),
      lastOfferOf(interaction, parts),
    ]);
    const byId = new Map(sessions.map((session) => [session.agentId, session]));
    const session = (agentId: string) => byId.get(agentId);
    return yes(explainInteraction({ actor, interaction, concerned, session, lastOffer, now, centre }));
  },

  async explainAgent(actor: Actor, agentId: string): Promise<Answer<AgentExplanation>> {
    const centre = parts.centre();
    const refusal = mayAskAbout(actor, agentId, centre);
    if (refusal) return no(refusal);
    const [session = noSession(agentId)] = await parts.store.sessions([agentId]);
    const queues = queuesAsking(agentId, session.placeId, centre);
    const counts = await parts.store.queueCounts(queues);
    const now = parts.clock.now();
    const looked = await Promise.all(
      queues.map(async (queue, n) => ({
        queue,
        waiting: counts[n] ?? 0,
        first: n < MOST_QUEUES && (counts[n] ?? 0) > 0 ? await parts.store.waiting(queue, FIRST) : [],
      })),
    );
    return yes(explainAgent(session, looked, now, centre));
  },
});

async function lastOfferOf(
  interaction: Interaction,
  { store }: ReadParts,
): Promise<InteractionEvent | undefined> {
  if (interaction.delivery === undefined) return undefined;
  const { items } = await store.history(interaction.id, NEWEST);
  return items.find(({ type }) => type === 'AgentInvited');
}
