/**
 * What may be wrong with a configuration, in words. Faults travel as sentences, through schemas, refusals and files; a
 * desk that speaks another language finds a sentence's text again by the gaps in it.
 */
import { filled, type Gaps } from '../gapped-texts.ts';

/** What a fault may be about, before its id. */
export const FAULT_THINGS = [
  'agent',
  'agent group',
  'business attribute',
  'calendar',
  'capacity rule',
  'capture point',
  'department',
  'disposition',
  'filter',
  'media type',
  'not-ready reason',
  'override set',
  'parent',
  'place',
  'place group',
  'process',
  'queue',
  'role',
  'skill',
  'strategy',
  'task rule',
  'value',
  'virtual group',
  'workbin type',
  'Agent',
  'AgentGroup',
  'Place',
  'PlaceGroup',
] as const;
export type FaultThing = (typeof FAULT_THINGS)[number];

/** A sentence fits at most one of these; what fits two belongs to the earlier. */
export const FAULT_TEXTS = {
  // Names, and what hangs together.
  missing_meant: '{thing} "{name}" does not exist. Did you mean "{meant}"?',
  missing: '{thing} "{name}" does not exist.',
  missing_in_option: '{thing} "{name}" does not exist',
  twice: '{thing} "{name}" is there more than once',
  twice_of_kind: '{kind}: "{name}" is there more than once',
  second_default: '{thing} "{name}" is a second default',
  below_itself: '{thing} "{name}" stands below itself: {way}',
  group_of_that_name: 'there is an agent group of that name. Give one of them another.',
  not_an_agents: 'workbin type "{name}" is owned by {owner}, where Agent was expected',
  other_owner: 'workbin type "{name}" is owned by {owner}, where {given} was given',
  medium_not_taken: 'workbin type "{name}" does not take this medium',
  in_a_circle: 'its work would go in a circle: {way}',
  captured_already: 'what comes to the queue "{queue}" comes in at "{other}" already',

  // Options and privileges.
  option_missing_meant: '[interaction-workspace] has no option "{name}". Did you mean "{meant}"?',
  option_missing: '[interaction-workspace] has no option "{name}".',
  option_is_privilege:
    '"{name}" is no option here: what people may do is said by their roles. Give a role the privilege.',
  option_level: '{name} cannot be set for {level}; it can for {levels}.',
  option_value: '{name}: expected {expected}; got "{got}".',
  too_many_options: 'at most {most} options; there are {count}',
  privilege_missing_meant: 'There is no privilege "{name}". Did you mean "{meant}"?',
  privilege_missing: 'There is no privilege "{name}".',
  privilege_without_medium: '"{name}" is not held for {what}. Write "{right}".',

  // Skills.
  skill_ends: 'expected {what}, it ends there',
  skill_got: 'expected {what}, got {got}',

  // Calendars, lengths and moments.
  time: 'must be a time such as 08:30, at most 24:00',
  hours_end: 'must end after it begins; cut what goes past midnight in two',
  hours_order: 'must come in order and must not overlap',
  time_zone: 'must be a time zone such as Europe/Berlin or UTC',
  moment: 'must be a moment with an offset such as 2026-11-20T09:00:00Z',
  length: 'must be a length of time such as 90s, 10m, 4h, 2d or 1w; -1h is an hour the other way',
  working_length:
    'must be a length in s, m, h or d and the id of a business calendar, such as "8h Office" or "1d Office"',
  ahead: 'must lie ahead, so without a minus',

  // Rules.
  level_of_rule:
    'must name one department, process or capture point; leave it out for a rule that is for everything',
  do_or_table: 'must say what to do by "do" or by a "table", and not by both',
  when_beside_table: 'must not stand beside a "table", which asks in its own columns',
  attaches_no_key: 'names no key to attach',
  asks_no_key: 'names no key of the attached data',
  no_key: '"{name}" has no key',
  other_phase: '"{action}" belongs to {phase}, not to {other}',
  text_field: '"{field}" is text and has no {op}',
  compared_field: '"{field}" is compared by from and to',
  cells: 'has {count} cells where there are {columns} columns',

  // A table from a file.
  csv_quote:
    'a quote stands inside a field or is not closed. Put the field into quotes, and double those inside.',
  csv_no_deed: 'no column begins with "do", so the table would do nothing.',
  csv_column: '"{name}" is no column: expected "when <field> <operator>" or "do <action>".',
  csv_word_meant: 'there is no {what} "{name}". Did you mean "{meant}"?',
  csv_word: 'there is no {what} "{name}".',

  // What came of rules.
  expired: 'it has expired',
  closed: 'the {what} "{name}" is closed',
  no_process: 'no rule gave it a process, and its source named none',
  process_gone: 'there is no process "{name}"',
  no_moment: 'the attached value of "{key}" is {value}, where a moment was expected',
  never_open: 'the business calendar "{name}" is not open for "{length}" within 1,000 days',

  // What is in the way of a change.
  waiting: '{n} waiting',
  would_go_back: '{n} offered or in hand that would go back there',
  lying: '{n} in it',
  unfinished: '{n} unfinished',
  in_hand: '{n} offered or in hand',

  // Strategies.
  one_way: 'must have exactly one of {ways}',
  relax_alone: 'relax counts only beside skills',
  relax_order: 'must come in the order of afterSeconds',
  targets_or_move: 'must have either targets or moveTo',
  beside_move: 'counts only where people are asked, not beside moveTo',
  share_missing: 'needs a share, because selection is "percentage"',
  share_alone: 'counts only where selection is "percentage"',
  overflow_when: 'needs olderThanSeconds, longerThan or both',
  reason_alone: 'counts only where "agent" is "notReady"',

  // Texts and names.
  at_first: 'must not begin with @',
  at_sign: 'must not contain @',
  comma: 'must not contain a comma',
  blank_around: 'must not begin or end with a blank',
  control: 'must not contain control characters',
  unwritable: 'must be text without U+0000 or broken surrogate pairs',

  // What a schema finds; the last four in the words of the library.
  not_there: 'expected {form}, and nothing is there',
  empty: 'must not be empty',
  least_characters: 'expected at least {n} characters',
  least_entries: 'expected at least {n} entries',
  least: 'expected at least {n}',
  most_characters: 'expected at most {n} characters',
  most_entries: 'expected at most {n} entries',
  most: 'expected at most {n}',
  form: 'expected {form}',
  not_one_of: 'Invalid option: expected one of {choices}',
  unknown_field: 'Unrecognized key: {name}',
  unknown_fields: 'Unrecognized keys: {name}',
  no_form: 'Invalid input',
} as const;
export type FaultCode = keyof typeof FAULT_TEXTS;

type FactsOf<Code extends FaultCode> = {
  readonly [Gap in Gaps<(typeof FAULT_TEXTS)[Code]>]: Gap extends 'thing' ? FaultThing : string | number;
};

/** The sentence of a fault. */
export const faultText = <Code extends FaultCode>(code: Code, facts: FactsOf<Code>): string =>
  filled(FAULT_TEXTS[code], facts);

/** A name that is not there, with the one that may have been meant. */
export const missing = (thing: FaultThing, name: string, meant?: string): string =>
  meant === undefined
    ? faultText('missing', { thing, name })
    : faultText('missing_meant', { thing, name, meant });
