import { expect, test } from 'vitest';
import { exactly, relative } from './relative.ts';

const MINUTE = 60_000;

test.each([
  [0, 'now'],
  [-59_999, 'now'],
  [-5 * MINUTE, '5m ago'],
  [90 * MINUTE, 'in 1h'],
  [-23 * 60 * MINUTE, '23h ago'],
  [-3 * 24 * 60 * MINUTE, '3d ago'],
])('%d ms is %s', (difference, phrase) => {
  expect(
    relative(difference, 'en')
      .replace(/ ?min/, 'm')
      .replace(/ ?hr?\b/, 'h')
      .replace('.', ''),
  ).toBe(phrase);
});

test('the phrase is in the language asked for', () => {
  expect(relative(24 * 60 * MINUTE, 'de')).toBe('morgen');
});

test('a moment in full is written in the language asked for', () => {
  const noon = new Date(2026, 2, 5, 12, 30, 15).getTime();
  expect(exactly(noon, 'en')).toMatch(/Thursday, March 5, 2026.* 12:30:15/);
  expect(exactly(noon, 'de')).toMatch(/Donnerstag, 5\. März 2026.* 12:30:15/);
});
