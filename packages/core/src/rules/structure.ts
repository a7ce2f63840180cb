/** What work is sorted into: departments, their processes, and the points at which it comes in. */
import { z } from 'zod';
import type { BusinessCalendar } from '../config/calendars.ts';
import { FAULT_TEXTS } from '../config/fault-texts.ts';
import { Name, UserDataKey } from '../values.ts';

const Moment = z.iso.datetime({
  offset: true,
  error: FAULT_TEXTS.moment,
});

/** Outside these it is closed, and what is sorted into it is rejected. */
const open = { from: Moment.optional(), until: Moment.optional() };

export const Department = z.object({ id: Name, name: Name, ...open }).strict();

export const Process = z
  .object({
    id: Name,
    name: Name,
    department: Name,
    /** Where its work waits, unless a rule names another queue; where it came in, if neither does. */
    queue: Name.optional(),
    ...open,
  })
  .strict();

export const CapturePoint = z
  .object({
    id: Name,
    name: Name,
    /** What is submitted to one of these comes in here, unless the submission names another capture point. */
    queues: z.array(Name).max(1_000),
    /** The attached keys that the conditions on channel and customer segment read. */
    keys: z
      .object({ channel: UserDataKey.optional(), customerSegment: UserDataKey.optional() })
      .strict()
      .optional(),
  })
  .strict();

export type Department = Readonly<z.infer<typeof Department>>;
export type Process = Readonly<z.infer<typeof Process>>;
export type CapturePoint = Readonly<z.infer<typeof CapturePoint>>;

/** The department or process is open at a moment. */
export const isOpen = ({ from, until }: Department | Process, now: number): boolean =>
  (from === undefined || Date.parse(from) <= now) && (until === undefined || now < Date.parse(until));

/** What sorting looks up. */
export interface Structure {
  readonly calendars: ReadonlyMap<string, BusinessCalendar>;
  readonly processes: ReadonlyMap<string, Process>;
  /** The attached keys that hold channel and customer segment. */
  keysOf(capturePoint: string): { readonly channel: string; readonly customerSegment: string };
}
