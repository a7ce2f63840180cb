import { locale } from '../language/locale.ts';

/** A moment with its day, as the person's own clock shows it. */
export const moment = (at: number): string =>
  new Date(at).toLocaleString(locale(), { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' });

/** A day that is written in ISO 8601, as the spoken language writes it. It is the same day in every time zone. */
export const day = (iso: string): string =>
  new Date(`${iso}T00:00:00Z`).toLocaleDateString(locale(), { dateStyle: 'medium', timeZone: 'UTC' });
