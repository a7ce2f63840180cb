import { expect, test } from 'vitest';
import { choicesFor, chosen, nameIn } from './listed.ts';

const LIST = [
  { id: 'gold', name: 'Gold' },
  { id: '2', name: 'Second class' },
];

test('[I30] a value is shown by its name, also where it is kept as a number', () => {
  expect([nameIn(LIST, 'gold'), nameIn(LIST, 2), nameIn(LIST, 'lead'), nameIn(undefined, 'gold')]).toEqual([
    'Gold',
    'Second class',
    undefined,
    undefined,
  ]);
  expect(nameIn(LIST, { id: 'gold' })).toBeUndefined();
});

test('[I30] what came from elsewhere can stay, and stands first', () => {
  expect(choicesFor(LIST, 'gold')).toBe(LIST);
  expect(choicesFor(LIST, null)).toBe(LIST);
  expect(choicesFor(LIST, 'lead').map(({ id }) => id)).toEqual(['lead', 'gold', '2']);
});

test('[I30 R63] a number stays a number, and what was not changed stays as it was', () => {
  expect([chosen('2', 1), chosen('gold', 1), chosen('2', 'x'), chosen('true', true)]).toEqual([
    2,
    'gold',
    '2',
    true,
  ]);
});
