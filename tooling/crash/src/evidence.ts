/** What is checked: what was promised, what is kept, and how the two are looked up. */
import type { InteractionEvent } from '@intray/core';
import { type Books, isOfInteraction, type Kept, type KeptEvent } from './books.ts';
import type { Page } from './ledger.ts';

export interface Evidence {
  /** As it stood before the books were read: what was promised by then must be in them. */
  readonly ledger: Page;
  readonly books: Books;
  /** Nothing is under way any more: everything must be finished, and the feed must have told everything. */
  readonly settled: boolean;
  readonly byId: ReadonlyMap<string, Kept>;
  readonly histories: ReadonlyMap<string, readonly KeptEvent<InteractionEvent>[]>;
  readonly eventsOfCommand: ReadonlyMap<string, readonly KeptEvent[]>;
}

export function evidence(ledger: Page, books: Books, settled = false): Evidence {
  const events = books.events.filter(isOfInteraction);
  const caused = books.events.filter(({ commandId }) => commandId !== undefined);
  return {
    ledger,
    books,
    settled,
    byId: new Map(books.interactions.map((kept) => [kept.interaction.id, kept])),
    histories: Map.groupBy(events, ({ interactionId }) => interactionId),
    eventsOfCommand: Map.groupBy(caused, ({ commandId }) => commandId ?? ''),
  };
}
