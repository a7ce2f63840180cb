/** An interaction as one agent's client sees it. */
import type { Interaction, UserData } from '@intray/core';
import { address, type Base } from '../addresses.ts';
import { familyOf } from '../media.ts';
import { receivedDate } from '../moments.ts';
import type { Settled } from '../options.ts';
import { type Capability, capabilities, type Seen } from './capabilities.ts';
import { userDataOf } from './user-data.ts';

export const AGENT_STATES = [
  'Invited',
  'Processing',
  'InWorkbin',
  'Queued',
  'Completed',
  'Revoked',
  'Canceled',
] as const;
export type AgentState = (typeof AGENT_STATES)[number];

/** The state as the agent has it: a transfer is an offer for one and still work in hand for the other. */
export function stateFor(agentId: string, { state, invitation, workbin }: Interaction): AgentState {
  switch (state) {
    case 'Invited':
      return invitation?.agentId === agentId ? 'Invited' : 'Queued';
    case 'Transferring':
      return invitation?.agentId === agentId ? 'Invited' : 'Processing';
    case 'Processing':
    case 'InWorkbin':
      return state;
    case 'Snoozed':
    case 'Held':
      return workbin === undefined ? 'Queued' : 'InWorkbin';
    case 'New':
    case 'Queued':
      return 'Queued';
    case 'Done':
      return 'Completed';
    case 'Cancelled':
      return 'Canceled';
  }
}

export interface InteractionResource {
  readonly userData: UserData;
  readonly receivedDate?: string;
  readonly uri?: string;
  readonly capabilities: readonly Capability[];
  readonly state: AgentState;
  readonly id: string;
  /** `workitemType`: of what the agent made. */
  readonly [type: `${string}Type`]: string;
}

/** What a resource is written with. */
export interface Writing {
  readonly base: Base;
  readonly settings: Settled;
}

/** Taken as it came in, by whoever brought it in. */
const isOwnMaking = ({ submittedBy, submittedAt, assignedTo, assignedAt, delivery }: Interaction): boolean =>
  assignedTo === submittedBy && assignedAt === submittedAt && delivery === undefined;

/** The resource as messages and lists show it to an agent. */
export function interactionResource(
  agentId: string,
  seen: Seen,
  state: AgentState,
  { base, settings }: Writing,
  withSystem: boolean,
): InteractionResource & { readonly uri: string; readonly receivedDate: string } {
  const { interaction } = seen;
  const { id, receivedAt, mediaType, interactionType = 'Inbound' } = interaction;
  return {
    userData: userDataOf(interaction, settings, withSystem),
    receivedDate: receivedDate(receivedAt, settings.utcOffset(receivedAt)),
    uri: address(base, familyOf(mediaType).path, id),
    capabilities: capabilities(agentId, seen),
    state,
    id,
    ...(isOwnMaking(interaction) ? { [`${familyOf(mediaType).name}Type`]: interactionType } : {}),
  };
}

/** Lists show the system properties of what lies in a workbin, and of what was taken from one. */
export const showsSystem = ({ workbin, handler, pulledFrom }: Interaction): boolean =>
  workbin !== undefined || (handler !== undefined && pulledFrom !== undefined);

/** The resource in an answer to a question of the agent. */
export const readResource = (agentId: string, seen: Seen, writing: Writing) =>
  interactionResource(
    agentId,
    seen,
    stateFor(agentId, seen.interaction),
    writing,
    showsSystem(seen.interaction),
  );
