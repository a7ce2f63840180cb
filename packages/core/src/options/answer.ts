/** Answers who asks about options: their own to anybody, another person's to who supervises them. */
import { mayAskAbout } from '../access/may-ask-about.ts';
import { type Actor, actorName } from '../actor.ts';
import type { ContactCentre } from '../config/contact-centre.ts';
import type { Answer } from '../desk.ts';
import type { Interaction } from '../interaction/interaction.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { explain, explainAll, type OptionExplanation } from './explain.ts';
import type { OptionsQuery } from './query.ts';
import { readName } from './reading.ts';

const no = (refusal: Refusal): Answer<never> => ({ ok: false, refusal });

/**
 * Explains the options that are asked about.
 * @param interaction the one the query names, which the actor may see; `undefined` if it names none
 */
export function explainOptions(
  actor: Actor,
  query: OptionsQuery,
  interaction: Interaction | undefined,
  centre: ContactCentre,
): Answer<readonly OptionExplanation[]> {
  const agentId = query.agentId ?? actorName(actor);
  const refusal = mayAskAbout(actor, agentId, centre);
  if (refusal) return no(refusal);
  const asking = { agentId, item: interaction };
  if (query.name === undefined)
    return { ok: true, value: explainAll([...centre.mediaTypes.keys()], asking, centre) };
  const named = readName(query.name);
  return named.ok
    ? { ok: true, value: [explain(named.value, asking, centre)] }
    : no(refuse('option_unknown', named.fault, { option: query.name.slice(0, 200) }));
}
