import { kindsOfConfiguration, shapeOf } from '@intray/core';
import { expect, test } from 'vitest';
import { blankObject, jsonTyped, moved, numberTyped } from './blank.ts';

test('[R90] a new object of any kind begins with what must be there, and nothing else', () => {
  for (const kind of kindsOfConfiguration) {
    const fields = shapeOf(kind);
    const required = fields.filter((field) => field.required).map(({ name }) => name);
    expect(Object.keys(blankObject(fields)), kind).toEqual(required);
  }
  expect(blankObject(shapeOf('mediaTypes'))).toEqual({ id: '', name: '', capacity: 1 });
  expect(blankObject(shapeOf('workbinTypes'))).toMatchObject({ ownerKind: 'Agent' });
});

test('what is typed as a number is one, or stays as it is for core to judge', () => {
  expect([' 12 ', '0', '', 'many'].map(numberTyped)).toEqual([12, 0, undefined, 'many']);
});

test('JSON that is not whole yet changes nothing', () => {
  expect(jsonTyped('{"a":1}')).toEqual({ value: { a: 1 } });
  expect(jsonTyped('{"a":')).toBe(undefined);
});

test('an entry moves one place and not beyond the ends', () => {
  expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
});
