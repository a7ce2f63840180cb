import { expect, test } from 'vitest';
import { english } from '../screens/words/english.ts';
import { german } from '../screens/words/german.ts';
import { spoken } from './spoken.ts';

/** What both languages call the same: names, and words that one has from the other. */
const ALIKE = new Set([
  'product',
  'data.types.text',
  'data.types.json',
  'several.refusal',
  'contact.media',
  'myHistory.media',
]);

/** Every word with its path; a sentence with gaps by what is written between them. */
function leaves(words: object, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(words).flatMap(([key, word]: [string, unknown]) => {
    const here = path === '' ? key : `${path}.${key}`;
    if (typeof word === 'object' && word !== null) return leaves(word, here);
    return [[here, String(word)] as const];
  });
}

test('German has every word that English has, and none is left English by mistake', () => {
  const de = new Map(leaves(german));
  const en = leaves(english);
  expect([...de.keys()].sort()).toEqual(en.map(([path]) => path).sort());
  const same = en.filter(([path, word]) => de.get(path) === word).map(([path]) => path);
  expect(new Set(same)).toEqual(ALIKE);
});

test('a sentence of the history names the same facts in both languages', () => {
  const facts = (sentence: string) => (sentence.match(/\{\w+\}/g) ?? []).sort();
  for (const [event, sentence] of Object.entries(english.story))
    expect(facts(german.story[event as keyof typeof german.story]), event).toEqual(facts(sentence));
});

test('words keep their shape, whichever language is spoken', () => {
  const words = spoken({ name: 'sample', en: english, de: async () => german });
  const { nav } = words;
  expect(nav.items(2)).toBe('2 items');
  expect(Object.keys(words.ask.snoozes)).toEqual(Object.keys(english.ask.snoozes));
  expect('timer' in words.by).toBe(true);
});
