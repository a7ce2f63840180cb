import type { InteractionLine } from '@intray/core';
import { expect, test } from 'vitest';
import { filtered, NO_CHIPS, pressed, sorted } from './arrangement.ts';

const line = (id: string, more: Partial<InteractionLine>): InteractionLine => ({
  ...{ id, mediaType: 'email', state: 'InWorkbin', version: 1, queue: 'Inbox', priority: 0, noteCount: 0 },
  ...{ submittedBy: 'x', submittedAt: 1, receivedAt: 1, placedAt: 1, data: {} },
  ...more,
});
const ROWS = [
  line('a', { data: { Subject: 'Bill 10' }, priority: 2, dueAt: 50 }),
  line('b', { data: { Subject: 'bill 9', Area: 'North' }, mediaType: 'chat', dueAt: 200 }),
  line('c', { data: { Subject: 'Account' }, priority: 1 }),
];
const ids = (rows: readonly InteractionLine[]) => rows.map(({ id }) => id).join('');

test('a heading sorts upwards, then downwards, then not at all', () => {
  const up = pressed(undefined, 'due');
  expect(up).toEqual({ by: 'due', down: false });
  const down = pressed(up, 'due');
  expect(down).toEqual({ by: 'due', down: true });
  expect(pressed(down, 'due')).toBeUndefined();
  expect(pressed(down, 'subject')).toEqual({ by: 'subject', down: false });
});

test('rows are sorted as people sort, and those without a value stand last', () => {
  expect(ids(sorted(ROWS, { by: 'subject', down: false }))).toBe('cba');
  expect(ids(sorted(ROWS, { by: 'due', down: true }))).toBe('bac');
  expect(ids(sorted(ROWS, { by: 'due', down: false }))).toBe('abc');
  expect(ids(sorted(ROWS, { by: 'Area', down: false }))).toBe('bac');
  expect(sorted(ROWS, undefined)).toBe(ROWS);
});

test('rows are found by what they show, by their medium, and by what is overdue', () => {
  expect(ids(filtered(ROWS, 'BILL', NO_CHIPS, 100))).toBe('ab');
  expect(ids(filtered(ROWS, 'north 9', NO_CHIPS, 100))).toBe('b');
  expect(ids(filtered(ROWS, '', { mediaTypes: ['chat'], overdue: false }, 100))).toBe('b');
  expect(ids(filtered(ROWS, '', { mediaTypes: [], overdue: true }, 100))).toBe('a');
  expect(filtered(ROWS, ' ', NO_CHIPS, 100)).toBe(ROWS);
});
