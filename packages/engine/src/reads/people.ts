/** Questions about the contact centre itself: its names, and the colleagues one may hand work to. */
import {
  type Actor,
  type AgentSession,
  type Answer,
  type Catalogue,
  type Colleague,
  type ContactCentre,
  catalogueFor,
  hasRoom,
  noSession,
} from '@intray/core';
import { isNobody, yes } from './answers.ts';
import type { ReadParts } from './parts.ts';

const MOST_COLLEAGUES = 50;

const belongs = (actor: Actor, centre: ContactCentre): boolean =>
  actor.kind !== 'user' || centre.agents.has(actor.id);

function colleague(name: string, session: AgentSession, centre: ContactCentre): Colleague {
  const media = Object.keys(session.channels);
  return {
    id: session.agentId,
    name,
    active: session.active,
    reachable: session.reachable,
    ready: media.filter((id) => session.channels[id]?.ready === true),
    hasRoomFor: session.active && session.reachable ? media.filter((id) => hasRoom(session, id, centre)) : [],
  };
}

export const peopleReads = (parts: ReadParts) => ({
  async catalogue(actor: Actor): Promise<Answer<Catalogue>> {
    const centre = parts.centre();
    if (!belongs(actor, centre)) return isNobody(actor);
    return yes(catalogueFor(actor, centre));
  },

  async colleagues(
    actor: Actor,
    search: { readonly text: string; readonly mediaType?: string },
  ): Promise<Answer<readonly Colleague[]>> {
    const centre = parts.centre();
    if (!belongs(actor, centre)) return isNobody(actor);
    const text = search.text.trim().toLocaleLowerCase();
    const found = [...centre.agents.values()].filter(
      ({ id, name }) =>
        (actor.kind !== 'user' || id !== actor.id) &&
        (id.toLocaleLowerCase().includes(text) || name.toLocaleLowerCase().includes(text)),
    );
    const sessions = new Map(
      (await parts.store.sessions(found.map(({ id }) => id))).map((one) => [one.agentId, one]),
    );
    const { mediaType } = search;
    const rank = (one: Colleague) =>
      (mediaType !== undefined && one.hasRoomFor.includes(mediaType) ? 2 : 0) +
      (one.active && one.reachable ? 1 : 0);
    return yes(
      found
        .map(({ id, name }) => colleague(name, sessions.get(id) ?? noSession(id), centre))
        .sort((a, b) => rank(b) - rank(a) || a.name.localeCompare(b.name))
        .slice(0, MOST_COLLEAGUES),
    );
  },
});
