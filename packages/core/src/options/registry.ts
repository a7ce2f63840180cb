/** Every option of the section `interaction-workspace` that Intray knows. What is not listed here cannot be set. */
import { ANSWER_OPTIONS } from './answer-options.ts';
import { CASE_OPTIONS } from './case-options.ts';
import { CHANNEL_OPTIONS } from './channel-options.ts';
import { FINISHING_OPTIONS } from './finishing-options.ts';
import type { Option } from './option.ts';
import { ROUTING_OPTIONS } from './routing-options.ts';
import { WORKBIN_OPTIONS } from './workbin-options.ts';

/** The section's name, here and in Genesys. */
export const SECTION = 'interaction-workspace';

/** Options by subject, in the order of the page about them. */
export const OPTIONS_BY_SUBJECT = {
  Workbins: WORKBIN_OPTIONS,
  'Channels at login': CHANNEL_OPTIONS,
  'Offers and automatic answer': ANSWER_OPTIONS,
  'Transfers through routing': ROUTING_OPTIONS,
  'Finishing and disposition': FINISHING_OPTIONS,
  'History, case data and supervision': CASE_OPTIONS,
} as const satisfies Record<string, readonly { readonly pattern: string }[]>;

export type OptionPattern = (typeof OPTIONS_BY_SUBJECT)[keyof typeof OPTIONS_BY_SUBJECT][number]['pattern'];

/**
 * All of them. A name that fits two patterns belongs to the earlier one: `workbin.email.in-progress` is not a workbin
 * nicknamed `in-progress`.
 */
export const OPTIONS = Object.values(OPTIONS_BY_SUBJECT).flat() as unknown as readonly Option<
  unknown,
  OptionPattern
>[];
