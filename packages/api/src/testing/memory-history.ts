/** What a memory desk answers about what was and what is to be found. */
import {
  type Actor,
  type Answer,
  actorName,
  asLine,
  type ContactCentre,
  type Desk,
  historyLine,
  type Interaction,
  isFinal,
  matches,
  mayTakeNext,
  mayUseHistory,
  nextFor,
  noSession,
  nothingNext,
  type Order,
  type Outcome,
  type Page,
  type PageRequest,
  queuesAsking,
  sees,
  termsOf,
  wordsOf,
} from '@intray/core';
import type { MemoryRows } from './memory-rows.ts';

interface Ground {
  readonly centre: () => ContactCentre;
  readonly rows: MemoryRows;
  readonly now: () => number;
  readonly perform: (order: Order) => Outcome;
}

const yes = <T>(value: T): Answer<T> => ({ ok: true, value });

function slice<T>(all: readonly T[], { limit, after }: PageRequest): Page<T> {
  const from = Number(after ?? 0);
  const items = all.slice(from, from + limit);
  return from + limit < all.length ? { items, next: String(from + limit) } : { items };
}

export function memoryHistory({
  centre,
  rows,
  now,
  perform,
}: Ground): Pick<Desk, 'finished' | 'contactHistory' | 'search' | 'pullNext'> {
  const all = (fits: (one: Interaction) => boolean) =>
    [...rows.interactions.values()].filter(fits).sort((a, b) => b.placedAt - a.placedAt);
  const session = (agentId: string) => rows.sessions.get(agentId);
  const own = (actor: Actor) => (actor.kind === 'user' ? session(actor.id) : undefined);

  return {
    async finished(actor, page, { mediaType, since = 0, until = Number.MAX_SAFE_INTEGER } = {}) {
      const mine = all(
        (one) =>
          actor.kind === 'user' &&
          isFinal(one.state) &&
          one.assignedTo === actor.id &&
          (mediaType === undefined || one.mediaType === mediaType) &&
          (one.completedAt ?? 0) >= since &&
          (one.completedAt ?? 0) < until,
      );
      return yes(
        slice(
          mine.map((one) => asLine(one, page.keys)),
          page,
        ),
      );
    },
    async contactHistory(actor, contactId, page, { mediaType, unfinished } = {}) {
      const refusal = mayUseHistory(actor, centre());
      if (refusal !== null) return { ok: false, refusal };
      const theirs = all(
        (one) =>
          one.contactId === contactId &&
          (mediaType === undefined || one.mediaType === mediaType) &&
          !(unfinished && isFinal(one.state)),
      );
      const standing = { actor, now: now(), centre: centre(), session, resting: () => 0 };
      const lines = theirs.map((interaction) =>
        historyLine({ ...standing, interaction }, asLine(interaction, page.keys)),
      );
      return yes(slice(lines, page));
    },
    async search(actor, { text, limit }) {
      const terms = termsOf(text);
      const found = all(
        (one) => terms.length > 0 && matches(wordsOf(one), terms) && sees(actor, one, own(actor), centre()),
      );
      const items = found.slice(0, limit).map((one) => asLine(one, ['Subject', 'From']));
      return yes({ items, more: found.length > limit });
    },
    async pullNext(actor) {
      const refusal = mayTakeNext(actor, centre());
      if (refusal !== null) return { ok: false, refusal };
      const agentId = actorName(actor);
      const known = session(agentId) ?? noSession(agentId);
      const waiting = queuesAsking(agentId, known.placeId, centre())
        .flatMap((queue) => rows.waiting(queue))
        .filter(({ state }) => state === 'Queued')
        .map((one, sequence) => ({ ...one, sequence }));
      const item = known.active ? nextFor(known, waiting, now(), centre()) : undefined;
      if (item === undefined) return { ok: false, refusal: nothingNext(known) };
      return perform({ actor, command: { type: 'pull', interactionId: item.id } });
    },
  };
}
