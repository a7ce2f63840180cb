'use client';
/** What was and what is to be found, as screens read it. */
import type { HistoryLine, Page } from '@intray/core';
import { type InfiniteData, keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useDesk } from './DeskProvider.tsx';
import { keys } from './keys.ts';

/** Lines of a contact's history fetched at once. */
const PAGE = 50;
const NONE: readonly HistoryLine[] = [];

/** What belongs to a contact, page after page as it is asked for. */
export function useContactHistory(contactId: string, mediaType: string | undefined, unfinished: boolean) {
  const { port } = useDesk();
  const query = useInfiniteQuery({
    queryKey: keys.contact(contactId, mediaType, unfinished),
    queryFn: ({ pageParam }) =>
      port.contactHistory(
        contactId,
        { limit: PAGE, ...(pageParam !== undefined && { after: pageParam }) },
        { ...(mediaType !== undefined && { mediaType }), ...(unfinished && { unfinished }) },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
  const { data } = query as { data: InfiniteData<Page<HistoryLine>> | undefined };
  const lines = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? NONE, [data]);
  return { ...query, lines };
}

/** Work that the person may see; nothing is asked for less than two letters. */
export function useSearch(text: string) {
  const { port } = useDesk();
  const sought = text.trim();
  return useQuery({
    queryKey: keys.search(sought),
    queryFn: () => port.search(sought),
    enabled: sought.length > 1,
    // What was found a moment ago may have moved since.
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
}
