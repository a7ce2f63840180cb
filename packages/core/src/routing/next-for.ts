/** Which of what waits the router would give a person next, if they took work now. */
import { may } from '../access/grants.ts';
import { lacking } from '../access/lacking.ts';
import type { Actor } from '../actor.ts';
import type { AgentSession } from '../agent/session.ts';
import type { ContactCentre } from '../config/contact-centre.ts';
import type { Verdict } from '../interaction/ask.ts';
import { type Refusal, refuse } from '../refusals.ts';
import type { Instant } from '../values.ts';
import { RoutingPicture, type WaitingItem } from './picture.ts';

/**
 * Asked of the router's own picture, with this one agent in it, ready on every channel they are logged on to and with
 * nothing in hand: whoever takes work up themselves may have more than fits.
 */
export function nextFor(
  session: AgentSession,
  waiting: readonly WaitingItem[],
  now: Instant,
  centre: ContactCentre,
): WaitingItem | undefined {
  const picture = new RoutingPicture(centre);
  const channels = Object.fromEntries(
    Object.entries(session.channels).map(([mediaType, channel]) => [mediaType, { ...channel, ready: true }]),
  );
  for (const item of waiting) picture.put(item, now, false);
  picture.setSession({ ...session, channels, reachable: true, load: {} });
  return picture.next(now).offers[0]?.item;
}

/** Taking the next one is a pull out of a queue, and takes the privilege for it. */
export const mayTakeNext = (actor: Actor, centre: ContactCentre): Verdict =>
  may(actor, 'pull-from-queue', centre) ? null : lacking(actor, 'pull-from-queue', undefined, centre);

/** Why there is nothing to take. */
export const nothingNext = (session: AgentSession): Refusal =>
  session.active
    ? refuse(
        'not_routed_here',
        'Nothing waits now that would be given to you. It is offered to you as soon as it comes, if you are ready.',
        { agentId: session.agentId },
      )
    : refuse('no_session', 'You are not logged on. Start a session first.', { agentId: session.agentId });
