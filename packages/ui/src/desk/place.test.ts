import { expect, test } from 'vitest';
import { closed, formatPlace, HOME, type Place, parsePlace } from './place.ts';

const shared: Place = {
  view: 'workbin',
  workbin: { type: 'team.shared', owner: { kind: 'AgentGroup', id: 'Demo Team & more?' } },
  item: '0ABC',
};

test('a place survives the trip through the address', () => {
  const places: Place[] = [
    HOME,
    shared,
    { view: 'queue', queue: 'In box' },
    { view: 'finished' },
    { view: 'work', item: 'A' },
    { view: 'rules', id: 'By time & money' },
    { view: 'importing' },
    { view: 'configuration', page: 'queues', id: 'In box & more' },
    { view: 'versions' },
  ];
  for (const place of places) expect(parsePlace(formatPlace(place))).toEqual(place);
});

test('nonsense leads home', () => {
  for (const search of [
    '',
    '?view=nowhere',
    '?view=workbin&type=a',
    '?view=workbin&type=a&owner=King&of=b',
    '?view=queue',
  ])
    expect(parsePlace(search)).toEqual(HOME);
});

test('closing the item keeps the list', () => {
  expect(closed(shared)).not.toHaveProperty('item');
  expect(closed(shared).view).toBe('workbin');
});
