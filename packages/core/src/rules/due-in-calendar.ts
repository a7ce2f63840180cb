/** A due date in the open hours of a business calendar. */
import { afterWorking, endOfWorkingDay } from '../calendars/working-time.ts';
import { faultText } from '../config/fault-texts.ts';
import type { Instant } from '../values.ts';
import type { Draft } from './draft.ts';
import { workingLength } from './duration.ts';

/**
 * Sets when the draft is due.
 * @param written such as `8h Office`
 * @returns in words why it cannot be said
 */
export function dueInCalendar(draft: Draft, start: Instant, written: string): string | undefined {
  const parsed = workingLength(written);
  const calendar = draft.calendar(parsed?.calendar ?? '');
  if (parsed === undefined || calendar === undefined)
    throw new Error(`"${written}" names no business calendar: the configuration let it pass.`);
  const { length } = parsed;
  const dueAt =
    'days' in length
      ? endOfWorkingDay(calendar, start, length.days)
      : afterWorking(calendar, start, length.ms);
  if (dueAt === undefined) return faultText('never_open', { name: calendar.id, length: written });
  draft.dueAt = dueAt;
  return undefined;
}
