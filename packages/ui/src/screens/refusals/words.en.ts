/** Why not, in English: core's own sentence, except where it would name a person by an id and a moment by a number. */
import type { EdgeCode } from '@intray/api/client';
import type { RefusalCode } from '@intray/core';
import type { Facts } from './facts.ts';

type Sentence = (facts: Facts) => string;

/** What a desk knows by itself: no answer came, one without a reason, the login ended, it is not kept here. */
type OwnCode = 'no_answer' | 'unreachable' | 'signed_out' | 'not_kept';

const asCoreSays: Sentence = ({ said }) => said;

export const english = {
  not_permitted: asCoreSays,
  interaction_unknown: asCoreSays,
  agent_unknown: asCoreSays,
  queue_unknown: asCoreSays,
  queue_required: asCoreSays,
  media_type_unknown: asCoreSays,
  workbin_unknown: asCoreSays,
  place_unknown: asCoreSays,
  group_unknown: asCoreSays,
  target_unclear: asCoreSays,
  disposition_unknown: asCoreSays,
  reason_unknown: asCoreSays,
  option_unknown: asCoreSays,
  wrong_state: asCoreSays,
  taken: ({ said, who, since, offered }) => {
    if (who === undefined) return said;
    if (offered) return `It is being offered to ${who}${since === undefined ? '' : ` since ${since}`}.`;
    return since === undefined ? `${who} took it.` : `${who} took it on ${since}.`;
  },
  not_handler: ({ said, who }) => (who === undefined ? said : `This is on ${who}’s desk, not on yours.`),
  not_invitee: ({ said, who }) => (who === undefined ? said : `This is offered to ${who}, not to you.`),
  ticket_stale: asCoreSays,
  invite_expired: asCoreSays,
  version_mismatch: asCoreSays,
  no_session: ({ said, who }) => (who === undefined ? said : `${who} is not logged on.`),
  agent_unreachable: ({ said, who }) => (who === undefined ? said : `${who} gave no sign of life lately.`),
  channel_missing: asCoreSays,
  channel_not_offered: asCoreSays,
  channel_not_ready: asCoreSays,
  capacity_full: ({ said, who, limit }) =>
    who === undefined ? said : `${who} has as much as fits${limit === undefined ? '' : `: ${limit}`}.`,
  not_routed_here: asCoreSays,
  routing_queue_missing: asCoreSays,
  declined_recently: ({ said, who }) =>
    who === undefined ? said : `${who} declined or missed this a moment ago.`,
  decline_disabled: asCoreSays,
  same_agent: ({ said, who }) =>
    who === undefined ? said : `It is on ${who}’s desk already. Choose a colleague.`,
  workbin_full: asCoreSays,
  workbin_not_yours: asCoreSays,
  media_not_accepted: asCoreSays,
  disposition_required: asCoreSays,
  disposition_fixed: asCoreSays,
  action_required: asCoreSays,
  not_due: asCoreSays,
  wake_time_past: asCoreSays,
  data_too_large: asCoreSays,
  value_not_listed: asCoreSays,
  kept_by_policy: asCoreSays,
  not_a_task: asCoreSays,
  capture_point_unknown: asCoreSays,
  process_unknown: asCoreSays,
  configuration_unknown: asCoreSays,
  configuration_invalid: asCoreSays,
  configuration_in_use: asCoreSays,
  condition_unclear: asCoreSays,
  key_reused: asCoreSays,
  server_needed: () => 'This needs the server, which can’t be reached now. Try again once it can.',
  answer_lost: () =>
    'This was sent, but the server was lost before it answered. Look whether it was done once it is back.',
  invalid_input: asCoreSays,
  unauthenticated: asCoreSays,
  csrf_missing: asCoreSays,
  origin_foreign: asCoreSays,
  path_unknown: asCoreSays,
  body_too_large: asCoreSays,
  media_type_unsupported: asCoreSays,
  too_many_attempts: asCoreSays,
  too_many_sockets: asCoreSays,
  internal: asCoreSays,
  stopping: asCoreSays,
  no_answer: () => 'The server can’t be reached. Check your network, then try again.',
  unreachable: asCoreSays,
  signed_out: asCoreSays,
  not_kept: asCoreSays,
} as const satisfies Record<RefusalCode | EdgeCode | OwnCode, Sentence>;
