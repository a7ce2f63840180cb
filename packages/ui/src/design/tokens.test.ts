import { expect, test } from 'vitest';
import { contrast, readColours } from './contrast.ts';
import tokens from './tokens.css?raw';

const themes = readColours(tokens);

const SURFACES = [
  'surface',
  'surface-raised',
  'surface-sunken',
  'surface-hover',
  'surface-pressed',
  'surface-selected',
];
const TONES = ['neutral', 'accent', 'positive', 'caution', 'critical', 'info'];

/** Everything that is read on something else: [ink, paper]. */
const TEXT: [string, string][] = [
  ...SURFACES.flatMap((surface): [string, string][] => [
    ['text', surface],
    ['text-muted', surface],
    ['accent-text', surface],
  ]),
  ...TONES.flatMap((tone): [string, string][] => [
    [`${tone}-text`, `${tone}-soft`],
    ...['surface', 'surface-raised', 'surface-sunken', 'surface-hover', 'surface-selected'].map(
      (surface): [string, string] => [`${tone}-text`, surface],
    ),
    ['text', `${tone}-soft`],
  ]),
  ['text-inverse', 'surface-inverse'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-accent', 'accent-pressed'],
  ['on-danger', 'danger'],
  ['on-danger', 'danger-hover'],
];

/** Edges and signs by which a control or a state is recognised. */
const GRAPHIC: [string, string][] = ['surface', 'surface-raised', 'surface-sunken'].flatMap((surface) => [
  ['border-control', surface],
  ['focus-ring', surface],
  ['accent', surface],
  ...TONES.map((tone): [string, string] => [`${tone}-solid`, surface]),
]) as [string, string][];

const of = (colours: ReadonlyMap<string, string>, role: string): string => {
  const colour = colours.get(role);
  if (colour === undefined) throw new Error(`tokens.css has no opaque colour for the role --${role}`);
  return colour;
};

for (const [theme, colours] of Object.entries(themes)) {
  test.each(TEXT)(`${theme}: %s is readable on %s (4.5:1)`, (ink, paper) => {
    expect(contrast(of(colours, ink), of(colours, paper))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(GRAPHIC)(`${theme}: %s stands out from %s (3:1)`, (line, surface) => {
    expect(contrast(of(colours, line), of(colours, surface))).toBeGreaterThanOrEqual(3);
  });
}

test('the measure itself is right: black on white is 21, a known grey is 4.54', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});
