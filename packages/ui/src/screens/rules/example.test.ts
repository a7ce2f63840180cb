import { expect, it } from 'vitest';
import { changesOf, momentIn, readExample } from './example.ts';

const typed = {
  capturePoint: 'Web',
  mediaType: 'workitem',
  queue: 'Requests',
  priority: '5',
  dueIn: '2h',
  data: [
    { key: 'Kind', value: 'Noise' },
    { key: 'Size', value: '3' },
    { key: '', value: 'nowhere' },
  ],
};

it('[T26] an example is read as it is typed, numbers as numbers', () => {
  expect(readExample(typed, 1_000)).toMatchObject({
    priority: 5,
    dueAt: 7_201_000,
    userData: { Kind: 'Noise', Size: 3 },
  });
  expect(readExample({ ...typed, capturePoint: '' }, 0)).toBeUndefined();
  expect(momentIn('-1d', 0)).toBe(-86_400_000);
  expect(momentIn('soon', 0)).toBeUndefined();
});

it('[T26] what a rule does is what is different after it', () => {
  const before = { priority: 1, attached: { a: 1 } };
  expect(changesOf(before, { priority: 2, process: 'Noise', attached: { a: 1, b: 2 } })).toEqual([
    { what: 'priority', value: 2 },
    { what: 'process', value: 'Noise' },
    { what: 'attached', key: 'b', value: 2 },
  ]);
});
