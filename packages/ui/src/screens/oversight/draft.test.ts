import { parseCondition, writeCondition } from '@intray/core';
import { expect, test } from 'vitest';
import { conditionOfDraft, draftOf, lineFault, NEW_LINE } from './draft.ts';

const read = (text: string) => {
  const parsed = parseCondition(text);
  if (!parsed.ok) throw new Error(parsed.expected);
  return parsed.condition;
};

test.each([
  "MediaType='email'",
  "MediaType='email' AND _age()<3600 AND NOT _empty(AssignedTo)",
  "Amount>=12.5 OR Colour LIKE 'r%' OR Priority!=3",
  '_empty(DueAt) AND "Two words"=\'yes\'',
])('[T23] shows in lines, and writes back, %s', (text) => {
  const draft = draftOf(read(text));
  expect(draft).toBeDefined();
  const condition = draft && conditionOfDraft(draft);
  expect(condition && writeCondition(condition)).toBe(text);
});

test.each(["(A='1' OR B='2') AND C='3'", "NOT A='1'", '_age()=60', "Queue>'A'", 'Colour=5'])(
  'leaves %s to be written as text, rather than show something else',
  (text) => {
    expect(draftOf(read(text))).toBeUndefined();
  },
);

test('tells which control of a line is not filled', () => {
  expect(lineFault(NEW_LINE)).toBe('value');
  expect(lineFault({ ...NEW_LINE, field: 'key', value: 'x' })).toBe('key');
  expect(lineFault({ ...NEW_LINE, field: 'Priority', value: 'high' })).toBe('value');
  expect(lineFault({ ...NEW_LINE, by: 'empty' })).toBeUndefined();
  expect(conditionOfDraft({ join: 'all', lines: [] })).toBeUndefined();
});
