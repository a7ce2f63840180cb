/** Where an interaction is, in a few words: on whose desk, in which tray, in which queue. */
import type { Interaction } from '@intray/core';
import type { Names } from './names.ts';
import { words } from './words.ts';

type Whereabouts = Pick<
  Interaction,
  'state' | 'handler' | 'invitation' | 'workbin' | 'queue' | 'assignedTo' | 'preferredAgent'
>;

export function whereIs(interaction: Whereabouts, names: Names): string {
  const { state, handler, invitation, workbin, queue, assignedTo, preferredAgent } = interaction;
  const { item } = words;
  if (invitation !== undefined) {
    const { agentId } = invitation;
    if (!names.isMe(agentId)) return item.offeredTo(names.person(agentId));
    return handler === undefined ? item.offeredToMe : item.offeredToMeBy(names.person(handler));
  }
  if (handler !== undefined) return names.isMe(handler) ? item.onMyDesk : item.onDesk(names.person(handler));
  if (state === 'Done' || state === 'Cancelled') {
    if (assignedTo === undefined) return item.cameFrom(names.queue(queue));
    return names.isMe(assignedTo) ? item.endedByMe : item.endedBy(names.person(assignedTo));
  }
  if (workbin !== undefined) return item.inTray(names.workbin(workbin));
  if (state === 'Snoozed' && preferredAgent !== undefined)
    return names.isMe(preferredAgent) ? item.wakesForMe : item.wakesFor(names.person(preferredAgent));
  return item.inQueue(names.queue(queue));
}
