/** Commands that carry nothing but their subject, or something nobody needs to be asked. */
import type { InteractionCommand, InteractionCommandType, InteractionView } from '@intray/core';

/** The command as it is given at once; `undefined` for one that asks something first. */
export function directCommand(
  type: InteractionCommandType,
  {
    interaction: { id: interactionId, invitation, handler, contactId },
  }: Pick<InteractionView, 'interaction'>,
  myId: string,
): InteractionCommand | undefined {
  switch (type) {
    case 'accept':
    case 'reject':
      // The ticket names the offer on the screen: an answer to an older one must not hit the next.
      return { type, interactionId, ...(invitation && { ticket: invitation.ticket }) };
    case 'revoke':
      // Whoever handed it over takes back their own; anybody else takes it from others.
      return { type, interactionId, reason: handler === myId ? 'origin' : 'supervisor' };
    case 'pull':
    case 'reportReply':
    case 'resume':
    case 'wake':
    case 'applyRules':
    case 'setInFocus':
      return { type, interactionId };
    case 'reopen':
      // What belongs to a contact is reopened out of the contact's history.
      return contactId === undefined ? { type, interactionId } : undefined;
    default:
      return undefined;
  }
}
