import { expect, test } from 'vitest';
import { MOST_OPEN, neighbourOf, withOne } from './opened.ts';

test('an item is open once, and of too many the first gives way', () => {
  expect(withOne(['a', 'b'], 'a')).toEqual(['a', 'b']);
  const many = Array.from({ length: MOST_OPEN }, (_, n) => `i${n}`);
  expect(withOne(many, 'new')).toEqual([...many.slice(1), 'new']);
});

test('where one is closed its neighbour comes up', () => {
  expect(neighbourOf(['a', 'b', 'c'], 'b')).toBe('c');
  expect(neighbourOf(['a', 'b', 'c'], 'c')).toBe('b');
  expect(neighbourOf(['a'], 'a')).toBeUndefined();
});
