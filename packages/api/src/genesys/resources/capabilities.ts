/**
 * What a client may do with an item. What is listed and what is permitted is one and the same here: this wire's
 * operations are for what the caller is offered or has in hand, and for nothing else. That they may do more with work
 * that lies elsewhere (their own trays, what they supervise) is for Intray's own wires to offer; here it is pulled first.
 */
import { type Interaction, type InteractionCommandType, isInHandOf } from '@intray/core';

/** An operation, in the order it is written, with the command of core that must be allowed for it. */
const OFFERED = { Accept: 'accept', Reject: 'reject' } as const satisfies Listed;
const IN_HAND = {
  Transfer: 'transfer',
  AttachUserData: 'attachUserData',
  UpdateUserData: 'updateUserData',
  DeleteUserData: 'deleteUserData',
  SetInFocus: 'setInFocus',
  Complete: 'complete',
} as const satisfies Listed;

type Listed = Readonly<Record<string, InteractionCommandType>>;
export type Capability = keyof typeof OFFERED | keyof typeof IN_HAND;

/** Every capability there is. */
export const CAPABILITY_NAMES = Object.keys({ ...OFFERED, ...IN_HAND }) as readonly Capability[];

/** An interaction as its agent's client is told of it. */
export interface Seen {
  readonly interaction: Interaction;
  readonly allowed: readonly InteractionCommandType[];
}

function tableFor(agentId: string, interaction: Interaction): Listed {
  if (isInHandOf(agentId, interaction)) return IN_HAND;
  return interaction.invitation?.agentId === agentId ? OFFERED : {};
}

/** What the agent may do with it now: nothing, unless it is offered to them or in their hands. */
export const capabilities = (agentId: string, { interaction, allowed }: Seen): readonly Capability[] =>
  Object.entries(tableFor(agentId, interaction))
    .filter(([, command]) => allowed.includes(command))
    .map(([capability]) => capability as Capability);

/** Whether an operation is for work in hand: all of them, apart from the two that answer an offer. */
export const needsHand = (operation: string): boolean => !Object.hasOwn(OFFERED, operation);
