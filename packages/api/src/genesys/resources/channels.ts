/** The media channels of a work session, and the states an agent may be in. */
import type { AgentSession, Catalogue, NotReadyReason } from '@intray/core';
import { address, type Base, workbinId } from '../addresses.ts';

export interface StateResource {
  readonly id: string;
  readonly displayName: string;
  readonly state: 'Ready' | 'NotReady' | 'LoggedOut';
  readonly reason: string | null;
  readonly workMode: string;
}

const state = (
  kind: StateResource['state'],
  displayName: string,
  reason: string | null = null,
): StateResource => ({
  id: workbinId(`state ${kind} ${reason ?? ''}`),
  displayName,
  state: kind,
  reason,
  workMode: 'Unknown',
});

const READY = state('Ready', 'Ready');
const NOT_READY = state('NotReady', 'Not Ready');
const LOGGED_OUT = state('LoggedOut', 'Logged Out');

/** Every state, with the operation that leads to it: what `/settings/agent-states` answers. */
export const agentStates = ({ notReadyReasons }: Catalogue) => [
  { ...READY, operationName: 'Ready' },
  { ...NOT_READY, operationName: 'NotReady' },
  ...notReadyReasons.map(({ id, name }) => ({ ...state('NotReady', name, id), operationName: id })),
  { ...LOGGED_OUT, operationName: 'Logout' },
];

export function channelResource(
  mediaType: string,
  session: AgentSession,
  reasons: readonly NotReadyReason[],
  base: Base,
) {
  const channel =
    session.active && Object.hasOwn(session.channels, mediaType) ? session.channels[mediaType] : undefined;
  const { reason } = channel ?? {};
  const named = reasons.find(({ id }) => id === reason)?.name;
  const userState =
    channel === undefined
      ? LOGGED_OUT
      : channel.ready
        ? READY
        : reason === undefined
          ? NOT_READY
          : state('NotReady', named ?? reason, reason);
  return { channel: mediaType, uri: address(base, 'me', 'channels', mediaType), userState };
}

/** One per medium of the contact centre. */
export const channelResources = (
  { mediaTypes, notReadyReasons }: Catalogue,
  session: AgentSession,
  base: Base,
) => mediaTypes.map(({ id }) => channelResource(id, session, notReadyReasons, base));
