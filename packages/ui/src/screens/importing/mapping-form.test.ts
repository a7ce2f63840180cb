import { fitMapping, readMapping } from '@intray/importing';
import { expect, it } from 'vitest';
import { guessed, mappingOf, repeatedKeys } from './mapping-form.ts';

const usual = { mediaType: 'workitem', queue: 'Inbox', zone: 'Europe/Berlin' };
const columns = ['Unique Key', 'Priority', 'Due Date', 'Agency'];

it('what is chosen on the page maps rows as the command does', () => {
  const form = guessed(columns, usual);
  const map = fitMapping(readMapping(mappingOf(form)), columns);
  expect(map({ 'Unique Key': '7', Priority: '3', 'Due Date': '2026-11-27T10:00:00', Agency: 'DOT' })).toEqual(
    {
      work: {
        externalId: '7',
        mediaType: 'workitem',
        queue: 'Inbox',
        priority: 3,
        dueAt: '2026-11-27T09:00:00.000Z',
        userData: { 'Unique Key': '7', Priority: '3', 'Due Date': '2026-11-27T10:00:00', Agency: 'DOT' },
      },
    },
  );
  expect(map({ 'Unique Key': '', Priority: '', 'Due Date': '', Agency: '' })).toMatchObject({
    flaw: expect.stringContaining('the key is missing'),
  });
});

it('only what is chosen is attached, each key once', () => {
  const form = guessed(columns, usual);
  const [id, ...rest] = form.attached;
  if (id === undefined) throw new Error('Expected a column.');
  const attached = [{ ...id, on: false }, ...rest.map((each) => ({ ...each, key: 'Same' }))];
  expect([...repeatedKeys(attached)]).toEqual(['Same']);
  expect(mappingOf({ ...form, attached, due: { ...form.due, column: '' } })).not.toHaveProperty('dueAt');
});
