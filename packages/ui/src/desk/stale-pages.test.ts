import type { InteractionLine, Page } from '@intray/core';
import { InfiniteQueryObserver, QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { keys } from './keys.ts';
import { type Lines, rowsOf } from './lists.ts';
import { type StalePlace, stalePages } from './stale-pages.ts';

const TRAY = keys.workbin({ type: 'team', owner: { kind: 'AgentGroup', id: 'Team' } });
const KEY = [...TRAY, '{}'];
const SLICE = 10;

/** A list on a server that counts how often it is asked, of which so many pages have been looked at. */
async function scrolled(pages: number, rows: number) {
  const server = Array.from({ length: rows }, (_, n) => ({ id: `i${n}`, at: n * 10, priority: 0 }));
  const asked: string[] = [];
  const slice = async (after: string | undefined): Promise<Page<InteractionLine>> => {
    asked.push(after ?? 'start');
    const from = after === undefined ? -1 : Number(after);
    const beyond = server.filter(({ at }) => at > from).sort((a, b) => a.at - b.at);
    const items = beyond.slice(0, SLICE);
    const last = items.at(-1);
    return {
      items: items.map((row) => ({ ...row }) as unknown as InteractionLine),
      ...(beyond.length > SLICE && last && { next: String(last.at) }),
    };
  };
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } });
  const stale = stalePages(queries);
  const list = new InfiniteQueryObserver(queries, {
    queryKey: KEY,
    queryFn: ({ pageParam }) => stale.page(KEY, pageParam, slice),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: Page<InteractionLine>) => last.next,
  });
  const leave = list.subscribe(() => {});
  await list.refetch();
  for (let page = 1; page < pages; page += 1) await list.fetchNextPage();
  return {
    ...{ server, stale },
    shown: () => rowsOf(queries.getQueryData<Lines>(KEY)).map(({ id }) => id),
    /** What the server is asked after these were marked. */
    async after(...places: readonly StalePlace[]) {
      asked.length = 0;
      for (const place of places) stale.mark(place);
      await queries.invalidateQueries({ queryKey: TRAY });
      return [...asked];
    },
    [Symbol.dispose]: leave,
  };
}

const ids = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => `i${from + n}`);
const at = (row: string): StalePlace => ({ key: TRAY, where: { row } });

test('a row that changes deep in a list asks for its own page and no other', async () => {
  using list = await scrolled(5, 100);
  const row = list.server[25];
  if (row) row.priority = 9;
  expect(await list.after(at('i25'))).toEqual(['190']);
  expect(list.shown()).toEqual(ids(0, 50));
  // What nothing has said of again is not asked for, and without a word about where, all of it is.
  expect(await list.after(at('nowhere to be seen'))).toEqual([]);
  expect(await list.after()).toHaveLength(5);
});

test('a row that goes, or comes in between, leaves no gap and shows no row twice', async () => {
  using list = await scrolled(5, 100);
  list.server.splice(25, 1);
  expect(await list.after(at('i25'))).toEqual(['190']);
  const without = ids(0, 50).filter((id) => id !== 'i25');
  expect(list.shown()).toEqual(without);
  list.server.push({ id: 'new', at: 12, priority: 0 });
  expect(await list.after({ key: TRAY, where: 'first' })).toEqual(['start', '80']);
  expect(list.shown()).toEqual(['i0', 'i1', 'new', ...without.slice(2)]);
});

test('what comes to the end is asked for only where the end is shown', async () => {
  using deep = await scrolled(5, 100);
  deep.server.push({ id: 'new', at: 5_000, priority: 0 });
  expect(await deep.after({ key: TRAY, where: 'last' })).toEqual([]);
  using whole = await scrolled(3, 25);
  whole.server.push({ id: 'new', at: 5_000, priority: 0 });
  expect(await whole.after({ key: TRAY, where: 'last' })).toEqual(['190']);
  expect(whole.shown()).toEqual([...ids(0, 25), 'new']);
});

test('what may be anywhere, or is not known to be true at all, asks for every page', async () => {
  using list = await scrolled(3, 100);
  expect(await list.after(at('i3'), { key: TRAY, where: 'anywhere' })).toHaveLength(3);
  list.stale.markAll();
  expect(await list.after(at('i3'))).toHaveLength(3);
});
