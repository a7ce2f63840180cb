/** The way to done, and the queues of what an agent writes. */
import { DISPOSITION_OPTIONS } from './disposition-options.ts';
import { FOR_PEOPLE_AND_ITEMS, option } from './option.ts';
import { flag, nameOfOne, someOf } from './value.ts';

export const PROMPT_FOR_DONE = option({
  pattern: '<media-type>.prompt-for-done',
  kind: flag,
  fallback: false,
  levels: FOR_PEOPLE_AND_ITEMS,
  since: '0.1.0',
  says: 'Whether the desk asks once more before work is marked done.',
  effect: 'told',
});

export const MANDATORY_ACTION_NAMES = ['SetDisposition', 'AddNote', 'AssignContact'] as const;
export type MandatoryAction = (typeof MANDATORY_ACTION_NAMES)[number];

export const MANDATORY_ACTIONS = option({
  pattern: '<media-type>.mandatory-actions',
  kind: someOf(...MANDATORY_ACTION_NAMES),
  fallback: [],
  levels: FOR_PEOPLE_AND_ITEMS,
  since: '0.1.0',
  says: 'What must have been done before work is marked done: a disposition set, a note added, its contact known.',
  effect: 'held',
});

export const DEFAULT_QUEUE = option({
  pattern: '<media-type>.default-queue',
  kind: nameOfOne('a queue'),
  fallback: '',
  levels: FOR_PEOPLE_AND_ITEMS,
  since: '0.1.0',
  says: 'The queue of new work of this medium that names none.',
  effect: 'held',
  names: 'queue',
});

export const OUTBOUND_QUEUE = option({
  pattern: '<media-type>.outbound-queue',
  kind: nameOfOne('a queue'),
  fallback: '',
  levels: FOR_PEOPLE_AND_ITEMS,
  since: '0.1.0',
  says: 'The queue that outbound work goes to when it is moved to a queue and none is named.',
  effect: 'held',
  names: 'queue',
});

export const FINISHING_OPTIONS = [
  ...DISPOSITION_OPTIONS,
  PROMPT_FOR_DONE,
  MANDATORY_ACTIONS,
  DEFAULT_QUEUE,
  OUTBOUND_QUEUE,
] as const;
