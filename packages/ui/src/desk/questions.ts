'use client';
/** The server's answers, as screens read them. */
import type { Catalogue, FinishedFilter, InteractionLine, InteractionView, MyDesk, Page } from '@intray/core';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import { useNow } from '../design/useNow.ts';
import { useDesk } from './DeskProvider.tsx';
import { type Key, keys, listKeyOf } from './keys.ts';
import { keepingRows, type Lines, rowsOf } from './lists.ts';
import type { Place } from './place.ts';
import type { DeskPort } from './port.ts';
import type { Seen } from './stale-pages.ts';

/** Rows fetched at once: two screens full. */
const PAGE = 100;

export function useMe() {
  const desk = useDesk();
  return useQuery({ queryKey: keys.me, queryFn: () => desk.me() });
}

/** Who I am; `undefined` until the server has said so. Renders nothing when other things about me change. */
export function useMyId(): string | undefined {
  const desk = useDesk();
  return useQuery({ queryKey: keys.me, queryFn: () => desk.me(), select: idOf }).data;
}
const idOf = ({ agent }: MyDesk) => agent.id;

export function useCatalogue() {
  const { port } = useDesk();
  return useQuery({ queryKey: keys.catalogue, queryFn: () => port.catalogue() });
}

/**
 * The catalogue and who I am, as far as they are known. Asks nothing: what tells of an answer that did not come would ask
 * the same question anew by being shown, be taken away while it is asked, and so on for ever.
 */
export function useWhatIsKnown(): {
  readonly catalogue: Catalogue | undefined;
  readonly myId: string | undefined;
} {
  const desk = useDesk();
  const kept = { enabled: false } as const;
  const catalogue = useQuery({ queryKey: keys.catalogue, queryFn: () => desk.port.catalogue(), ...kept });
  const myId = useQuery({ queryKey: keys.me, queryFn: () => desk.me(), select: idOf, ...kept });
  return { catalogue: catalogue.data, myId: myId.data };
}

export function useIsDemo(): boolean {
  const { port } = useDesk();
  return useQuery({ queryKey: keys.demo, queryFn: () => port.isDemo(), retry: false }).data ?? false;
}

export function useWorkbins() {
  const { port } = useDesk();
  return useQuery({ queryKey: keys.workbins, queryFn: () => port.workbins() });
}

export function useQueues() {
  const { port } = useDesk();
  return useQuery({ queryKey: keys.queues, queryFn: () => port.queues() });
}

export function useInteraction(id: string) {
  const { port } = useDesk();
  return useQuery<InteractionView>({ queryKey: keys.interaction(id), queryFn: () => port.interaction(id) });
}

/** What happened to an interaction, newest first, as far as one page goes. */
export function useHistory(id: string) {
  const { port } = useDesk();
  return useQuery({
    queryKey: keys.history(id),
    queryFn: async () => (await port.history(id, { limit: 200, order: 'newest' })).items,
  });
}

export function useColleagues(text: string, mediaType?: string) {
  const { port } = useDesk();
  return useQuery({
    queryKey: keys.colleagues(text, mediaType),
    queryFn: () => port.colleagues({ text, ...(mediaType !== undefined && { mediaType }) }),
    placeholderData: keepPreviousData,
  });
}

/** What a list shows beyond its place: attached keys for its columns, and which of what is finished. */
export interface Wanted {
  readonly keys?: readonly string[] | undefined;
  readonly finished?: FinishedFilter;
}

function slicesOf(
  port: DeskPort,
  place: Place,
  { keys: shown, finished }: Wanted,
  after: string | undefined,
): Promise<Page<InteractionLine>> {
  const slice = { limit: PAGE, ...(after !== undefined && { after }), ...(shown && { keys: shown }) };
  switch (place.view) {
    case 'workbin':
      return port.workbinContent(place.workbin, slice);
    case 'queue':
      return port.queueContent(place.queue, slice);
    case 'finished':
      return port.finished({ ...slice, order: 'newest' }, finished);
    default:
      return Promise.resolve({ items: [] });
  }
}

/** The rows of the list at a place, page after page as they are asked for. */
export function useContents(place: Place, wanted: Wanted = {}) {
  const { port, pages } = useDesk();
  const queryKey = [...(listKeyOf(place) ?? (['list', 'none'] satisfies Key)), JSON.stringify(wanted)];
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) =>
      pages.page(queryKey, pageParam, (after) => slicesOf(port, place, wanted, after)),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
    structuralSharing: (before, after) => keepingRows(before as Lines | undefined, after as Lines),
  });
  const rows = useMemo(() => rowsOf(query.data as Lines | undefined), [query.data]);
  const hash = JSON.stringify(queryKey);
  const see = useCallback(
    (seen: Seen | undefined) => pages.see(JSON.parse(hash) as Key, seen),
    [pages, hash],
  );
  useEffect(() => () => see(undefined), [see]);
  return { ...query, rows, see };
}

/** Whether the server can be reached. */
export function useLink() {
  const { port } = useDesk();
  return useSyncExternalStore(port.onLink, port.link, () => 'online' as const);
}

export function useAuth() {
  const { auth } = useDesk();
  return useSyncExternalStore(auth.subscribe, auth.state, () => 'unknown' as const);
}

/** Commands that have no answer yet; a lease is nobody's business. */
export function useOutbox() {
  const { outbox } = useDesk();
  return useSyncExternalStore(outbox.subscribe, outbox.list, outbox.list);
}

/** The server's time, to the second. */
export function useServerNow(): number {
  const { clock } = useDesk();
  return (useNow() ?? 0) + clock.offset();
}
