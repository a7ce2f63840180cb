/** What the keyboard means in a list: pure, so that a screen reader's user and a test read the same rules. */
export interface ListPlace {
  readonly index: number;
  readonly count: number;
  /** Rows that fit on the screen. */
  readonly page: number;
}

/** The row to go to, or `undefined` when the key doesn't move. */
export function nextIndex(key: string, { index, count, page }: ListPlace): number | undefined {
  const moves: Readonly<Record<string, number>> = {
    j: index + 1,
    k: index - 1,
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + page,
    PageUp: index - page,
    Home: 0,
    End: count - 1,
  };
  const wanted = moves[key];
  return wanted === undefined || count === 0 ? undefined : Math.min(count - 1, Math.max(0, wanted));
}

/** Chosen rows by key, after one more or one fewer. */
export function toggled(selected: ReadonlySet<string>, key: string): Set<string> {
  const next = new Set(selected);
  if (!next.delete(key)) next.add(key);
  return next;
}

/** Chosen rows after stretching the choice from one row to another, both included, in either direction. */
export function stretched(
  selected: ReadonlySet<string>,
  keys: readonly string[],
  from: number,
  to: number,
): Set<string> {
  return new Set([...selected, ...keys.slice(Math.min(from, to), Math.max(from, to) + 1)]);
}
