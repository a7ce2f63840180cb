import { descriptionOf, NAMED_THINGS, OPTIONS, PRIVILEGES } from '@intray/core';
import { expect, test } from 'vitest';
import { privilegeSays, toldOf } from './meanings.ts';
import { german } from './words.de.ts';
import { english } from './words.en.ts';

const SENTENCE = /^[A-ZÄÖÜ].{8,}\.$/;

test('[R97] German says of every privilege what it allows, and none is left English', () => {
  expect(Object.keys(german.privileges).sort()).toEqual([...PRIVILEGES].sort());
  for (const privilege of PRIVILEGES) {
    expect(german.privileges[privilege], privilege).toMatch(SENTENCE);
    expect(german.privileges[privilege], privilege).not.toBe(english.privileges[privilege]);
    expect(privilegeSays(privilege)).toBe(descriptionOf(privilege).says.replaceAll('`', ''));
  }
});

test('[R98] German says of every option what it does and where its default is said, and none is left English', () => {
  expect(Object.keys(german.options).sort()).toEqual(OPTIONS.map(({ pattern }) => pattern).sort());
  for (const { pattern } of OPTIONS) {
    const [de, en] = [german.options[pattern], english.options[pattern]];
    expect(de.says, pattern).toMatch(SENTENCE);
    expect(de.says, pattern).not.toBe(en.says);
    expect(de.configuredBy === '', pattern).toBe(en.configuredBy === '');
    if (en.configuredBy !== '') expect(de.configuredBy, pattern).not.toBe(en.configuredBy);
    // What is quoted is a name, which every language writes alike.
    const quoted = (text: string) => (text.match(/`[^`]+`/g) ?? []).sort();
    expect(quoted(de.says + de.configuredBy), pattern).toEqual(quoted(en.says + en.configuredBy));
  }
});

test('[R98] German says of every option what it may be, with its numbers, choices and things', () => {
  const said = new Set<string>();
  for (const { pattern, kind } of OPTIONS) {
    const expected = german.expected(kind);
    said.add(expected);
    expect(expected, pattern).not.toMatch(/undefined|ein Name/);
    if (kind.form !== 'oneOf') expect(expected, pattern).not.toBe(kind.expected);
    for (const fact of [...(kind.choices ?? []), kind.least, kind.most, kind.longest])
      if (fact !== undefined) expect(expected, pattern).toContain(String(fact));
  }
  for (const thing of NAMED_THINGS)
    expect(
      OPTIONS.some(({ kind }) => kind.things === thing),
      thing,
    ).toBe(true);
});

test('[R98] an option that only a newer server knows is told as that server tells it', () => {
  const told = { pattern: 'new.option', says: 'It is `new`.', expected: '`a` or `b`' };
  expect(toldOf(told)).toEqual({ says: 'It is new.', expected: 'a or b', configuredBy: '' });
  const known = { ...told, pattern: '<media-type>.auto-answer' };
  expect(toldOf(known)).toMatchObject({ says: 'Whether an offer is accepted by itself.' });
});
