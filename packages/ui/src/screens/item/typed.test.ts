import type { Json } from '@intray/core';
import { expect, test } from 'vitest';
import { parseTyped, typeOf, written } from './typed.ts';

test.each<Json>(['', '1', 'true', 1, -2.5, true, false, null, [1, 'a'], { a: { b: null } }])(
  '[R63] %j keeps its type through an edit',
  (value) => expect(parseTyped(typeOf(value), written(value))).toEqual({ ok: true, value }),
);

test('what is no number is not guessed at', () => {
  for (const text of ['', ' ', 'twelve', '1.2.3']) expect(parseTyped('number', text).ok).toBe(false);
  expect(parseTyped('number', '3,5')).toEqual({ ok: true, value: 3.5 });
});

test('broken JSON is said to be broken', () => {
  expect(parseTyped('json', '{"a":').ok).toBe(false);
});
