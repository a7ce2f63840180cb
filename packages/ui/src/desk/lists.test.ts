import type { InteractionLine } from '@intray/core';
import { expect, test } from 'vitest';
import { keepingRows, type Lines, without } from './lists.ts';

const line = (id: string, priority = 0) =>
  ({ id, priority, data: { Subject: id } }) as unknown as InteractionLine;
const lines = (...pages: (readonly InteractionLine[])[]): Lines => ({
  pages: pages.map((items, index) => ({ items, next: `${index + 1}` })),
  pageParams: pages.map((_, index) => (index === 0 ? undefined : `${index}`)),
});
/** As the wire brings the same once more. */
const again = <T>(value: T): T => structuredClone(value);

test('a row that is no different stays the same object, wherever it stands in the newer answer', () => {
  const [a, b, c] = [line('a'), line('b'), line('c')];
  const after = keepingRows(lines([a, b], [c]), again(lines([line('new'), a], [line('b', 9), c])));
  expect(after.pages.map(({ items }) => items.map((each) => [a, b, c].includes(each)))).toEqual([
    [false, true],
    [false, true],
  ]);
  expect(after.pages[1]?.items[0]?.priority).toBe(9);
});

test('an answer that brings nothing new is the one that is there', () => {
  const before = lines([line('a')], [line('b')]);
  expect(keepingRows(before, again(before))).toBe(before);
});

test('a page more leaves those before it as they are, and so does a row that leaves one of them', () => {
  const before = lines([line('a'), line('b')], [line('c')]);
  const more = keepingRows(before, lines(...before.pages.map(({ items }) => items), [line('d')]));
  expect(more.pages.slice(0, 2)).toEqual(before.pages);
  expect(more.pages[0]).toBe(before.pages[0]);
  const shorter = without(before, 'c');
  expect(keepingRows(before, shorter).pages.map(({ items }) => items.length)).toEqual([2, 0]);
  expect(shorter.pages[0]).toBe(before.pages[0]);
});
