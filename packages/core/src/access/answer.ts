/** Answers who asks about privileges: their own to anybody, another person's to who supervises them. */
import { type Actor, actorName } from '../actor.ts';
import type { ContactCentre } from '../config/contact-centre.ts';
import type { Answer } from '../desk.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { explainPrivileges, type PrivilegeExplanation } from './explain.ts';
import { mayAskAbout } from './may-ask-about.ts';
import type { AccessQuery } from './query.ts';

const no = (refusal: Refusal): Answer<never> => ({ ok: false, refusal });

/** Explains the privileges that are asked about. */
export function explainAccess(
  actor: Actor,
  query: AccessQuery,
  centre: ContactCentre,
): Answer<readonly PrivilegeExplanation[]> {
  const agentId = query.agentId ?? actorName(actor);
  const refusal = mayAskAbout(actor, agentId, centre);
  if (refusal) return no(refusal);
  const { mediaType } = query;
  if (mediaType !== undefined && !centre.mediaTypes.has(mediaType))
    return no(refuse('media_type_unknown', `There is no media type "${mediaType}".`, { mediaType }));
  return { ok: true, value: explainPrivileges(agentId, centre, query) };
}
