import { locale } from '../../language/locale.ts';

const SECOND = 1_000;
const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', SECOND],
] as const;

/** How long something took, in one unit: `3 minutes`. @param ms milliseconds */
export function lasting(ms: number, language = locale()): string {
  const [unit, length] = UNITS.find(([, each]) => ms >= each) ?? ['second', SECOND];
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: 0,
  }).format(Math.round(ms / length));
}
