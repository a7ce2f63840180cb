/** Pages of a list that were asked for at different times, made into one list without a gap. */
import type { InteractionLine, Page } from '@intray/core';

export type Lot = Page<InteractionLine>;
export type Fetch = (after: string | undefined) => Promise<Lot>;

export interface Neighbours {
  /** The page as it was kept. */
  readonly kept: Lot;
  /** The kept page after it. */
  readonly following: Lot | undefined;
  /** Rows that may stand elsewhere by now than in the kept page after it: it does not begin with them. */
  readonly moved: ReadonlySet<string>;
}

/** A page fetched anew, as long as it must be for the kept one after it to follow without a gap. */
export async function joined(fresh: Lot, { kept, following, moved }: Neighbours, fetch: Fetch): Promise<Lot> {
  if (following === undefined || kept.next === undefined || fresh.next === kept.next) return fresh;
  const known = new Set(following.items.map(({ id }) => id).filter((id) => !moved.has(id)));
  const upTo = ({ items }: Lot) => items.findIndex(({ id }) => known.has(id));
  const end = upTo(fresh);
  if (end >= 0) return { items: fresh.items.slice(0, end), next: kept.next };
  // It holds more than before; what was pushed out comes next. If that does not lead on, all that follows is fetched.
  const more = fresh.next === undefined ? undefined : await fetch(fresh.next);
  const last = more === undefined ? -1 : upTo(more);
  if (more === undefined || last < 0) return fresh;
  return { items: [...fresh.items, ...more.items.slice(0, last)], next: kept.next };
}
