/** What a commit means for the router's picture of what waits. */
import type { DomainEvent, Granted, Interaction, InteractionEvent } from '@intray/core';

/** What became of an interaction; `returned`: an offer of it was over without being accepted, so it is back in its place. */
export interface Change {
  readonly interaction: Interaction;
  readonly returned: boolean;
}

const ENDS_OFFER: ReadonlySet<string> = new Set(['InviteRejected', 'InviteRevoked']);

export const endsOffer = (events: readonly DomainEvent[]): boolean =>
  events.some(({ type }) => ENDS_OFFER.has(type));

export const changeOf = ({ interaction, events }: Granted): Change | undefined =>
  interaction === undefined || events.length === 0 ? undefined : { interaction, returned: endsOffer(events) };

/** What tells an event from all others. */
export const keyOf = ({ interactionId, version }: InteractionEvent): string => `${interactionId} ${version}`;
