/** Lengths of time as people write them into rules: `90s`, `10m`, `4h`, `2d`, `1w`; `-1h` is an hour the other way. */
import { z } from 'zod';
import { FAULT_TEXTS } from '../config/fault-texts.ts';

const UNITS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;
const WRITTEN = /^(-?)(\d{1,6})([smhdw])$/;

/** A length of time with a unit. */
export const Duration = z.string().regex(WRITTEN, FAULT_TEXTS.length);

/** In milliseconds. @throws Error for what `Duration` does not let through */
export function milliseconds(duration: string): number {
  const [, sign, count, unit] = WRITTEN.exec(duration) ?? [];
  if (unit === undefined)
    throw new Error(`"${duration}" is no length of time: the configuration let it pass.`);
  return (sign === '-' ? -1 : 1) * Number(count) * UNITS[unit as keyof typeof UNITS];
}

const IN_CALENDAR = /^(\d{1,6})([smhd]) (\S.*)$/s;

/**
 * A length in the open hours of a business calendar: `8h Office`. Days are days on which it is open, each to its close:
 * `1d Office` ends when the next one closes.
 */
export const WorkingDuration = z.string().max(300).regex(IN_CALENDAR, FAULT_TEXTS.working_length);

export interface WorkingLength {
  /** Of open time; or whole days. */
  readonly length: { readonly ms: number } | { readonly days: number };
  readonly calendar: string;
}

/** `undefined` for what `WorkingDuration` does not let through. */
export function workingLength(written: string): WorkingLength | undefined {
  const [, count, unit, calendar] = IN_CALENDAR.exec(written) ?? [];
  if (calendar === undefined) return undefined;
  const length =
    unit === 'd' ? { days: Number(count) } : { ms: Number(count) * UNITS[unit as keyof typeof UNITS] };
  return { length, calendar };
}
