import type { InteractionLine } from '@intray/core';
import { expect, test } from 'vitest';
import { sorted, turned } from './sorting.ts';

const line = (id: string, more: Partial<InteractionLine>): InteractionLine => ({
  id,
  mediaType: 'email',
  state: 'Queued',
  version: 1,
  queue: 'Inbox',
  priority: 0,
  noteCount: 0,
  submittedBy: 'x',
  submittedAt: 1,
  receivedAt: 1,
  placedAt: 1,
  data: {},
  ...more,
});
const rows = [
  line('a', { priority: 2, dueAt: 9, data: { Amount: 10, Subject: 'Item 10' } }),
  line('b', { priority: 5, data: { Subject: 'item 9' } }),
  line('c', { priority: 2, dueAt: 3, data: { Amount: 9, Subject: 'Other' } }),
];
const ids = (column: string, down = false) => sorted(rows, { column, down }).map(({ id }) => id);

test('sorts by what a column shows, equals as they came, and what is missing last', () => {
  expect(ids('priority')).toEqual(['a', 'c', 'b']);
  expect(ids('priority', true)).toEqual(['b', 'a', 'c']);
  expect(ids('due')).toEqual(['c', 'a', 'b']);
  expect(ids('due', true)).toEqual(['a', 'c', 'b']);
  expect(ids('subject')).toEqual(['b', 'a', 'c']);
  expect(ids('Amount')).toEqual(['c', 'a', 'b']);
  expect(sorted(rows, undefined)).toBe(rows);
});

test('a header goes up, down, and back to the order in which rows came', () => {
  const up = turned(undefined, 'due');
  const down = turned(up, 'due');
  expect([up, down, turned(down, 'due'), turned(down, 'age')]).toEqual([
    { column: 'due', down: false },
    { column: 'due', down: true },
    undefined,
    { column: 'age', down: false },
  ]);
});
