/** Lengths of time as people write them into rules: `90s`, `10m`, `4h`, `2d`, `1w`; `-1h` is an hour the other way. */
import { z } from 'zod';

const UNITS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;
const WRITTEN = /^(-?)(\d{1,6})([smhdw])$/;

/** A length of time with a unit. */
export const Duration = z
  .string()
  .regex(WRITTEN, 'must be a length of time such as 90s, 10m, 4h, 2d or 1w; -1h is an hour the other way');

/** In milliseconds. @throws Error for what `Duration` does not let through */
export function milliseconds(duration: string): number {
  const [, sign, count, unit] = WRITTEN.exec(duration) ?? [];
  if (unit === undefined)
    throw new Error(`"${duration}" is no length of time: the configuration let it pass.`);
  return (sign === '-' ? -1 : 1) * Number(count) * UNITS[unit as keyof typeof UNITS];
}
