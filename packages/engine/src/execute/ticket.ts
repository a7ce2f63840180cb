/** An order on its way through the engine. */
import { isSessionCommand, type Order, type Outcome } from '@intray/core';

export interface Ticket {
  readonly order: Order;
  /** Two tickets that share one of these are never decided in the same batch. */
  readonly subjects: readonly string[];
  readonly outcome: Promise<Outcome>;
  /** Answers the caller. */
  readonly settle: (outcome: Outcome) => void;
  readonly fail: (surprise: unknown) => void;
  /** How often a "no" from remembered rows was looked at again. */
  secondLooks: number;
}

function subjectsOf({ command }: Order): readonly string[] {
  if (isSessionCommand(command)) return [];
  const own = `i:${command.interactionId}`;
  return command.type === 'submit' && command.externalId !== undefined
    ? [own, `x:${command.externalId}`]
    : [own];
}

export function newTicket(order: Order): Ticket {
  const { promise, resolve, reject } = Promise.withResolvers<Outcome>();
  return {
    order,
    subjects: subjectsOf(order),
    outcome: promise,
    settle: resolve,
    fail: reject,
    secondLooks: 0,
  };
}

/** The id of the interaction an order names; nothing for commands to a session. */
export const interactionOf = ({ order: { command } }: Ticket): string | undefined =>
  isSessionCommand(command) ? undefined : command.interactionId;

export const externalIdOf = ({ order: { command } }: Ticket): string | undefined =>
  command.type === 'submit' ? command.externalId : undefined;
