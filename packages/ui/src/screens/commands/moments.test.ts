import { expect, test } from 'vitest';
import { fromLocalInput, momentOf, toLocalInput } from './moments.ts';

const friday = new Date(2026, 10, 20, 10, 30).getTime();
const local = (moment: number | undefined) => moment && toLocalInput(moment);

test('a Friday morning', () => {
  expect(local(momentOf('hour', friday))).toBe('2026-11-20T11:30');
  expect(local(momentOf('afternoon', friday))).toBe('2026-11-20T15:00');
  expect(local(momentOf('tomorrow', friday))).toBe('2026-11-21T09:00');
  expect(local(momentOf('monday', friday))).toBe('2026-11-23T09:00');
});

test('in the evening there is no afternoon left', () => {
  expect(momentOf('afternoon', new Date(2026, 10, 20, 18).getTime())).toBeUndefined();
});

test('on a Monday, next Monday is in a week', () => {
  expect(local(momentOf('monday', new Date(2026, 10, 23, 8).getTime()))).toBe('2026-11-30T09:00');
});

test('a moment survives the trip through a date field', () => {
  expect(fromLocalInput(toLocalInput(friday))).toBe(friday);
  expect(fromLocalInput('')).toBeUndefined();
});
