import { expect, test } from 'vitest';
import { nextIndex, stretched, toggled } from './listKeys.ts';

const place = { index: 5, count: 10, page: 4 };

test.each([
  ['ArrowDown', 6],
  ['ArrowUp', 4],
  ['j', 6],
  ['k', 4],
  ['PageDown', 9],
  ['PageUp', 1],
  ['Home', 0],
  ['End', 9],
  ['x', undefined],
])('%s goes from row 5 of 10 to %s', (key, row) => {
  expect(nextIndex(key, place)).toBe(row);
});

test('no key leaves the list', () => {
  expect(nextIndex('ArrowUp', { ...place, index: 0 })).toBe(0);
  expect(nextIndex('ArrowDown', { ...place, index: 9 })).toBe(9);
  expect(nextIndex('End', { ...place, count: 0 })).toBeUndefined();
});

test('choosing twice is not choosing', () => {
  expect([...toggled(toggled(new Set(['a']), 'b'), 'b')]).toEqual(['a']);
});

test('a choice stretches upwards as well as downwards, and keeps what was chosen', () => {
  const keys = ['a', 'b', 'c', 'd', 'e'];
  expect([...stretched(new Set(['e']), keys, 2, 1)]).toEqual(['e', 'b', 'c']);
  expect([...stretched(new Set(), keys, 1, 2)]).toEqual(['b', 'c']);
});
