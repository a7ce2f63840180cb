/** Lists as they are kept: pages as they came, and what may be done to them before the server has answered. */
import type { InteractionLine, InteractionView, Page } from '@intray/core';
import { type InfiniteData, replaceEqualDeep } from '@tanstack/react-query';

export type Lines = InfiniteData<Page<InteractionLine>, string | undefined>;

/** All rows so far, in order; a row that moved between two pages while they were fetched is shown once. */
export function rowsOf(lines: Lines | undefined): readonly InteractionLine[] {
  const seen = new Map<string, InteractionLine>();
  for (const page of lines?.pages ?? [])
    for (const line of page.items) if (!seen.has(line.id)) seen.set(line.id, line);
  return [...seen.values()];
}

/**
 * A newer answer in which every row that is no different is still the same object, wherever it stands now, so that
 * nothing of it renders. By place, as answers are compared otherwise, all rows below one that left would be new ones.
 */
export function keepingRows(before: Lines | undefined, after: Lines): Lines {
  if (before === undefined) return after;
  const untouched = new Set(after.pages);
  const known = new Map(
    before.pages
      .filter((page) => !untouched.has(page))
      .flatMap(({ items }) => items.map((line) => [line.id, line])),
  );
  const pages = after.pages.map((page, index) => {
    const old = before.pages[index];
    if (page === old || known.size === 0) return page;
    const items = page.items.map((line) => replaceEqualDeep(known.get(line.id), line));
    const same = old !== undefined && old.next === page.next && sameItems(old.items, items);
    return same ? old : { ...page, items };
  });
  const params = sameItems(before.pageParams, after.pageParams);
  return params && sameItems(before.pages, pages) ? before : { ...after, pages };
}

const sameItems = (before: readonly unknown[], after: readonly unknown[]): boolean =>
  before.length === after.length && after.every((each, index) => each === before[index]);

export const holds = (lines: Lines | undefined, id: string): boolean =>
  lines?.pages.some((page) => page.items.some((line) => line.id === id)) ?? false;

/** The list without a row; the same object when the row was not in it. */
export function without(lines: Lines, id: string): Lines {
  if (!holds(lines, id)) return lines;
  const pages = lines.pages.map((page) =>
    page.items.some((line) => line.id === id)
      ? { ...page, items: page.items.filter((line) => line.id !== id) }
      : page,
  );
  return { ...lines, pages };
}

const SHOWN_KEYS = ['Subject', 'From'];

/** An open interaction as the row it would be. */
export function lineOf({ interaction }: InteractionView): InteractionLine {
  const { userData, exclusions, handleUntil, pulledFrom, deliveredAt, ...line } = interaction;
  return {
    ...line,
    data: Object.fromEntries(Object.entries(userData).filter(([key]) => SHOWN_KEYS.includes(key))),
  };
}
