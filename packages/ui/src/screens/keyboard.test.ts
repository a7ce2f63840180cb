import { expect, test } from 'vitest';
import { pressed } from './keyboard.ts';

const press = (key: string, more = {}) =>
  pressed({ key, code: '', shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...more });

test('letters, with and without shift', () => {
  expect(press('a')).toBe('a');
  expect(press('S', { shiftKey: true })).toBe('shift+s');
});

test('caps lock is no shift', () => {
  expect(press('A')).toBe('a');
});

test('signs are what they are, wherever the layout puts them', () => {
  expect(press('?', { shiftKey: true })).toBe('?');
  expect(press('/')).toBe('/');
  expect(press('Escape')).toBe('escape');
});

test('on a Cyrillic keyboard the place of the key counts', () => {
  expect(press('ф', { code: 'KeyA' })).toBe('a');
});

test('the browser’s own shortcuts are left alone', () => {
  expect(press('a', { ctrlKey: true })).toBeUndefined();
  expect(press('r', { metaKey: true })).toBeUndefined();
});
