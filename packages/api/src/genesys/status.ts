/**
 * How this wire says no: `statusCode` and `statusMessage`, and nothing else. The numbers are those of the Genesys Web
 * Services reference; a new code in core or at the edge does not compile until it has its line here.
 */
import type { Answer, Outcome, Receipt, Refusal, RefusalCode } from '@intray/core';
import type { EdgeCode } from '../wire/envelope.ts';

export const STATUS = {
  success: 0,
  missing: 1,
  wrongState: 2,
  forbidden: 3,
  internal: 4,
  noPermission: 5,
  notFound: 6,
  partial: 7,
  invalid: 10,
  inUse: 19,
  notAuthenticated: 20,
} as const;

export type StatusCode = (typeof STATUS)[keyof typeof STATUS];

const { missing, wrongState, forbidden, noPermission, notFound, invalid, inUse } = STATUS;

export const STATUS_OF_REFUSAL = {
  not_permitted: noPermission,
  interaction_unknown: notFound,
  agent_unknown: notFound,
  queue_unknown: notFound,
  queue_required: missing,
  media_type_unknown: notFound,
  workbin_unknown: notFound,
  place_unknown: notFound,
  group_unknown: notFound,
  target_unclear: missing,
  disposition_unknown: notFound,
  reason_unknown: notFound,
  option_unknown: notFound,
  wrong_state: wrongState,
  /** Somebody else was quicker. */
  taken: inUse,
  not_handler: noPermission,
  not_invitee: noPermission,
  ticket_stale: wrongState,
  invite_expired: wrongState,
  version_mismatch: wrongState,
  /** "Agent not registered": the person is known, the work session is not. 20 would send clients to sign in again. */
  no_session: noPermission,
  agent_unreachable: wrongState,
  channel_missing: wrongState,
  channel_not_offered: noPermission,
  channel_not_ready: wrongState,
  capacity_full: wrongState,
  not_routed_here: wrongState,
  routing_queue_missing: wrongState,
  declined_recently: wrongState,
  decline_disabled: forbidden,
  same_agent: invalid,
  workbin_full: wrongState,
  workbin_not_yours: noPermission,
  media_not_accepted: wrongState,
  disposition_required: missing,
  disposition_fixed: wrongState,
  action_required: missing,
  not_due: wrongState,
  wake_time_past: invalid,
  data_too_large: invalid,
  value_not_listed: invalid,
  kept_by_policy: forbidden,
  not_a_task: wrongState,
  capture_point_unknown: notFound,
  process_unknown: notFound,
  configuration_unknown: notFound,
  configuration_invalid: invalid,
  configuration_in_use: wrongState,
  condition_unclear: invalid,
  key_reused: invalid,
  server_needed: wrongState,
  answer_lost: wrongState,
} as const satisfies Record<RefusalCode, StatusCode>;

/** Answered by the edge itself; the HTTP status stays the edge's own. */
export const STATUS_OF_EDGE = {
  invalid_input: invalid,
  unauthenticated: STATUS.notAuthenticated,
  csrf_missing: forbidden,
  origin_foreign: forbidden,
  path_unknown: notFound,
  body_too_large: invalid,
  media_type_unsupported: invalid,
  too_many_attempts: forbidden,
  too_many_sockets: forbidden,
  internal: STATUS.internal,
  stopping: STATUS.internal,
} as const satisfies Record<EdgeCode, StatusCode>;

/** What a message may repeat of a request is the request's to make long, and nobody's to read. */
const LONGEST = 500;

/** A "no" on its way out; becomes the envelope in one place. Its HTTP status is 200, as clients of this API expect. */
export class V2Refusal extends Error {
  readonly statusCode: StatusCode;

  constructor(statusCode: StatusCode, message: string) {
    super(message.length > LONGEST ? `${message.slice(0, LONGEST)}…` : message);
    this.name = 'V2Refusal';
    this.statusCode = statusCode;
  }
}

const thrown = ({ code, message }: Refusal) => new V2Refusal(STATUS_OF_REFUSAL[code], message);

/** The value of an answer. @throws V2Refusal if it was refused */
export function told<T>(answer: Answer<T>): T {
  if (!answer.ok) throw thrown(answer.refusal);
  return answer.value;
}

/**
 * What was done.
 * @param agentId who asked: told that they have it themselves, they were not too late
 * @throws V2Refusal if it was refused
 */
export function done(outcome: Outcome, agentId: string): Receipt {
  if (outcome.ok) return outcome;
  const { code, message, detail } = outcome.refusal;
  if (code === 'taken' && detail.holder === agentId) throw new V2Refusal(STATUS.wrongState, message);
  throw thrown(outcome.refusal);
}
