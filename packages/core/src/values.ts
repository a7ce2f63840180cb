/**
 * The small values that every part of Intray speaks in.
 *
 * Times are milliseconds since 1970-01-01T00:00:00Z. Core never looks at a clock: whoever calls it brings `now`.
 */
import { z } from 'zod';

/** Anything that survives a trip through JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Attached data of an interaction. Values keep their JSON type: `1` stays a number, `"1"` a string. */
export type UserData = Readonly<Record<string, Json>>;

/** Milliseconds since the epoch, UTC. */
export type Instant = number;

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;

/** The largest attached data an interaction may carry, in characters of JSON. */
export const USER_DATA_LIMIT = 256 * 1024;
/** The most keys of attached data an interaction may carry. */
export const USER_DATA_KEYS_LIMIT = 500;

/** A name people chose: of an agent, a queue, a workbin. Not empty, no control characters, at most 255 long. */
export const Name = z
  .string()
  .min(1)
  .max(255)
  .regex(/^[^\p{Cc}]+$/u, 'must not contain control characters');

/** An interaction's id as given out: 16 upper-case letters and digits. On input ids are opaque, only bounded. */
export const InteractionId = z.string().min(1).max(64);

export const JsonValue: z.ZodType<Json> = z.json() as z.ZodType<Json>;

/** Attached data on the way in: bounded in keys here, in size where it is merged (see `checks.ts`). */
export const UserDataInput: z.ZodType<UserData> = z
  .record(z.string().min(1).max(255), JsonValue)
  .refine((data) => Object.keys(data).length <= USER_DATA_KEYS_LIMIT, {
    error: `at most ${USER_DATA_KEYS_LIMIT} keys of attached data`,
  });
