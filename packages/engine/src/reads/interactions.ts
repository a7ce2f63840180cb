/** Questions about single interactions, and about what a person has in hand. */
import {
  type Actor,
  type AgentSession,
  type Answer,
  deskFacts,
  holders,
  type Interaction,
  type InteractionEvent,
  type InteractionView,
  type MyDesk,
  noSession,
  type Page,
  type PageRequest,
  refuse,
  sees,
  viewOf,
} from '@intray/core';
import { isNobody, maySeeNot, no, yes } from './answers.ts';
import { type ReadParts, sessionOf } from './parts.ts';

/** Views of interactions, with everybody's sessions from one question. */
async function views(
  actor: Actor,
  interactions: readonly Interaction[],
  parts: ReadParts,
  own: AgentSession | undefined,
) {
  const agents = new Set(
    interactions
      .flatMap((one) => [...holders(one), one.handler ?? ''])
      .filter((id) => id !== '' && id !== own?.agentId),
  );
  const others = agents.size === 0 ? [] : await parts.store.sessions([...agents]);
  const sessions = new Map(
    [...others, ...(own === undefined ? [] : [own])].map((session) => [session.agentId, session]),
  );
  const standing = {
    actor,
    now: parts.clock.now(),
    centre: parts.centre(),
    session: (agentId: string) => sessions.get(agentId),
    // What may be asked for does not depend on how full a tray is; only whether it is granted does.
    resting: () => 0,
  };
  return interactions.map((interaction): InteractionView => viewOf({ ...standing, interaction }));
}

export async function visible(
  actor: Actor,
  id: string,
  parts: ReadParts,
): Promise<Answer<{ interaction: Interaction; own: AgentSession | undefined }>> {
  const [interaction, own] = await Promise.all([parts.store.interaction(id), sessionOf(actor, parts.store)]);
  if (interaction === undefined)
    return no(
      refuse('interaction_unknown', `There is no interaction "${id}". Check the id.`, { interactionId: id }),
    );
  if (!sees(actor, interaction, own, parts.centre())) return maySeeNot(actor, `the interaction "${id}"`);
  return yes({ interaction, own });
}

export const interactionReads = (parts: ReadParts) => ({
  async me(actor: Actor): Promise<Answer<MyDesk>> {
    const { store, clock } = parts;
    const centre = parts.centre();
    const facts = actor.kind === 'user' ? deskFacts(actor.id, centre) : undefined;
    if (actor.kind !== 'user' || facts === undefined) return isNobody(actor);
    // The cursor first: what happens while the rest is read is told again, and not left out.
    const cursor = await store.feedEnd();
    const [own, work] = await Promise.all([sessionOf(actor, store), store.workOf(actor.id)]);
    return yes({
      ...facts,
      session: own ?? noSession(actor.id),
      work: await views(actor, work, parts, own),
      cursor,
      now: clock.now(),
    });
  },

  async interaction(actor: Actor, id: string): Promise<Answer<InteractionView>> {
    const found = await visible(actor, id, parts);
    if (!found.ok) return found;
    const [view] = await views(actor, [found.value.interaction], parts, found.value.own);
    return yes(view as InteractionView);
  },

  async history(actor: Actor, id: string, page: PageRequest): Promise<Answer<Page<InteractionEvent>>> {
    const found = await visible(actor, id, parts);
    return found.ok ? yes(await parts.store.history(id, page)) : found;
  },
});
