import { expect, test } from 'vitest';
import { toastData } from '../invites/toastData.ts';
import { shownOf } from './shown.ts';

const userData = { Subject: 'Storm', From: 'Ann', Order: 7, Colour: 'red', Paid: false, Parts: [1] };
const fields = ['Paid', 'Order', 'Subject', 'Size'].map((key) => ({ key, name: `The ${key}` }));

test('[O17] case data are those that are chosen, in their order, by their names; without a choice, all', () => {
  expect(shownOf(userData, fields)).toEqual([
    { key: 'Paid', name: 'The Paid', value: false },
    { key: 'Order', name: 'The Order', value: 7 },
    { key: 'Subject', name: 'The Subject', value: 'Storm' },
  ]);
  expect(shownOf(userData, undefined).map(({ key }) => key)).toEqual(Object.keys(userData));
  expect(shownOf(userData, [{ key: '__proto__', name: 'x' }])).toEqual([]);
});

test('[R87 O17] an offer shows the chosen data before the answer, whatever they are', () => {
  expect(toastData(userData, fields)).toEqual([
    { id: 'Paid', label: 'The Paid', value: 'false' },
    { id: 'Order', label: 'The Order', value: '7' },
    { id: 'Subject', label: 'The Subject', value: 'Storm' },
  ]);
});

test('[O17] without a choice an offer shows a few short ones that its heading does not say', () => {
  expect(toastData(userData, undefined)).toEqual([
    { id: 'Order', label: 'Order', value: '7' },
    { id: 'Colour', label: 'Colour', value: 'red' },
  ]);
});
