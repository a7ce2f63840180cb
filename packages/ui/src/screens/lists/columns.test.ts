import type { InteractionLine } from '@intray/core';
import { expect, test } from 'vitest';
import { namesOf } from '../names.ts';
import { columnsOf, keysOf } from './columns.tsx';

const names = namesOf(undefined, 'agent1');
const heads = { sorting: undefined, onSort: () => {} };
const line: InteractionLine = {
  ...{
    id: 'A',
    mediaType: 'email',
    state: 'InWorkbin',
    version: 1,
    queue: 'Inbox',
    priority: 7,
    noteCount: 0,
  },
  ...{ submittedBy: 'x', submittedAt: 1, receivedAt: 1, placedAt: 1 },
  data: { Area: 'North', Parts: [1] },
};

test('[O17] a workbin shows the columns that its options name, fields and attached keys, in their order', () => {
  const configured = ['Area', 'Priority', 'Subject', 'Parts'];
  const columns = columnsOf(names, 'open', heads, configured);
  expect(columns.map(({ id }) => id)).toEqual([
    'media',
    'Area',
    'priority',
    'subject',
    'Parts',
    'state',
    'sign',
    'due',
  ]);
  expect(columns[1]?.cell(line)).toBe('North');
  expect(keysOf(configured)).toEqual(['Subject', 'From', 'Area', 'Parts']);
});

test('without options a list shows the usual columns', () => {
  expect(columnsOf(names, 'finished', heads).map(({ id }) => id)).toContain('outcome');
  expect(columnsOf(names, 'open', heads).map(({ id }) => id)).toContain('age');
});
