import { type FieldShape, kindsOfConfiguration, type Shape, shapeOf } from '@intray/core';
import { expect, test } from 'vitest';
import { english } from './english.ts';
import { german } from './german.ts';

function insideOf(shape: Shape): readonly FieldShape[] {
  if (shape.type === 'object') return shape.fields;
  return shape.type === 'list' || shape.type === 'record' ? insideOf(shape.of) : [];
}

const everyField = (fields: readonly FieldShape[], path: string): readonly string[] =>
  fields.flatMap(({ name, shape }) => [`${path}.${name}`, ...everyField(insideOf(shape), `${path}.${name}`)]);

const PATHS = [...kindsOfConfiguration, 'settings' as const].flatMap((kind) =>
  everyField(shapeOf(kind), kind),
);

test('[R90] every field that an object may have is called something, and help is about fields there are', () => {
  const named = new Set(Object.keys(english.fieldNames));
  const used = new Set(PATHS.map((path) => path.slice(path.lastIndexOf('.') + 1)));
  expect([...used].filter((name) => !named.has(name))).toEqual([]);
  expect([...named].filter((name) => !used.has(name))).toEqual([]);
  const known = new Set([...PATHS, ...used]);
  expect(Object.keys(english.fieldHelp).filter((path) => !known.has(path))).toEqual([]);
});

/** Every word with its path; a sentence with gaps by what is written between them. */
const leaves = (words: object, path = ''): readonly (readonly [string, string])[] =>
  Object.entries(words).flatMap(([key, word]: [string, unknown]) => {
    const here = `${path}/${key}`;
    return typeof word === 'object' && word !== null ? leaves(word, here) : [[here, String(word)] as const];
  });

test('German has every word that English has', () => {
  const paths = (words: object) => leaves(words).map(([path]) => path);
  expect([...paths(german)].sort()).toEqual([...paths(english)].sort());
});
