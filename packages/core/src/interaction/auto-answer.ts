/**
 * The automatic answer to an offer. It is settled when the offer is made and kept with it: what is set afterwards
 * changes offers to come, and the server, not a page, knows when it is due and whether a "no" is heard until then.
 */
import type { ContactCentre } from '../config/contact-centre.ts';
import { AUTO_ANSWER, AUTO_ANSWER_REJECT, AUTO_ANSWER_TIMER } from '../options/answer-options.ts';
import { resolve } from '../options/resolve.ts';
import { refuse } from '../refusals.ts';
import { type Instant, SECOND } from '../values.ts';
import type { Standing, Verdict } from './ask.ts';
import type { AutoAnswer, Interaction } from './interaction.ts';

/** How an offer to the agent will be answered by itself: before it runs out. `undefined`: not at all. */
export function autoAnswer(
  agentId: string,
  interaction: Interaction,
  offer: { readonly now: Instant; readonly until: Instant },
  centre: ContactCentre,
): AutoAnswer | undefined {
  const of = [interaction.mediaType];
  const asking = { agentId, item: interaction };
  if (!resolve(AUTO_ANSWER, of, asking, centre)) return undefined;
  const shown = resolve(AUTO_ANSWER_TIMER, of, asking, centre) * SECOND;
  const latest = Math.max(offer.now, offer.until - SECOND);
  return {
    at: Math.min(offer.now + shown, latest),
    mayDecline: resolve(AUTO_ANSWER_REJECT, of, asking, centre),
  };
}

/** Its moment has come, and its agent is there to have the work. */
export function answersItself({ interaction, now, session }: Standing): Verdict {
  const { invitation } = interaction;
  const at = invitation?.autoAnswer?.at;
  const agent = invitation === undefined ? undefined : session(invitation.agentId);
  return at !== undefined && now >= at && agent?.active === true && agent.reachable
    ? null
    : refuse('not_due', 'The offer does not answer itself now.');
}

/** An offer that answers itself may be declined only where that is set. */
export const mayBeDeclined = ({ interaction }: Standing): Verdict =>
  interaction.invitation?.autoAnswer?.mayDecline === false
    ? refuse(
        'decline_disabled',
        'This offer is accepted by itself and cannot be declined. Ask your team lead to take it back.',
      )
    : null;
