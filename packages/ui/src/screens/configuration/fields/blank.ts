/** What a new value begins as, and the ways between what is typed and what is kept. */
import type { FieldShape, Shape } from '@intray/core';

/** The least that a value of the shape can be. */
export function blankOf(shape: Shape): unknown {
  switch (shape.type) {
    case 'number':
      return Math.max(1, shape.least ?? 1);
    case 'flag':
      return false;
    case 'choice':
      return shape.choices[0] ?? '';
    case 'list':
      return [];
    case 'object':
      return blankObject(shape.fields);
    case 'text':
      return '';
    default:
      return {};
  }
}

/** What must be there, as little as it can be; nothing else. */
export const blankObject = (fields: readonly FieldShape[]): Record<string, unknown> =>
  Object.fromEntries(
    fields.filter(({ required }) => required).map(({ name, shape }) => [name, blankOf(shape)]),
  );

/** A number as it is kept; what is none stays as typed, and core says what is wrong with it. */
export function numberTyped(text: string): number | string | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  const number = Number(trimmed);
  return Number.isFinite(number) ? number : text;
}

/** A list with an element moved one place up (-1) or down (1); as it was where there is no such place. */
export function moved<T>(list: readonly T[], index: number, by: -1 | 1): readonly T[] {
  const to = index + by;
  if (to < 0 || to >= list.length) return list;
  const next = [...list];
  const [one] = next.splice(index, 1);
  next.splice(to, 0, one as T);
  return next;
}

/** JSON that was typed; `undefined` while it is none. */
export function jsonTyped(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
