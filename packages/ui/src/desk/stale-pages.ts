/**
 * Which pages of the kept lists are no longer true. A list that somebody has scrolled far down is many pages; an event
 * about one row asks for the page of that row and not for all of them. Where a row has come in is known to the server
 * alone: then the pages on the screen are asked for, and each of the others as soon as it is scrolled to.
 */
import { hashKey, type QueryClient } from '@tanstack/react-query';
import { type Fetch, joined, type Lot } from './joined-pages.ts';
import type { Key } from './keys.ts';
import { holds, type Lines } from './lists.ts';

/**
 * Where in a list something is different: where a row is, where one has come in (wherever that is), where rows are added,
 * or nobody knows.
 */
export type Where = { readonly row: string } | { readonly came: string } | 'first' | 'last' | 'anywhere';

/** Lists whose key begins so. */
export interface StalePlace {
  readonly key: Key;
  readonly where: Where;
}

/** The first and the last row on the screen; `all` where any row may come to be seen. */
export type Seen = { readonly first: string; readonly last: string } | 'all';

export interface StalePages {
  /** Kept until the lists are asked for again, which is the caller's business. */
  mark(place: StalePlace): void;
  /** Nothing that is kept need be true. */
  markAll(): void;
  /** What of a list is on the screen; `undefined`: it is not shown any more. Asks for what of that is not true. */
  see(key: Key, seen: Seen | undefined): void;
  /** One page of a list while it is asked for again: the kept one where nothing says that it is different. */
  page(key: Key, after: string | undefined, fetch: Fetch): Promise<Lot>;
}

/** Where a page begins; the first one at `undefined`. */
type Start = string | undefined;

interface Plan {
  readonly starts: ReadonlySet<Start>;
  readonly moved: ReadonlySet<string>;
}

interface Known {
  marks: (Exclude<Where, { came: string }> | { readonly page: Start })[];
  /** Since it was last asked for, a row has come in. */
  came: boolean;
  /** Kept rows that have come in elsewhere. */
  readonly moved: Set<string>;
  /** Not true, and left until they are scrolled to. */
  readonly stale: Set<Start>;
  seen?: Seen | undefined;
  /** While it is being asked for; `undefined`: every page. */
  plan?: Plan | undefined;
}

/** A list that nobody looks at gathers no more of them than this. */
const MOST_MARKS = 200;

/** @param ask asks for a list again, soon */
export function stalePages(queries: QueryClient, ask: (key: Key) => void): StalePages {
  const lists = new Map<string, Known>();
  const knownOf = (hash: string): Known => {
    const known = lists.get(hash) ?? { marks: [], came: false, moved: new Set(), stale: new Set() };
    lists.set(hash, known);
    return known;
  };

  const note = (key: Key, where: Where) => {
    for (const { queryHash, state } of queries.getQueryCache().findAll({ queryKey: key })) {
      const known = knownOf(queryHash);
      if (typeof where === 'object' && 'came' in where) {
        known.came = true;
        if (holds(state.data as Lines | undefined, where.came)) known.moved.add(where.came);
      } else known.marks.push(where);
      if (where === 'anywhere' || known.marks.length + known.moved.size > MOST_MARKS)
        known.marks = ['anywhere'];
    }
  };

  async function page(key: Key, after: Start, fetch: Fetch): Promise<Lot> {
    const known = knownOf(hashKey(key));
    const lines = queries.getQueryData<Lines>(key);
    if (after === undefined) known.plan = planned(lines, known);
    const index = lines?.pageParams.indexOf(after) ?? -1;
    const kept = lines?.pages[index];
    const { plan } = known;
    if (kept === undefined || plan === undefined) return fetch(after);
    if (!plan.starts.has(after)) return kept;
    return joined(await fetch(after), { kept, following: lines?.pages[index + 1], ...plan }, fetch);
  }

  return {
    mark: ({ key, where }) => note(key, where),
    markAll: () => note(['list'], 'anywhere'),
    see(key, seen) {
      const known = knownOf(hashKey(key));
      known.seen = seen;
      const lines = queries.getQueryData<Lines>(key);
      if (seen === undefined || lines === undefined || known.stale.size === 0) return;
      const due = startsSeen(lines, seen).filter((start) => known.stale.has(start));
      if (due.length === 0) return;
      known.marks.push(...due.map((start) => ({ page: start })));
      ask(key);
    },
    async page(key, after, fetch) {
      try {
        return await page(key, after, fetch);
      } catch (cause) {
        // What was to be fetched has not come: whoever asks again asks for everything.
        note(key, 'anywhere');
        throw cause;
      }
    },
  };
}

/** Where the pages begin that are on the screen. A list that has just come to it is seen from its beginning. */
function startsSeen({ pages, pageParams }: Lines, seen: Seen | undefined): readonly Start[] {
  if (seen === undefined) return pageParams.slice(0, 1);
  if (seen === 'all') return pageParams;
  const indexOf = (row: string) => pages.findIndex(({ items }) => items.some(({ id }) => id === row));
  const [first, last] = [indexOf(seen.first), indexOf(seen.last)];
  return first < 0 || last < 0
    ? pageParams
    : pageParams.slice(Math.min(first, last), Math.max(first, last) + 1);
}

/** Which pages to fetch; `undefined`: all of them, for want of knowing better. What was marked is dealt with then. */
function planned(lines: Lines | undefined, known: Known): Plan | undefined {
  const { marks, came, moved, stale, seen } = known;
  known.marks = [];
  known.came = false;
  if (lines === undefined || marks.includes('anywhere') || (marks.length === 0 && !came)) {
    stale.clear();
    moved.clear();
    return undefined;
  }
  const starts = new Set(came ? startsSeen(lines, seen) : []);
  for (const where of marks) {
    if (where === 'first') starts.add(lines.pageParams[0]);
    // What is added behind rows that nobody has asked for yet is not seen.
    else if (where === 'last') {
      if (lines.pages.at(-1)?.next === undefined) starts.add(lines.pageParams.at(-1));
    } else if (where === 'anywhere') continue;
    else if ('page' in where) starts.add(where.page);
    else
      for (const [index, { items }] of lines.pages.entries())
        if (items.some(({ id }) => id === where.row)) starts.add(lines.pageParams[index]);
  }
  const plan = { starts, moved: new Set(moved) };
  if (came) for (const start of lines.pageParams) stale.add(start);
  for (const start of [...stale])
    if (starts.has(start) || !lines.pageParams.includes(start)) stale.delete(start);
  if (stale.size === 0) moved.clear();
  return plan;
}
