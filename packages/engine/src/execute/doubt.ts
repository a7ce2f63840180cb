/**
 * A connection that breaks during a commit leaves open whether the batch was kept. An order with a command id is
 * recognised by its receipt. A batch that holds orders without one keeps a receipt of its own, the marker: if it is
 * there, the whole batch is. As long as it is not, the batch may be decided again: should the lost commit arrive after
 * all, the versions of the two exclude each other, and the conflict sends us to look for the marker once more.
 */
import { randomUUID } from 'node:crypto';
import type { Receipt } from '@intray/core';
import type { GrantedOrder } from './batch.ts';
import type { Ticket } from './ticket.ts';

/** A batch of which nobody knows whether it was kept. */
export interface Doubt {
  readonly marker: string | undefined;
  readonly receipts: ReadonlyMap<Ticket, Receipt>;
}

/** What to remember of a batch before it is sent, should nobody hear what became of it. */
export const doubtOf = (decided: readonly GrantedOrder[]): Doubt => ({
  marker: decided.some(needsMarker) ? `@batch:${randomUUID()}` : undefined,
  receipts: new Map(decided.map(({ ticket, receipt }) => [ticket, receipt])),
});

/** The answer to a ticket that was done after all. `found`: the receipts that are there. */
export function doneAlready(
  ticket: Ticket,
  found: ReadonlyMap<string, Receipt>,
  doubts: readonly Doubt[],
): Receipt | undefined {
  const { commandId } = ticket.order;
  const own = commandId === undefined ? undefined : found.get(commandId);
  if (own !== undefined) return own;
  for (const { marker, receipts } of doubts) {
    const receipt = receipts.get(ticket);
    if (receipt !== undefined && marker !== undefined && found.has(marker)) return receipt;
  }
  return undefined;
}

/**
 * Done twice, it would show, and nothing else would tell. A renewed lease may be renewed again; the router and the
 * sweeper go by the rows and take "it is so already" for an answer.
 */
function needsMarker({ ticket: { order }, decision }: GrantedOrder): boolean {
  return order.commandId === undefined && order.actor.kind === 'user' && decision.events.length > 0;
}
