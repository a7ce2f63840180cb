const UNITS = [
  ['second', 1_000],
  ['minute', 60_000],
  ['hour', 3_600_000],
  ['day', 86_400_000],
  ['week', 7 * 86_400_000],
  ['month', 30 * 86_400_000],
  ['year', 365 * 86_400_000],
] as const;

/** Making a format takes about 50 µs, formatting with it 1 µs; a list would feel it. */
function keptFormats<F>(make: (locale: string | undefined) => F): (locale: string | undefined) => F {
  const formats = new Map<string | undefined, F>();
  return (locale) => {
    const kept = formats.get(locale);
    if (kept) return kept;
    const made = make(locale);
    formats.set(locale, made);
    return made;
  };
}

const distances = keptFormats(
  (locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'narrow' }),
);
const moments = keptFormats(
  (locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'medium' }),
);

/**
 * A distance in time as one short phrase: `5 min. ago`, `in 2 hr.`, `now`.
 * `difference` in milliseconds, negative for the past; `locale` as in BCP 47, the browser's own when absent.
 */
export function relative(difference: number, locale?: string): string {
  const distance = Math.abs(difference);
  const [unit, length] = UNITS.findLast(([, each]) => distance >= each) ?? UNITS[0];
  // Below a minute the seconds are of no use to anybody and would make every new row flicker.
  const count = unit === 'second' ? 0 : Math.trunc(difference / length);
  return distances(locale).format(count, unit);
}

/** A moment in full, to the second: what a distance stands for. `at` in milliseconds since the epoch. */
export const exactly = (at: number, locale?: string): string => moments(locale).format(at);
