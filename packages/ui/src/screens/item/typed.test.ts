import type { Json } from '@intray/core';
import { expect, test } from 'vitest';
import { parseTyped, typeOf, written } from './typed.ts';

test.each<Json>([
  '',
  '1',
  'true',
  '2026-11-27',
  '2026-13-01',
  1,
  -2.5,
  true,
  false,
  null,
  [1, 'a'],
  { a: { b: null } },
])('[R63] %j keeps its type through an edit', (value) =>
  expect(parseTyped(typeOf(value), written(value))).toEqual({ ok: true, value }),
);

test('what is no number is not guessed at', () => {
  for (const text of ['', ' ', 'twelve', '1.2.3']) expect(parseTyped('number', text).ok).toBe(false);
  expect(parseTyped('number', '3,5')).toEqual({ ok: true, value: 3.5 });
});

test('a day is a day of the calendar, kept as text', () => {
  expect(parseTyped('date', '2026-11-27')).toEqual({ ok: true, value: '2026-11-27' });
  for (const text of ['', '27.11.2026', '2026-00-10']) expect(parseTyped('date', text).ok).toBe(false);
});

test('broken JSON is said to be broken', () => {
  expect(parseTyped('json', '{"a":').ok).toBe(false);
});
