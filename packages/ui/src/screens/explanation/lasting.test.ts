import { expect, test } from 'vitest';
import { lasting } from './lasting.ts';

test.each([
  [0, '0 seconds'],
  [1_000, '1 second'],
  [59_400, '59 seconds'],
  [60_000, '1 minute'],
  [5_400_000, '2 hours'],
  [172_800_000, '2 days'],
])('%d milliseconds are %s', (ms, said) => {
  expect(lasting(ms, 'en')).toBe(said);
});
