/** Moments counted in the open hours of a business calendar: closed hours, free days and changes of the clock count as nothing. */
import type { BusinessCalendar } from '../config/calendars.ts';
import { type Instant, MINUTE } from '../values.ts';
import { dayAt, stretchAt } from './calendar-hours.ts';

/** Open from the first moment up to, and not including, the second, on a date of the calendar's time zone. */
interface OpenStretch {
  readonly date: string;
  readonly from: Instant;
  readonly to: Instant;
}

const DAY = 24 * 60 * MINUTE;
/** The last day that a date can name. */
const LAST_DAY = 100_000_000 - 1;
/** Further than so many days nobody looks: a calendar may never be open again. */
const FURTHEST = 1_000;
/** Some thousand days of a calendar are remembered: to read one off the wall clock costs a thousand times as much. */
const MOST_REMEMBERED = 4_000;
const remembered = new WeakMap<BusinessCalendar, Map<number, readonly OpenStretch[]>>();

/** @returns the moment at which `ms` of open time have passed since `start`; `undefined` if that is not within 1,000 days. 0 is `start` itself, also in a closed hour. */
export function afterWorking(calendar: BusinessCalendar, start: Instant, ms: number): Instant | undefined {
  if (ms === 0) return start;
  let left = ms;
  for (const { from, to } of stretchesFrom(calendar, start)) {
    const begins = Math.max(from, start);
    if (to - begins >= left) return begins + left;
    left -= to - begins;
  }
  return undefined;
}

/**
 * @param days 0: of the day that is open or opens next; 1: of the next date with open hours; and so on
 * @returns when that day closes for good; `undefined` if there is no such day within 1,000 days
 */
export function endOfWorkingDay(
  calendar: BusinessCalendar,
  start: Instant,
  days: number,
): Instant | undefined {
  const today = dayAt(calendar, start).date;
  const least = days === 0 ? 1 : days;
  let seen = 0;
  let last: OpenStretch | undefined;
  for (const stretch of stretchesFrom(calendar, start)) {
    if (days > 0 && stretch.date === today) continue;
    if (stretch.date !== last?.date) {
      if (seen === least) break;
      seen += 1;
    }
    last = stretch;
  }
  return seen === least ? last?.to : undefined;
}

/** In order, those that have not closed at `start`. */
function* stretchesFrom(calendar: BusinessCalendar, start: Instant): Generator<OpenStretch> {
  const first = Math.floor(start / DAY);
  for (let day = first; day < Math.min(first + FURTHEST, LAST_DAY); day += 1)
    for (const stretch of stretchesOn(calendar, day)) if (stretch.to > start) yield stretch;
}

/** @param day since 1970, in UTC */
function stretchesOn(calendar: BusinessCalendar, day: number): readonly OpenStretch[] {
  const days = remembered.get(calendar) ?? new Map<number, readonly OpenStretch[]>();
  remembered.set(calendar, days);
  const known = days.get(day);
  if (known !== undefined) return known;
  if (days.size >= MOST_REMEMBERED) days.clear();
  const read = readDay(calendar, day * DAY);
  days.set(day, read);
  return read;
}

function readDay(calendar: BusinessCalendar, begins: Instant): readonly OpenStretch[] {
  const ends = begins + DAY;
  // A day in UTC touches two dates at most.
  if ([begins, ends - 1].every((at) => dayAt(calendar, at).hours.length === 0)) return [];
  const read: OpenStretch[] = [];
  for (let at = begins; at < ends; ) {
    const { open, until, date } = stretchAt(calendar, at);
    const to = Math.min(until, ends);
    const last = read.at(-1);
    if (open && last?.to === at && last.date === date) read[read.length - 1] = { ...last, to };
    else if (open) read.push({ date, from: at, to });
    at = to;
  }
  return read;
}
