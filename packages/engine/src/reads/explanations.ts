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
import { looksInto } from './places.ts';

/** An offer lies among the newest events of its work, or the work has moved on long since. */
const NEWEST: PageRequest = { limit: 100, order: 'newest', keys: [] };
/** Of each queue, what comes first. */
const FIRST = 5;
/** The same among all that lies there: what is held or asleep stands between. */
const BESIDE: PageRequest = { limit: 4 * FIRST, order: 'oldest', keys: ['Subject'] };
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
        first: n < MOST_QUEUES && (counts[n] ?? 0) > 0 ? await firstIn(queue, actor, parts) : [],
      })),
    );
    return yes(explainAgent(session, looked, now, centre));
  },
});

/** What comes first, with what it is about for those who may read that in the queue's own list. */
async function firstIn(queue: string, actor: Actor, { store, centre }: ReadParts) {
  const first = await store.waiting(queue, FIRST);
  if (!looksInto(actor, queue, centre())) return first;
  const { items } = await store.queueContent(queue, BESIDE);
  const subjects = new Map(items.map(({ id, data }) => [id, data['Subject']]));
  return first.map((item) => {
    const subject = subjects.get(item.id);
    return typeof subject === 'string' && subject !== '' ? { ...item, subject } : item;
  });
}

async function lastOfferOf(
  interaction: Interaction,
  { store }: ReadParts,
): Promise<InteractionEvent | undefined> {
  if (interaction.delivery === undefined) return undefined;
  const { items } = await store.history(interaction.id, NEWEST);
  return items.find(({ type }) => type === 'AgentInvited');
}
