/** History and search over Intray's own wire. */
import type { IntrayClient } from '@intray/api/client';
import type { HistoryPort } from './history-port.ts';
import { pageOf } from './slice.ts';

type Asked = <T>(answer: Promise<T>) => Promise<T>;

export const connectHistory = ({ trpc }: IntrayClient, asked: Asked): HistoryPort => ({
  finished: (slice, filter) =>
    asked(trpc.history.finished.query({ ...pageOf(slice), ...(filter !== undefined && { filter }) })),
  contactHistory: (contactId, slice, filter) =>
    asked(trpc.history.ofContact.query({ contactId, ...pageOf(slice), filter })),
  search: (text) => asked(trpc.history.search.query({ text })),
  pullNext: () => asked(trpc.desk.pullNext.mutate()),
});
