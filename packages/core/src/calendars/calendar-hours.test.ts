import { describe, expect, test } from 'vitest';
import type { BusinessCalendar } from '../config/calendars.ts';
import { hoursAt } from './calendar-hours.ts';

const day = [
  { from: '08:00', to: '12:00' },
  { from: '13:00', to: '17:30' },
];
const OFFICE: BusinessCalendar = {
  id: 'office',
  name: 'Office',
  timeZone: 'Europe/Berlin',
  week: { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day },
  exceptions: [
    { date: '2026-12-25', hours: [] },
    { date: '2026-03-29', hours: [{ from: '01:30', to: '03:30' }] },
  ],
};
const at = (moment: string) => {
  const { open, until } = hoursAt(OFFICE, Date.parse(moment));
  return `${open ? 'open' : 'closed'} until ${new Date(until).toISOString()}`;
};

describe('a business calendar', () => {
  test.each([
    ['2026-11-27T06:59:59Z', 'closed until 2026-11-27T07:00:00.000Z'],
    ['2026-11-27T07:00:00Z', 'open until 2026-11-27T11:00:00.000Z'],
    ['2026-11-27T11:20:00Z', 'closed until 2026-11-27T12:00:00.000Z'],
    ['2026-11-27T16:29:59Z', 'open until 2026-11-27T16:30:00.000Z'],
    ['2026-11-27T16:30:00Z', 'closed until 2026-11-30T07:00:00.000Z'],
    ['2026-07-01T06:00:00Z', 'open until 2026-07-01T10:00:00.000Z'],
    ['2026-12-24T17:00:00Z', 'closed until 2026-12-28T07:00:00.000Z'],
    ['2026-03-29T00:40:00Z', 'open until 2026-03-29T01:30:00.000Z'],
  ])('[Q15] at %s is %s', (moment, expected) => {
    expect(at(moment)).toBe(expected);
    expect(at(moment)).toBe(expected);
  });

  test('[Q15] that is never open is closed for a week, to be looked at again then', () => {
    const never = { ...OFFICE, week: {}, exceptions: [] };
    const now = Date.parse('2026-11-27T07:00:00Z');
    const { open, until } = hoursAt(never, now);
    expect([open, until >= now + 7 * 24 * 3_600_000]).toEqual([false, true]);
  });
});
