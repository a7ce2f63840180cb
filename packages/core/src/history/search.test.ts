import { expect, test } from 'vitest';
import { matches, termsOf, wordsOf } from './search.ts';

const work = {
  id: 'A1B2C3D4E5F6G7H8',
  externalId: 'SR-2045',
  contactId: 'ann@example.org',
  userData: { Subject: 'Straßenlampe defekt', Count: 12, Open: true, Parts: [{ name: 'Fuse' }], None: null },
};

test('[A10] work is found by its ids, its contact, and the words of its attached data', () => {
  const words = wordsOf(work);
  for (const text of ['a1b2c3d4e5f6g7h8', 'sr-2045', 'ANN@example', 'straßenl defekt', '12', 'fuse sr'])
    expect(matches(words, termsOf(text)), text).toBe(true);
  for (const text of ['true', 'subject', 'fuse lamp', '2046'])
    expect(matches(words, termsOf(text)), text).toBe(false);
});

test('[A10] what is asked for is bounded, and signs ask for nothing', () => {
  expect(termsOf("' & | ! <-> :* \\ ()")).toEqual([]);
  expect(termsOf('a b c d e f g h i j')).toHaveLength(8);
  expect(wordsOf({ ...work, userData: { long: 'x'.repeat(1_000) } })).toContain('x'.repeat(60));
});
