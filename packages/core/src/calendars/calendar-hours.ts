/** Whether a business calendar is open at a moment, and when that changes next. */
import type { BusinessCalendar } from '../config/calendars.ts';
import { type Instant, MINUTE } from '../values.ts';

export interface CalendarHours {
  readonly open: boolean;
  /** When it opens or closes next; if it does neither within a week, the end of that week: look again then. */
  readonly until: Instant;
}

/** Clocks are put forward and back only at quarters of an hour, so within one the wall clock runs evenly. */
const QUARTER = 15 * MINUTE;
const WEEK = 7 * 24 * 60 * MINUTE;

/** The wall clock of a time zone; making one costs far more than asking it. */
const clocks = new Map<string, Intl.DateTimeFormat>();
/** The stretch that was last asked for: almost every question falls into it. */
const known = new WeakMap<BusinessCalendar, CalendarHours & { readonly from: Instant }>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const kept = clocks.get(timeZone);
  if (kept !== undefined) return kept;
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    weekday: 'long',
    hour: '2-digit',
    minute: '2-digit',
  });
  clocks.set(timeZone, clock);
  return clock;
}

/** The date on the calendar's wall clock, the hours of that day, and the minute of it. */
export function dayAt(calendar: BusinessCalendar, at: Instant) {
  const parts = Object.fromEntries(
    clockOf(calendar.timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const date = `${parts.year}-${parts.month}-${parts.day}`;
  const weekday = (parts.weekday ?? '').toLowerCase() as keyof BusinessCalendar['week'];
  const exception = calendar.exceptions.find((one) => one.date === date);
  return {
    date,
    hours: exception?.hours ?? calendar.week[weekday] ?? [],
    minute: Number(parts.hour) * 60 + Number(parts.minute),
  };
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Open or not, and up to when that is certain without asking the wall clock again. */
export function stretchAt(
  calendar: BusinessCalendar,
  at: Instant,
): CalendarHours & { readonly date: string } {
  const { date, hours, minute } = dayAt(calendar, at);
  const open = hours.some(({ from, to }) => minutesOf(from) <= minute && minute < minutesOf(to));
  const edges = hours.flatMap(({ from, to }) => [minutesOf(from), minutesOf(to)]).filter((m) => m > minute);
  const edge = (Math.floor(at / MINUTE) + Math.min(Number.POSITIVE_INFINITY, ...edges) - minute) * MINUTE;
  return { open, until: Math.min(edge, (Math.floor(at / QUARTER) + 1) * QUARTER), date };
}

export function hoursAt(calendar: BusinessCalendar, at: Instant): CalendarHours {
  const kept = known.get(calendar);
  if (kept !== undefined && kept.from <= at && at < kept.until) return kept;
  const { open, until: first } = stretchAt(calendar, at);
  let until = first;
  while (until < at + WEEK) {
    const next = stretchAt(calendar, until);
    if (next.open !== open) break;
    until = next.until;
  }
  const found = { open, until, from: at };
  known.set(calendar, found);
  return found;
}
