// @vitest-environment happy-dom
import type { Conflict } from '@intray/core';
import { expect, test } from 'vitest';
import { chooseLanguage, startLanguage } from '../../language/language.ts';
import { sidesOf } from './sides.ts';
import { german } from './words.de.ts';
import { english } from './words.en.ts';

const base = {
  version: 4,
  state: 'Processing' as const,
  handler: 'ben',
  userData: { colour: 'green', size: 2 },
};
const at = { commandId: 'c1', at: 0, message: '', theirs: base };

test('[L4] both sides of attached data stand beside each other, key by key, and nothing is made up', () => {
  const conflict: Conflict = {
    ...at,
    reason: 'data',
    keys: ['colour', 'town'],
    command: { type: 'updateUserData', interactionId: 'i1', userData: { colour: 'blue', town: { zip: 1 } } },
  };
  expect(sidesOf(conflict)).toEqual([
    { key: 'colour', mine: 'blue', theirs: 'green' },
    { key: 'town', mine: '{"zip":1}', theirs: 'nothing' },
  ]);
});

test('[L6] a step stands beside where the work is now', () => {
  const conflict: Conflict = {
    ...at,
    reason: 'moved',
    keys: [],
    command: { type: 'complete', interactionId: 'i1', disposition: 'solved' },
  };
  expect(sidesOf(conflict)).toEqual([{ key: 'Mark done', mine: 'solved', theirs: 'In progress · ben' }]);
});

test('[L4] German has every word of it, and a step stands beside where the work is in German too', async () => {
  const paths = (words: object, at = ''): readonly string[] =>
    Object.entries(words).flatMap(([key, word]) =>
      typeof word === 'object' ? paths(word, `${at}.${key}`) : [`${at}.${key}`],
    );
  expect(paths(german)).toEqual(paths(english));
  await startLanguage();
  await chooseLanguage('de');
  const conflict: Conflict = {
    ...at,
    reason: 'moved',
    keys: [],
    command: { type: 'complete', interactionId: 'i1' },
  };
  expect(sidesOf(conflict)).toEqual([{ key: 'Abschließen', mine: 'Abschließen', theirs: 'In Arbeit · ben' }]);
  await chooseLanguage('en');
});
