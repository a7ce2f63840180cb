/**
 * How a refusal travels: the one table from core's codes to the numbers and names of the wires. A new code in core
 * does not compile until it has its line here.
 */
import type { RefusalCode } from '@intray/core';
import type { TRPC_ERROR_CODE_KEY } from '@trpc/server';

interface WireCode {
  /** HTTP status of the REST answer. */
  readonly status: number;
  readonly trpc: TRPC_ERROR_CODE_KEY;
}

const FORBIDDEN: WireCode = { status: 403, trpc: 'FORBIDDEN' };
/** Things that a path may name. */
const NOT_FOUND: WireCode = { status: 404, trpc: 'NOT_FOUND' };
/** Possible in itself, but not as things stand. */
const CONFLICT: WireCode = { status: 409, trpc: 'CONFLICT' };
const STALE: WireCode = { status: 412, trpc: 'PRECONDITION_FAILED' };
const TOO_LARGE: WireCode = { status: 413, trpc: 'PAYLOAD_TOO_LARGE' };
/** Well formed, but it names or asks for something that cannot be. */
const UNFIT: WireCode = { status: 422, trpc: 'UNPROCESSABLE_CONTENT' };

export const WIRE_CODES = {
  not_permitted: FORBIDDEN,
  interaction_unknown: NOT_FOUND,
  agent_unknown: NOT_FOUND,
  queue_unknown: NOT_FOUND,
  queue_required: UNFIT,
  workbin_unknown: NOT_FOUND,
  media_type_unknown: UNFIT,
  place_unknown: UNFIT,
  group_unknown: UNFIT,
  target_unclear: UNFIT,
  disposition_unknown: UNFIT,
  reason_unknown: UNFIT,
  option_unknown: NOT_FOUND,
  wrong_state: CONFLICT,
  taken: CONFLICT,
  not_handler: FORBIDDEN,
  not_invitee: FORBIDDEN,
  ticket_stale: CONFLICT,
  invite_expired: CONFLICT,
  version_mismatch: STALE,
  no_session: CONFLICT,
  agent_unreachable: CONFLICT,
  channel_missing: CONFLICT,
  channel_not_offered: UNFIT,
  channel_not_ready: CONFLICT,
  capacity_full: CONFLICT,
  not_routed_here: CONFLICT,
  routing_queue_missing: CONFLICT,
  declined_recently: CONFLICT,
  decline_disabled: CONFLICT,
  same_agent: UNFIT,
  workbin_full: CONFLICT,
  workbin_not_yours: FORBIDDEN,
  media_not_accepted: UNFIT,
  disposition_required: UNFIT,
  disposition_fixed: CONFLICT,
  action_required: UNFIT,
  not_due: CONFLICT,
  wake_time_past: UNFIT,
  data_too_large: TOO_LARGE,
  value_not_listed: UNFIT,
  kept_by_policy: CONFLICT,
  not_a_task: CONFLICT,
  capture_point_unknown: UNFIT,
  process_unknown: UNFIT,
  configuration_unknown: NOT_FOUND,
  configuration_invalid: UNFIT,
  configuration_in_use: CONFLICT,
  condition_unclear: UNFIT,
  key_reused: UNFIT,
  // A desk's own, while it has no server: never an answer over a wire.
  server_needed: CONFLICT,
  answer_lost: CONFLICT,
} as const satisfies Record<RefusalCode, WireCode>;
