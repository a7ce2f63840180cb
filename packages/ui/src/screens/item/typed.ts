/** Attached values as they are typed in: `1` is a number, `"1"` a text, and the difference survives an edit. */
import type { Json } from '@intray/core';
import { words } from '../words.ts';

export const VALUE_TYPES = ['text', 'number', 'yesno', 'date', 'empty', 'json'] as const;
export type ValueType = (typeof VALUE_TYPES)[number];

/** The type that was kept under this name, if it is one. */
export const typeNamed = (name: string): ValueType | undefined => VALUE_TYPES.find((type) => type === name);

/** A day as ISO 8601 writes it. It is kept as text, in every list and on every wire. */
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

export const typeOf = (value: Json): ValueType => {
  if (typeof value === 'string') return DAY.test(value) ? 'date' : 'text';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'yesno';
  return value === null ? 'empty' : 'json';
};

/** A value as it is put into a field. */
export function written(value: Json): string {
  if (typeof value === 'string') return value;
  return typeOf(value) === 'json' ? JSON.stringify(value, null, 2) : String(value);
}

export type Parsed =
  | { readonly ok: true; readonly value: Json }
  | { readonly ok: false; readonly problem: string };

/** What the person means, or what is wrong with it. */
export function parseTyped(type: ValueType, text: string): Parsed {
  switch (type) {
    case 'text':
      return { ok: true, value: text };
    case 'yesno':
      return { ok: true, value: text === 'true' };
    case 'date':
      return DAY.test(text) ? { ok: true, value: text } : { ok: false, problem: words.data.notDay };
    case 'empty':
      return { ok: true, value: null };
    case 'number': {
      const number = Number(text.trim().replace(',', '.'));
      if (text.trim() === '' || !Number.isFinite(number)) return { ok: false, problem: words.data.notNumber };
      return { ok: true, value: number };
    }
    case 'json':
      try {
        return { ok: true, value: JSON.parse(text) as Json };
      } catch {
        return { ok: false, problem: words.data.notJson };
      }
  }
}
