/**
 * The small values that every part of Intray speaks in.
 *
 * Times are milliseconds since 1970-01-01T00:00:00Z. Core never looks at a clock: whoever calls it brings `now`.
 */
import { z } from 'zod';
import { FAULT_TEXTS } from './config/fault-texts.ts';

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

/** How deep attached data may be nested: enough for any form, and no stack runs out over it. */
const DEEPEST = 64;

/** U+0000 and halves of surrogate pairs: legal in a JavaScript string, kept by no database and no UTF-8. */
const UNWRITABLE = /[\0\p{Cs}]/u;

/** Text that can be written down: no U+0000, no half of a surrogate pair. `max` in UTF-16 units. */
export const text = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((value) => !UNWRITABLE.test(value), {
      error: FAULT_TEXTS.unwritable,
    });

/** A name people chose: of an agent, a queue, a workbin. Not empty, no control characters, at most 255 long. */
export const Name = z
  .string()
  .min(1)
  .max(255)
  .regex(/^[^\p{Cc}\p{Cs}]+$/u, FAULT_TEXTS.control);

/** An interaction's id as given out: 16 upper-case letters and digits. On input ids are opaque, only bounded. */
export const InteractionId = text(64);

/** A key of attached data. */
export const UserDataKey = text(255);

/** Goes no deeper than it may itself, so that no input, however deep, can exhaust the stack. */
function isKeepable(value: unknown, depth = 0): boolean {
  switch (typeof value) {
    case 'string':
      return !UNWRITABLE.test(value);
    case 'number':
      return Number.isFinite(value);
    case 'boolean':
      return true;
    case 'object':
      if (value === null) return true;
      if (depth >= DEEPEST) return false;
      if (Array.isArray(value)) return value.every((item) => isKeepable(item, depth + 1));
      return Object.entries(value).every(
        ([key, item]) => !UNWRITABLE.test(key) && isKeepable(item, depth + 1),
      );
    default:
      return false;
  }
}

export const JsonValue = z.unknown().refine((value) => isKeepable(value), {
  error: `must be JSON, at most ${DEEPEST} levels deep, without U+0000 or broken surrogate pairs`,
}) as unknown as z.ZodType<Json>;

/** Attached data on the way in: bounded in keys here, in size where it is merged (`requests.ts`). */
export const UserDataInput: z.ZodType<UserData> = z
  .record(UserDataKey, JsonValue)
  .refine((data) => Object.keys(data).length <= USER_DATA_KEYS_LIMIT, {
    error: `at most ${USER_DATA_KEYS_LIMIT} keys of attached data`,
  });

/** Equal as JSON, whatever the order of keys. */
export function sameJson(one: Json | undefined, other: Json | undefined): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) || Array.isArray(other))
    return (
      Array.isArray(one) &&
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((value, index) => sameJson(value, other[index]))
    );
  const [mine, theirs] = [one as Record<string, Json>, other as Record<string, Json>];
  const keys = Object.keys(mine);
  return (
    keys.length === Object.keys(theirs).length &&
    keys.every((key) => Object.hasOwn(theirs, key) && sameJson(mine[key], theirs[key]))
  );
}
