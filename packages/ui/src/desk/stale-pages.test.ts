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
  const stale = stalePages(queries, (key) => void queries.invalidateQueries({ queryKey: key }));
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
    ...{ server, stale, asked },
    shown: () => rowsOf(queries.getQueryData<Lines>(KEY)).map(({ id }) => id),
    /** What the server is asked after these were marked. */
    async after(...places: readonly StalePlace[]) {
      asked.length = 0;
      for (const place of places) stale.mark(place);
      await queries.invalidateQueries({ queryKey: TRAY });
      return [...asked];
    },
    /** What the server is asked when these come to be on the screen. */
    async scrollTo(first: string, last: string) {
      asked.length = 0;
      stale.see(KEY, { first, last });
      await expect.poll(() => queries.isFetching()).toBe(0);
      return [...asked];
    },
    [Symbol.dispose]: leave,
  };
}

const ids = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => `i${from + n}`);
const at = (row: string): StalePlace => ({ key: TRAY, where: { row } });
const came = (row: string): StalePlace => ({ key: TRAY, where: { came: row } });

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

test('what comes in asks for the pages on the screen at once, and for each other one when it is scrolled to', async () => {
  using list = await scrolled(5, 100);
  list.stale.see(KEY, { first: 'i12', last: 'i24' });
  list.server.push({ id: 'above', at: 5, priority: 0 }, { id: 'here', at: 155, priority: 0 });
  list.server.push({ id: 'below', at: 415, priority: 0 });
  // Two rows of ten are between the kept pages now: what is pushed out of one is asked for too.
  expect(await list.after(came('above'), came('here'), came('below'))).toEqual(['90', '180', '190']);
  expect(list.shown()).toEqual(ids(0, 50).toSpliced(16, 0, 'here'));
  // Of the last page nothing follows: it is as long as a page is, and the next one is fetched as the end comes near.
  expect(await list.scrollTo('i40', 'i49')).toEqual(['390']);
  expect(list.shown()).toEqual([...ids(0, 16), 'here', ...ids(16, 42), 'below', ...ids(42, 49)]);
  expect(await list.scrollTo('i41', 'i48')).toEqual([]);
  expect(await list.scrollTo('i0', 'i9')).toEqual(['start', '80']);
  expect(list.shown()[1]).toBe('above');
});

test('a list that is not on the screen is asked for its beginning, and one in an order of its own for all of it', async () => {
  using list = await scrolled(5, 100);
  list.stale.see(KEY, { first: 'i40', last: 'i49' });
  list.stale.see(KEY, undefined);
  expect(await list.after(came('new'))).toEqual(['start']);
  list.stale.see(KEY, 'all');
  await expect.poll(() => list.asked).toEqual(['start', '90', '190', '290', '390']);
  expect(await list.after(came('newer'))).toHaveLength(5);
});

test('a row that is ranked anew leaves its old page and stands in the new one, with no gap around it', async () => {
  using list = await scrolled(5, 100);
  list.stale.see(KEY, { first: 'i10', last: 'i19' });
  const row = list.server[35];
  if (row) row.at = 125;
  expect(await list.after(at('i35'), came('i35'))).toEqual(['90', '180', '290']);
  const without = ids(0, 50).filter((id) => id !== 'i35');
  expect(list.shown()).toEqual(without.toSpliced(13, 0, 'i35'));
  // The first row of the page after it moves into this one: the page does not end where that row stands now.
  const first = list.server[20];
  if (first) first.at = 101;
  await list.after(at('i20'), came('i20'));
  expect(list.shown()).toEqual(
    without
      .filter((id) => id !== 'i20')
      .toSpliced(11, 0, 'i20')
      .toSpliced(14, 0, 'i35'),
  );
});

test('what may be anywhere, or is not known to be true at all, asks for every page', async () => {
  using list = await scrolled(3, 100);
  expect(await list.after(at('i3'), { key: TRAY, where: 'anywhere' })).toHaveLength(3);
  list.stale.markAll();
  expect(await list.after(at('i3'))).toHaveLength(3);
});
