/**
 * REST as a table: a route says what it takes by schema and what it asks of the desk, and nothing else. The table is
 * mounted, tested for strangers and described from one and the same list.
 */
import { type Actor, type Answer, type Desk, InteractionId } from '@intray/core';
import { z } from 'zod';
import { EdgeRefusal, refusalReply } from '../wire/envelope.ts';

export interface Reply {
  readonly status: number;
  readonly body: unknown;
  /** Becomes the `ETag`, to be sent back in `If-Match`. */
  readonly version?: number;
  /** JSON unless told otherwise. */
  readonly type?: string;
}

export interface Call<P, Q, B> {
  readonly desk: Desk;
  readonly actor: Actor & { readonly kind: 'user' };
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  /** From `Idempotency-Key`: the same key again gets the same answer and does nothing twice. */
  readonly commandId: string | undefined;
  /** From `If-Match`. */
  readonly expectVersion: number | undefined;
  readonly newInteractionId: () => string;
}

interface Description<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  readonly method: 'GET' | 'POST';
  /** Below `/api/v1`. */
  readonly path: string;
  readonly summary: string;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** What a success answers. */
  readonly answer: z.ZodType;
  /** With which status; 200 unless told otherwise. */
  readonly success?: readonly number[];
  /** Of a success; JSON unless told otherwise. */
  readonly type?: string;
  /** In bytes, where it may be larger than elsewhere. */
  readonly largestBody?: number;
  readonly handle: (call: Call<z.output<P>, z.output<Q>, z.output<B>>) => Promise<Reply>;
}

/** A line of the table. */
export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly summary: string;
  readonly params: z.ZodType;
  readonly query: z.ZodType;
  /** Absent: the route takes none. */
  readonly body: z.ZodType | undefined;
  readonly answer: z.ZodType;
  readonly success: readonly number[];
  readonly type?: string;
  readonly largestBody?: number;
  readonly handle: (call: Call<unknown, unknown, unknown>) => Promise<Reply>;
}

const Nothing = z.object({}).strict();

/** Describes a route; `handle` sees its input as the schemas give it. */
export function route<
  P extends z.ZodType = typeof Nothing,
  Q extends z.ZodType = typeof Nothing,
  B extends z.ZodType = z.ZodUndefined,
>(description: Description<P, Q, B>): Route {
  const { params = Nothing, query = Nothing, body, success = [200], handle, ...rest } = description;
  // Sound because the mounting parses each part by the very schema that gives `handle` its types.
  return { ...rest, params, query, body, success, handle: handle as Route['handle'] };
}

/** `:id` of an interaction. */
export const ById = z.object({ id: InteractionId }).strict();

const number = z.coerce.number().int().min(1).max(200);

/** Paging in a query string: `limit`, `after`, `order`, `keys` (comma-separated). */
export const Paging = z
  .object({
    limit: number.optional(),
    after: z.string().max(200).optional(),
    order: z.enum(['oldest', 'newest']).optional(),
    keys: z
      .string()
      .max(4_000)
      .transform((keys) => keys.split(',').filter((key) => key !== ''))
      .optional(),
  })
  .strict();

/** An answer of the desk as REST gives it. */
export function replyWith<T>(answer: Answer<T>, version?: (value: T) => number): Reply {
  if (!answer.ok) return refusalReply(answer.refusal);
  return { status: 200, body: answer.value, ...(version ? { version: version(answer.value) } : {}) };
}

/** The same as CSV. */
export function replyWithCsv<T>(answer: Answer<T>, csv: (value: T) => string): Reply {
  if (!answer.ok) return refusalReply(answer.refusal);
  return { status: 200, body: csv(answer.value), type: 'text/csv' };
}

/** Reads `"7"`, `W/"7"`, `7` or `*` (any version). */
export function readIfMatch(value: string | undefined): number | undefined {
  if (value === undefined || value === '*') return undefined;
  const digits = /^(?:W\/)?"?(\d{1,15})"?$/.exec(value)?.[1];
  if (digits === undefined)
    throw new EdgeRefusal(
      'invalid_input',
      `If-Match: expected a version such as "7", got ${value.slice(0, 60)}. Send the ETag of a read.`,
    );
  return Number(digits);
}

/** Reads `Idempotency-Key`. */
export function readIdempotencyKey(value: string | undefined): string | undefined {
  if (value !== undefined && !/^[\x21-\x7e]{1,100}$/.test(value))
    throw new EdgeRefusal(
      'invalid_input',
      'Idempotency-Key: expected 1 to 100 visible ASCII characters. Use a UUID.',
    );
  return value;
}
