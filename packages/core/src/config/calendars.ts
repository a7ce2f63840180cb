/** When a business works: hours of the week in a time zone, and the days on which it is different. */
import { z } from 'zod';
import { Name } from '../values.ts';
import { FAULT_TEXTS } from './fault-texts.ts';

const Time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, FAULT_TEXTS.time);

/** From the first minute up to, and not including, the second. */
const Hours = z
  .object({ from: Time, to: Time })
  .strict()
  .refine(({ from, to }) => from < to, FAULT_TEXTS.hours_end);

const Day = z
  .array(Hours)
  .max(24)
  .refine(
    (day) => day.every(({ from }, index) => index === 0 || (day[index - 1]?.to ?? '') <= from),
    FAULT_TEXTS.hours_order,
  );

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const TimeZone = z
  .string()
  .max(100)
  .refine(
    (zone) => zone === 'UTC' || Intl.supportedValuesOf('timeZone').includes(zone),
    FAULT_TEXTS.time_zone,
  );

export const BusinessCalendar = z
  .object({
    id: Name,
    name: Name,
    timeZone: TimeZone,
    /** A day that is left out is closed. */
    week: z.partialRecord(z.enum(WEEKDAYS), Day),
    /** Days that are not like their weekday: closed, or open at other hours. */
    exceptions: z
      .array(z.object({ date: z.iso.date(), name: Name.optional(), hours: Day }).strict())
      .max(1_000),
  })
  .strict();

export type BusinessCalendar = Readonly<z.infer<typeof BusinessCalendar>>;
