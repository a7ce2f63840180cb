/**
 * A refusal is an answer: "no, because". It has a code that programs may rely on and a sentence for people that
 * says what was expected, what came, and what to do. Exceptions are for surprises only.
 */
export const REFUSAL_CODES = [
  'not_permitted',
  'interaction_unknown',
  'agent_unknown',
  'queue_unknown',
  'queue_required',
  'media_type_unknown',
  'workbin_unknown',
  'place_unknown',
  'group_unknown',
  'target_unclear',
  'disposition_unknown',
  'reason_unknown',
  'option_unknown',
  'wrong_state',
  'taken',
  'not_handler',
  'not_invitee',
  'ticket_stale',
  'invite_expired',
  'version_mismatch',
  'no_session',
  'agent_unreachable',
  'channel_missing',
  'channel_not_offered',
  'channel_not_ready',
  'capacity_full',
  'not_routed_here',
  'routing_queue_missing',
  'declined_recently',
  'decline_disabled',
  'same_agent',
  'workbin_full',
  'workbin_not_yours',
  'media_not_accepted',
  'disposition_required',
  'disposition_fixed',
  'action_required',
  'not_due',
  'wake_time_past',
  'data_too_large',
  'value_not_listed',
  'kept_by_policy',
  'not_a_task',
  'capture_point_unknown',
  'process_unknown',
  'configuration_unknown',
  'configuration_invalid',
  'configuration_in_use',
  'condition_unclear',
  'key_reused',
  'server_needed',
  'answer_lost',
] as const;

export type RefusalCode = (typeof REFUSAL_CODES)[number];

export interface Refusal {
  readonly code: RefusalCode;
  /** What was expected, what came, what to do: a sentence or two, fit to be shown as it is. */
  readonly message: string;
  /** Facts behind the sentence, for programs: the winner's id, the limit, the state found. */
  readonly detail: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

/** Builds a refusal. */
export const refuse = (code: RefusalCode, message: string, detail: Refusal['detail'] = {}): Refusal => ({
  code,
  message,
  detail,
});
