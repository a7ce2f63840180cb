/** How a memory desk shows a board and finds work: core's own words on the rows at hand. */
import {
  type Actor,
  type Answer,
  agentsWatched,
  type Board,
  boardOf,
  type ContactCentre,
  conditionOf,
  type FindRequest,
  type Found,
  fits,
  type Interaction,
  type InteractionLine,
  mayWatch,
  queuesWatched,
} from '@intray/core';
import type { MemoryRows } from './memory-rows.ts';

export interface OverseeingGround {
  readonly centre: () => ContactCentre;
  readonly rows: MemoryRows;
  readonly now: () => number;
  readonly line: (interaction: Interaction) => InteractionLine;
}

export const overseeing = ({ centre, rows, now, line }: OverseeingGround) => ({
  async board(actor: Actor): Promise<Answer<Board>> {
    const refusal = mayWatch(actor, centre());
    if (refusal) return { ok: false, refusal };
    const queues = queuesWatched(actor, centre());
    const value = boardOf({
      actor,
      centre: centre(),
      now: now(),
      watched: agentsWatched(actor, centre()),
      sessions: rows.sessions,
      work: [...rows.interactions.values()].map(line),
      active: [...rows.sessions.values()].filter(({ active }) => active),
      queues: queues.map((queue) => ({
        queue,
        waiting: rows.waiting(queue).length,
        overdue: rows.waiting(queue).filter(({ dueAt }) => dueAt !== undefined && dueAt < now()).length,
        looked: rows.waiting(queue).length,
      })),
      queuesWatched: queues.length,
    });
    return { ok: true, value };
  },
  async find(actor: Actor, request: FindRequest): Promise<Answer<Found>> {
    const asked = conditionOf(request);
    if (!asked.ok) return asked;
    const { condition } = asked;
    const all = (request.queues ?? queuesWatched(actor, centre()))
      .flatMap((queue) => rows.waiting(queue))
      .map(line);
    const items = all.filter((one) => condition === undefined || fits(one, condition, now()));
    return { ok: true, value: { items: items.slice(0, request.limit), looked: all.length } };
  },
});
