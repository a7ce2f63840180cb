/**
 * How REST says no: one shape for everything, from a mistyped path to a crash. Programs rely on `code`; people read
 * `message`. What the edge itself refuses has codes of its own here; what core refuses keeps core's code.
 */
import type { Refusal, RefusalCode } from '@intray/core';
import { WIRE_CODES } from './refusals.ts';

/** Refusals of the edge, before anything reaches the desk, and the status each is answered with. */
export const EDGE_CODES = {
  invalid_input: 400,
  unauthenticated: 401,
  csrf_missing: 403,
  origin_foreign: 403,
  path_unknown: 404,
  body_too_large: 413,
  media_type_unsupported: 415,
  too_many_attempts: 429,
  too_many_sockets: 429,
  internal: 500,
  stopping: 503,
} as const;

export type EdgeCode = keyof typeof EDGE_CODES;

export interface Envelope {
  readonly error: {
    readonly code: RefusalCode | EdgeCode;
    /** What was expected, what came, what to do. */
    readonly message: string;
    readonly detail?: Readonly<Record<string, unknown>>;
    /** Finds the log line of this request. */
    readonly requestId?: string;
  };
}

/** A "no" of the edge on its way out; thrown inside request handling and turned into an envelope in one place. */
export class EdgeRefusal extends Error {
  readonly code: EdgeCode;
  readonly detail: Readonly<Record<string, unknown>> | undefined;
  /** Seconds, for `Retry-After`. */
  readonly retryAfter: number | undefined;

  constructor(
    code: EdgeCode,
    message: string,
    more: { detail?: Readonly<Record<string, unknown>>; retryAfter?: number } = {},
  ) {
    super(message);
    this.name = 'EdgeRefusal';
    this.code = code;
    this.detail = more.detail;
    this.retryAfter = more.retryAfter;
  }

  get status(): number {
    return EDGE_CODES[this.code];
  }
}

/** The envelope of an edge refusal. */
export const edgeEnvelope = (
  code: EdgeCode,
  message: string,
  detail?: Readonly<Record<string, unknown>>,
): Envelope => ({
  error: { code, message, ...(detail === undefined ? {} : { detail }) },
});

/** A refusal of core as REST answers it. */
export const refusalReply = (refusal: Refusal): { readonly status: number; readonly body: Envelope } => ({
  status: WIRE_CODES[refusal.code].status,
  body: { error: { code: refusal.code, message: refusal.message, detail: refusal.detail } },
});
