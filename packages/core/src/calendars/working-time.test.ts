import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BusinessCalendar } from '../config/calendars.ts';
import { stretchAt } from './calendar-hours.ts';
import { afterWorking, endOfWorkingDay } from './working-time.ts';

const day = [
  { from: '08:00', to: '12:00' },
  { from: '13:00', to: '17:00' },
];
const OFFICE: BusinessCalendar = {
  id: 'office',
  name: 'Office',
  timeZone: 'Europe/Berlin',
  week: { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day },
  exceptions: [
    { date: '2026-12-25', hours: [] },
    { date: '2026-12-24', hours: [{ from: '08:00', to: '12:00' }] },
    { date: '2026-12-26', hours: [{ from: '10:00', to: '11:00' }] },
  ],
};
const NIGHT: BusinessCalendar = {
  ...{ id: 'night', name: 'Night', timeZone: 'Europe/Berlin', exceptions: [] },
  week: { saturday: [{ from: '22:00', to: '24:00' }], sunday: [{ from: '00:00', to: '06:00' }] },
};
const NEVER = { ...OFFICE, week: {}, exceptions: [] };
const HOUR = 3_600_000;
const moment = (at: number | undefined) => (at === undefined ? undefined : new Date(at).toISOString());

describe('working time', () => {
  test.each([
    ['within a stretch', OFFICE, '2026-11-27T07:30:00Z', 2, '2026-11-27T09:30:00.000Z'],
    ['over noon', OFFICE, '2026-11-27T10:00:00Z', 2, '2026-11-27T13:00:00.000Z'],
    ['to the very end of a day', OFFICE, '2026-11-27T07:00:00Z', 8, '2026-11-27T16:00:00.000Z'],
    ['over a weekend', OFFICE, '2026-11-27T15:00:00Z', 2, '2026-11-30T08:00:00.000Z'],
    ['from a closed hour', OFFICE, '2026-11-28T12:00:00Z', 1, '2026-11-30T08:00:00.000Z'],
    ['over exceptions', OFFICE, '2026-12-24T10:00:00Z', 2.5, '2026-12-28T07:30:00.000Z'],
    ['over an hour that the clock leaves out', NIGHT, '2026-03-28T21:00:00Z', 7, '2026-03-29T04:00:00.000Z'],
    ['over an hour that comes twice', NIGHT, '2026-10-24T20:00:00Z', 9, '2026-10-25T05:00:00.000Z'],
    ['on a calendar that is never open', NEVER, '2026-11-27T07:00:00Z', 1, undefined],
  ])('[T30] counts open hours only: %s', (_, calendar, start, hours, expected) => {
    expect(moment(afterWorking(calendar, Date.parse(start), hours * HOUR))).toBe(expected);
  });

  test.each([
    ['the day that is open', '2026-11-27T09:00:00Z', 0, '2026-11-27T16:00:00.000Z'],
    ['the next one in the evening', '2026-11-27T18:00:00Z', 0, '2026-11-30T16:00:00.000Z'],
    ['the next working day', '2026-11-26T09:00:00Z', 1, '2026-11-27T16:00:00.000Z'],
    ['the next working day after a Saturday', '2026-11-28T09:00:00Z', 1, '2026-11-30T16:00:00.000Z'],
    ['two working days on, over a holiday', '2026-12-24T09:00:00Z', 2, '2026-12-28T16:00:00.000Z'],
  ])('[T30] ends with %s', (_, start, days, expected) => {
    expect(moment(endOfWorkingDay(OFFICE, Date.parse(start), days))).toBe(expected);
  });

  test('[T30] has no end of a day where no day is open', () => {
    expect(endOfWorkingDay(NEVER, Date.parse('2026-11-27T07:00:00Z'), 1)).toBeUndefined();
  });

  const calendars = fc.constantFrom(OFFICE, NIGHT, { ...OFFICE, timeZone: 'America/New_York' });
  // Around both changes of the clock, and around the holidays.
  const starts = fc
    .tuple(
      fc.constantFrom('2026-03-27', '2026-10-23', '2026-12-22'),
      fc.integer({ min: 0, max: 5 * 24 * HOUR }),
    )
    .map(([from, later]) => Date.parse(`${from}T00:00:00Z`) + later);
  const lengths = fc.integer({ min: 0, max: 40 * HOUR });

  test('[T30] never ends in a closed hour, stays where it is for nothing, and grows with start and length', () => {
    fc.assert(
      fc.property(calendars, starts, starts, lengths, lengths, (calendar, a, b, more, less) => {
        const end = (start: number, ms: number) => afterWorking(calendar, start, ms) ?? Number.NaN;
        const [early, late] = [Math.min(a, b), Math.max(a, b)];
        const [short, long] = [Math.min(more, less), Math.max(more, less)];
        expect(end(a, 0)).toBe(a);
        if (more > 0) expect(stretchAt(calendar, end(a, more) - 1).open).toBe(true);
        if (short > 0) expect(end(a, short)).toBeLessThanOrEqual(end(a, long));
        if (more > 0) expect(end(early, more)).toBeLessThanOrEqual(end(late, more));
        // What has been counted can be counted on from there.
        if (short > 0) expect(end(end(a, short), long - short || 1)).toBe(end(a, Math.max(long, short + 1)));
      }),
      { numRuns: 300 },
    );
  });

  test('[T30] the end of a working day is the end of an open hour, no earlier the later it is asked for', () => {
    fc.assert(
      fc.property(calendars, starts, starts, fc.integer({ min: 0, max: 6 }), (calendar, a, b, days) => {
        const end = (start: number) => endOfWorkingDay(calendar, start, days) ?? Number.NaN;
        expect(stretchAt(calendar, end(a) - 1).open).toBe(true);
        expect(end(Math.min(a, b))).toBeLessThanOrEqual(end(Math.max(a, b)));
        expect(end(a)).toBeGreaterThan(a);
      }),
      { numRuns: 200 },
    );
  });
});
