/** A list of objects that is being changed while others may change it too: what differs, and how both become one. */
import type { ConfigurationKind } from './kinds.ts';
import type { Edit } from './versions.ts';

export interface Identified {
  readonly id: string;
}

export const sameValue = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

const byId = <T extends Identified>(list: readonly T[]) => new Map(list.map((each) => [each.id, each]));

const idsIn = (list: readonly Identified[]): readonly string[] => list.map(({ id }) => id);

export interface SettledList<T> {
  readonly list: readonly T[];
  /** Objects that both changed, each in another way. */
  readonly clashes: readonly string[];
}

/**
 * My changes and those of others since `before`, together.
 * @param keep whose holds where both changed the same object
 */
export function settledList<T extends Identified>(
  before: readonly T[],
  mine: readonly T[],
  theirs: readonly T[],
  keep: 'mine' | 'theirs',
): SettledList<T> {
  const [old, my, their] = [byId(before), byId(mine), byId(theirs)];
  const clashes: string[] = [];
  const chosen = (id: string): T | undefined => {
    const [was, mineNow, theirsNow] = [old.get(id), my.get(id), their.get(id)];
    if (sameValue(theirsNow, was)) return mineNow;
    if (sameValue(mineNow, was) || sameValue(mineNow, theirsNow)) return theirsNow;
    clashes.push(id);
    return keep === 'mine' ? mineNow : theirsNow;
  };
  const reordered = !sameValue(
    idsIn(before).filter((id) => my.has(id)),
    idsIn(mine).filter((id) => old.has(id)),
  );
  const order = reordered ? [...idsIn(mine), ...idsIn(theirs)] : [...idsIn(theirs), ...idsIn(mine)];
  const list = [...new Set(order)].flatMap((id) => chosen(id) ?? []);
  return { list, clashes };
}

/** The edits that turn one list into the other. The order counts, so where it changed all objects are put in anew. */
export function editsBetween<T extends Identified>(
  kind: ConfigurationKind,
  before: readonly T[],
  after: readonly T[],
): readonly Edit[] {
  const [old, now] = [byId(before), byId(after)];
  const put = (object: T): Edit => ({ kind, put: { ...object } as Identified & Record<string, unknown> });
  const gone = before.filter(({ id }) => !now.has(id)).map(({ id }): Edit => ({ kind, remove: id }));
  const kept = idsIn(before).filter((id) => now.has(id));
  const asPut = [...kept, ...idsIn(after).filter((id) => !old.has(id))];
  if (sameValue(asPut, idsIn(after)))
    return [...gone, ...after.filter((object) => !sameValue(object, old.get(object.id))).map(put)];
  return [...before.map(({ id }): Edit => ({ kind, remove: id })), ...after.map(put)];
}

/** An id that no object of the list has: the wish itself, or with a number. */
export function freeId(wish: string, list: readonly Identified[]): string {
  const taken = new Set(idsIn(list));
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? wish : `${wish} ${n}`;
    if (!taken.has(id)) return id;
  }
}
