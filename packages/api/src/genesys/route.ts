/** This wire as a table: a route says what it takes and what it asks of the desk, and answers the body to send. */
import type { Actor, Command, Desk, Expectations, Receipt } from '@intray/core';
import { Command as AnyCommand } from '@intray/core';
import { z } from 'zod';
import { EdgeRefusal } from '../wire/envelope.ts';
import type { Presence } from './notifications/presence.ts';
import type { Reference } from './references.ts';
import type { Writing } from './resources/interaction.ts';
import type { Shape } from './shapes/shape.ts';
import { done, STATUS, type StatusCode, V2Refusal } from './status.ts';

export type Query = Readonly<Record<string, string>>;
export type Body = Readonly<Record<string, unknown>>;

export interface Call {
  readonly desk: Desk;
  readonly actor: Actor & { readonly kind: 'user' };
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  /** Empty for a GET. */
  readonly body: Body;
  readonly writing: Writing;
  /** From `If-Match`. */
  readonly expectVersion: number | undefined;
  /** The caller's messages; begins to follow what happens if nobody did. */
  presence(): Promise<Presence>;
  /** A number for the answer, or for one part of it. With an `Idempotency-Key` the same part gets the same number again. */
  reference(part?: string): Reference;
  newInteractionId(): string;
}

export interface Reply {
  readonly statusCode: StatusCode;
  readonly [field: string]: unknown;
}

/** What a handler answers: the body, and an entity tag if the client may ask again with it. */
export interface Answered {
  readonly body: Reply;
  readonly etag?: string;
}

export interface V2Route {
  readonly method: 'GET' | 'POST';
  /** Below `/api/v2`. */
  readonly path: string;
  readonly summary: string;
  /** Needs the feature `api-multimedia`. */
  readonly multimedia: boolean;
  readonly handle: (call: Call) => Promise<Answered>;
  readonly shape: Shape;
}

/** A route that needs `api-multimedia`. */
export const multimedia = (
  method: V2Route['method'],
  path: string,
  summary: string,
  handle: V2Route['handle'],
  shape: Shape,
): V2Route => ({ method, path, summary, multimedia: true, handle, shape });

/** A route that is there without any feature. */
export const basic = (
  method: V2Route['method'],
  path: string,
  summary: string,
  handle: V2Route['handle'],
  shape: Shape,
): V2Route => ({ method, path, summary, multimedia: false, handle, shape });

/** A success. */
export const success = (fields: Readonly<Record<string, unknown>> = {}): Answered => ({
  body: { statusCode: STATUS.success, ...fields },
});

/** The success of a request whose result comes as messages. */
export const accepted = ({ referenceId }: Reference): Answered => success({ referenceId });

/** A required text of the body. */
export function required(body: Body, ...names: readonly string[]): string {
  for (const name of names) {
    const value = body[name];
    if (value === undefined || value === null) continue;
    if (typeof value === 'string' && value !== '') return value;
    throw new V2Refusal(
      STATUS.invalid,
      `${name}: expected text, got ${JSON.stringify(value)?.slice(0, 60)}.`,
    );
  }
  throw new V2Refusal(
    STATUS.missing,
    `The parameter ${names.map((name) => `"${name}"`).join(' or ')} is missing.`,
  );
}

/** A text of the body that may be left out. */
export const optional = (body: Body, name: string): string | undefined =>
  body[name] === undefined || body[name] === null ? undefined : required(body, name);

const Flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((word) => word === 'true')]);

/** A flag of the body as clients write it: a boolean, or the word. */
export function flag(body: Body, name: string): boolean {
  if (body[name] === undefined || body[name] === null) return false;
  const parsed = Flag.safeParse(body[name]);
  if (!parsed.success)
    throw new V2Refusal(
      STATUS.invalid,
      `${name}: expected true or false, got ${JSON.stringify(body[name]).slice(0, 60)}.`,
    );
  return parsed.data;
}

/** Reads a command by core's own schema. @throws V2Refusal 1 for something missing, 10 for something wrong */
export function commandOf(input: Readonly<Record<string, unknown>>): Command {
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  const parsed = AnyCommand.safeParse(given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const path = issue?.path.map(String).join('.') ?? '';
  const missing = issue?.path.length === 1 && !Object.hasOwn(given, String(issue.path[0]));
  if (missing) throw new V2Refusal(STATUS.missing, `The parameter "${path}" is missing.`);
  throw new V2Refusal(STATUS.invalid, `${path || 'The request'}: ${issue?.message ?? 'is not understood'}.`);
}

/**
 * Gives a command in the caller's name.
 * @param expectations besides the client's own `If-Match`
 * @throws V2Refusal if it is refused
 */
export async function perform(
  call: Call,
  input: Readonly<Record<string, unknown>>,
  { commandId }: Reference,
  expectations: Pick<Expectations, 'expectInHand'> = {},
): Promise<Receipt> {
  const { desk, actor, expectVersion } = call;
  const command = commandOf(input);
  const outcome = await desk.execute({
    command,
    actor,
    commandId,
    ...expectations,
    ...(expectVersion === undefined ? {} : { expectVersion }),
  });
  return done(outcome, actor.id);
}

/** The body of a request that changes something. */
export function readBody(body: unknown): Body {
  if (body === undefined || body === null) return {};
  if (typeof body !== 'object' || Array.isArray(body))
    throw new EdgeRefusal(
      'invalid_input',
      'The body must be a JSON object such as {"operationName": "Ready"}.',
    );
  return body as Body;
}

/** A query string with one value for each name. */
export function readQuery(query: unknown): Query {
  const entries = Object.entries(query as Record<string, unknown>).map(([name, value]) => {
    const one = Array.isArray(value) ? value.at(-1) : value;
    return [name, String(one)] as const;
  });
  return Object.fromEntries(entries);
}
