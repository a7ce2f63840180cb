/**
 * Which pages of the kept lists are no longer true. A list that somebody has scrolled far down is many pages; an event
 * about one row asks for the page of that row and not for all of them.
 */
import type { InteractionLine, Page } from '@intray/core';
import { hashKey, type QueryClient } from '@tanstack/react-query';
import type { Key } from './keys.ts';
import type { Lines } from './lists.ts';

/** Where in a list something is different: where a row is, where rows are added, or nobody knows. */
export type Where = { readonly row: string } | 'first' | 'last' | 'anywhere';

/** Lists whose key begins so. */
export interface StalePlace {
  readonly key: Key;
  readonly where: Where;
}

type Lot = Page<InteractionLine>;
type Fetch = (after: string | undefined) => Promise<Lot>;

export interface StalePages {
  /** Kept until the lists are asked for again, which is the caller's business. */
  mark(place: StalePlace): void;
  /** Nothing that is kept need be true. */
  markAll(): void;
  /** One page of a list while it is asked for again: the kept one where nothing says that it is different. */
  page(key: Key, after: string | undefined, fetch: Fetch): Promise<Lot>;
}

/** A list that nobody looks at gathers no more of them than this. */
const MOST_MARKS = 200;

export function stalePages(queries: QueryClient): StalePages {
  const marks = new Map<string, Where[]>();
  /** Of the lists that are being asked for: the pages to fetch, by where they begin. */
  const plans = new Map<string, ReadonlySet<string | undefined> | undefined>();

  const note = (key: Key, where: Where) => {
    for (const { queryHash } of queries.getQueryCache().findAll({ queryKey: key })) {
      const before = marks.get(queryHash) ?? [];
      const all = where === 'anywhere' || before.includes('anywhere') || before.length >= MOST_MARKS;
      marks.set(queryHash, all ? ['anywhere'] : [...before, where]);
    }
  };

  async function page(key: Key, after: string | undefined, fetch: Fetch): Promise<Lot> {
    const hash = hashKey(key);
    const lines = queries.getQueryData<Lines>(key);
    if (after === undefined) {
      plans.set(hash, planned(lines, marks.get(hash)));
      marks.delete(hash);
    }
    const index = lines?.pageParams.indexOf(after) ?? -1;
    const kept = lines?.pages[index];
    const plan = plans.get(hash);
    if (kept === undefined || plan === undefined) return fetch(after);
    return plan.has(after) ? joined(await fetch(after), kept, lines?.pages[index + 1], fetch) : kept;
  }

  return {
    mark: ({ key, where }) => note(key, where),
    markAll: () => note(['list'], 'anywhere'),
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

/** The beginnings of the pages to fetch; `undefined`: all of them, for want of knowing better. */
function planned(
  lines: Lines | undefined,
  marked: readonly Where[] | undefined,
): ReadonlySet<string | undefined> | undefined {
  if (lines === undefined || marked === undefined || marked.includes('anywhere')) return undefined;
  const found = new Set<string | undefined>();
  for (const where of marked) {
    if (where === 'first') found.add(lines.pageParams[0]);
    // What is added behind rows that nobody has asked for yet is not seen.
    else if (where === 'last') {
      if (lines.pages.at(-1)?.next === undefined) found.add(lines.pageParams.at(-1));
    } else if (where !== 'anywhere')
      for (const [index, { items }] of lines.pages.entries())
        if (items.some(({ id }) => id === where.row)) found.add(lines.pageParams[index]);
  }
  return found;
}

/** A page fetched anew, as long as it must be for the kept one after it to follow without a gap. */
async function joined(fresh: Lot, kept: Lot, following: Lot | undefined, fetch: Fetch): Promise<Lot> {
  if (following === undefined || kept.next === undefined || fresh.next === kept.next) return fresh;
  const known = new Set(following.items.map(({ id }) => id));
  const upTo = ({ items }: Lot) => items.findIndex(({ id }) => known.has(id));
  const end = upTo(fresh);
  if (end >= 0) return { items: fresh.items.slice(0, end), next: kept.next };
  // It holds more than before; what was pushed out comes next. If that does not lead on, all that follows is fetched.
  const more = fresh.next === undefined ? undefined : await fetch(fresh.next);
  const last = more === undefined ? -1 : upTo(more);
  if (more === undefined || last < 0) return fresh;
  return { items: [...fresh.items, ...more.items.slice(0, last)], next: kept.next };
}
