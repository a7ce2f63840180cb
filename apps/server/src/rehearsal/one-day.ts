/** A file's work as if all of it came in on one day: everything at its own time of day, due as long after as it was. */
import { type Instant, MINUTE } from '@intray/core';
import type { Work } from '@intray/importing';
import { DateTime } from 'luxon';

export interface Arrival {
  readonly at: Instant;
  readonly dueAt?: Instant;
  readonly work: Work;
}

/** Work that says nothing of when it was received comes in at this hour. */
const UNKNOWN = { hour: 8 };

/**
 * @param day such as 2026-05-04
 * @param zone whose times of day are meant
 * @returns in the order of coming
 */
export function onOneDay(works: readonly Work[], day: string, zone: string): readonly Arrival[] {
  const date = DateTime.fromISO(day, { zone });
  const arrivals = works.map((work): Arrival => {
    const received =
      work.receivedAt === undefined ? date.set(UNKNOWN) : DateTime.fromISO(work.receivedAt, { zone });
    const { hour, minute, second } = received;
    const at = date.set({ hour, minute, second }).toMillis();
    if (work.dueAt === undefined) return { at, work };
    const allowed = DateTime.fromISO(work.dueAt).toMillis() - received.toMillis();
    return { at, dueAt: Math.max(at + MINUTE, at + allowed), work };
  });
  return arrivals.toSorted((one, other) => one.at - other.at);
}

/** The newest day on which something of it was received; today if it says nothing of that. */
export function newestDay(works: readonly Work[], zone: string, today: Instant): string {
  const received = works.flatMap(({ receivedAt }) =>
    receivedAt === undefined ? [] : [Date.parse(receivedAt)],
  );
  const newest = received.reduce((latest, at) => Math.max(latest, at), Number.NEGATIVE_INFINITY);
  return DateTime.fromMillis(Number.isFinite(newest) ? newest : today, { zone }).toFormat('yyyy-MM-dd');
}
