/** Values that are chosen from a list: by their names on the screen, by their ids in the attached data. */
import type { Json, ListedValue } from '@intray/core';

type Atom = string | number | boolean;

const isAtom = (value: Json): value is Atom => value !== null && typeof value !== 'object';

/** What the value is called in its list; `undefined` if it is none of it. */
export const nameIn = (list: readonly ListedValue[] | undefined, value: Json): string | undefined =>
  isAtom(value) ? list?.find(({ id }) => id === String(value))?.name : undefined;

/** What can be chosen. A value from before the list, or from elsewhere, may stay what it is. */
export function choicesFor(list: readonly ListedValue[], value: Json): readonly ListedValue[] {
  if (!isAtom(value) || value === '' || nameIn(list, value) !== undefined) return list;
  return [{ id: String(value), name: String(value) }, ...list];
}

/** The value that is chosen: a number stays a number, and what was not changed stays as it was. */
export function chosen(id: string, before: Json): Json {
  if (isAtom(before) && String(before) === id) return before;
  return typeof before === 'number' && id.trim() !== '' && Number.isFinite(Number(id)) ? Number(id) : id;
}
