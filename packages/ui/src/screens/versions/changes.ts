/** A difference between two versions, taken apart until each line says one thing. */
import type { FieldDifference, Json } from '@intray/core';

export type Line = { readonly path: readonly string[] } & (
  | { readonly kind: 'value'; readonly before?: Json; readonly after?: Json }
  /** Names that came into a list and went out of it. */
  | { readonly kind: 'names'; readonly added: readonly string[]; readonly removed: readonly string[] }
);

type Value = Json | undefined;
type Plain = Readonly<Record<string, Json>>;

const isPlain = (value: Value): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isNames = (value: Value): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');
const isSame = (one: Value, other: Value): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What is different between two values, line by line. */
function linesOf(path: readonly string[], before: Value, after: Value): readonly Line[] {
  if (isSame(before, after)) return [];
  if ((isPlain(before) || before === undefined) && (isPlain(after) || after === undefined)) {
    const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
    return [...names].flatMap((name) => linesOf([...path, name], before?.[name], after?.[name]));
  }
  if ((isNames(before) || before === undefined) && (isNames(after) || after === undefined)) {
    const [was, is] = [new Set(before), new Set(after)];
    const added = [...is].filter((name) => !was.has(name));
    const removed = [...was].filter((name) => !is.has(name));
    // The same names in another order is a change that no sets can tell.
    if (added.length + removed.length > 0) return [{ path, kind: 'names', added, removed }];
  }
  return [
    {
      path,
      kind: 'value',
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    },
  ];
}

export const linesOfFields = (fields: readonly FieldDifference[]): readonly Line[] =>
  fields.flatMap(({ field, before, after }) => linesOf([field], before, after));

/** A value on one line. */
export const shown = (value: Json): string =>
  typeof value === 'string' ? value : isNames(value) ? value.join(', ') : JSON.stringify(value);
