/** Taking the next best: core says which it is, and it is pulled like any other, through the same door. */
import {
  type Actor,
  actorName,
  mayTakeNext,
  nextFor,
  noSession,
  nothingNext,
  type Order,
  type Outcome,
  queuesAsking,
} from '@intray/core';
import type { ReadParts } from '../reads/parts.ts';

/** Of each queue, what comes first: enough that some of it is for whoever asks, where anything is. */
const FIRST = 50;
/** A faster colleague took it: the next one is tried, so many times. */
const ATTEMPTS = 3;

export const pullingNext = (parts: ReadParts, execute: (order: Order) => Promise<Outcome>) => ({
  async pullNext(actor: Actor): Promise<Outcome> {
    const agentId = actorName(actor);
    const centre = parts.centre();
    const refusal = mayTakeNext(actor, centre);
    if (refusal !== null) return { ok: false, refusal };
    const [session = noSession(agentId)] = await parts.store.sessions([agentId]);
    const queues = session.active ? queuesAsking(agentId, session.placeId, centre) : [];
    const waiting = (await Promise.all(queues.map((queue) => parts.store.waiting(queue, FIRST)))).flat();
    const left = new Map(waiting.map((item) => [item.id, item]));
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const item = nextFor(session, [...left.values()], parts.clock.now(), centre);
      if (item === undefined) break;
      const outcome = await execute({ actor, command: { type: 'pull', interactionId: item.id } });
      if (outcome.ok || (outcome.refusal.code !== 'taken' && outcome.refusal.code !== 'wrong_state'))
        return outcome;
      left.delete(item.id);
    }
    return { ok: false, refusal: nothingNext(session) };
  },
});
