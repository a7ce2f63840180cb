import { locale } from '../language/locale.ts';

/** A moment with its day, as the person's own clock shows it. */
export const moment = (at: number): string =>
  new Date(at).toLocaleString(locale(), { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' });
