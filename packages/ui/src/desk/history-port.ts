/** What the desk asks a server about what was and what is to be found. A part of `DeskPort`. */
import type {
  ContactFilter,
  FinishedFilter,
  HistoryLine,
  InteractionLine,
  Outcome,
  Page,
  SearchResult,
} from '@intray/core';
import type { Slice } from './slice.ts';

export interface HistoryPort {
  finished(slice: Slice, filter?: FinishedFilter): Promise<Page<InteractionLine>>;
  contactHistory(contactId: string, slice: Slice, filter: ContactFilter): Promise<Page<HistoryLine>>;
  search(text: string): Promise<SearchResult>;
  /** Pulls what the router would give next. */
  pullNext(): Promise<Outcome>;
}
