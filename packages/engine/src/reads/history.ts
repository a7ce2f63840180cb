/** What was and what is to be found: what somebody finished, what belongs to a contact, and work by its words. */
import {
  type Actor,
  type AgentSession,
  type Answer,
  asLine,
  type ContactFilter,
  type FinishedFilter,
  type HistoryLine,
  historyLine,
  holders,
  type Interaction,
  type InteractionLine,
  mayUseHistory,
  type Page,
  type PageRequest,
  type SearchQuery,
  type SearchResult,
  sees,
  termsOf,
} from '@intray/core';
import { isNobody, no, yes } from './answers.ts';
import { type ReadParts, sessionOf } from './parts.ts';

/** So much that matches is looked at for what the person may see. */
const MOST_LOOKED_AT = 500;
/** What a row shows. */
const KEYS = ['Subject', 'From'];

/** The sessions of all whom these concern, and the asking person's own. */
async function sessionsOf(
  interactions: readonly Interaction[],
  own: AgentSession | undefined,
  { store }: ReadParts,
): Promise<ReadonlyMap<string, AgentSession>> {
  const agents = new Set(interactions.flatMap((one) => holders(one)).filter((id) => id !== own?.agentId));
  const others = agents.size === 0 ? [] : await store.sessions([...agents]);
  const all = own === undefined ? others : [...others, own];
  return new Map(all.map((session) => [session.agentId, session]));
}

/** By its ids at once, also before its words are known; then by its words. */
async function candidates(text: string, { store }: ReadParts): Promise<readonly Interaction[]> {
  const exact = text.trim();
  const [byId, byExternalId, byWords] = await Promise.all([
    exact === '' ? undefined : store.interaction(exact),
    exact === '' ? undefined : store.interactionByExternalId(exact),
    store.found(termsOf(text), MOST_LOOKED_AT),
  ]);
  const found = new Map<string, Interaction>();
  for (const one of [byId, byExternalId, ...byWords]) if (one !== undefined) found.set(one.id, one);
  return [...found.values()];
}

export const historyReads = (parts: ReadParts) => ({
  async finished(
    actor: Actor,
    page: PageRequest,
    filter?: FinishedFilter,
  ): Promise<Answer<Page<InteractionLine>>> {
    return actor.kind === 'user'
      ? yes(await parts.store.finishedBy(actor.id, page, filter))
      : isNobody(actor);
  },

  async contactHistory(
    actor: Actor,
    contactId: string,
    page: PageRequest,
    filter: ContactFilter = {},
  ): Promise<Answer<Page<HistoryLine>>> {
    const centre = parts.centre();
    const refusal = mayUseHistory(actor, centre);
    if (refusal !== null) return no(refusal);
    const [own, found] = await Promise.all([
      sessionOf(actor, parts.store),
      parts.store.ofContact(contactId, page, filter),
    ]);
    const sessions = await sessionsOf(found.items, own, parts);
    const standing = {
      actor,
      now: parts.clock.now(),
      centre,
      session: (agentId: string) => sessions.get(agentId),
      resting: () => 0,
    };
    const items = found.items.map((interaction) =>
      historyLine({ ...standing, interaction }, asLine(interaction, page.keys)),
    );
    return yes({ items, ...(found.next === undefined ? {} : { next: found.next }) });
  },

  async search(actor: Actor, { text, limit }: SearchQuery): Promise<Answer<SearchResult>> {
    const centre = parts.centre();
    const [own, all] = await Promise.all([sessionOf(actor, parts.store), candidates(text, parts)]);
    const seen = all.filter((interaction) => sees(actor, interaction, own, centre));
    return yes({
      items: seen.slice(0, limit).map((interaction) => asLine(interaction, KEYS)),
      more: seen.length > limit || all.length >= MOST_LOOKED_AT,
    });
  },
});
