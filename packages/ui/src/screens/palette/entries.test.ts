import { expect, test } from 'vitest';
import { matching, type PaletteEntry } from './entries.ts';

const entry = (label: string, hint?: string): PaletteEntry => ({
  id: label,
  label,
  ...(hint !== undefined && { hint }),
  act: () => {},
});
const ENTRIES = [
  entry('My work', 'Go to'),
  entry('Shared by the team', 'Go to'),
  entry('Put in workbin', 'This item'),
];
const found = (text: string) => matching(ENTRIES, text).map(({ label }) => label);

test('what is typed are beginnings of words, in any order', () => {
  expect(found('')).toHaveLength(3);
  expect(found('te sh')).toEqual(['Shared by the team']);
  expect(found('WORK')).toEqual(['My work', 'Put in workbin']);
  expect(found('item put')).toEqual(['Put in workbin']);
  expect(found('orkbin')).toEqual([]);
});
