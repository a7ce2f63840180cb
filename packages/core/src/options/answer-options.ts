/** How an offer is answered, and how it is announced. */
import { FOR_PEOPLE_AND_ITEMS, option } from './option.ts';
import { anyText, bell, flag, nameOfOne, someOf, wholeNumber } from './value.ts';

export const AUTO_ANSWER = option({
  pattern: '<media-type>.auto-answer',
  kind: flag,
  fallback: false,
  levels: FOR_PEOPLE_AND_ITEMS,
  since: '0.1.0',
  says: 'Whether an offer is accepted by itself.',
  effect: 'held',
});

export const AUTO_ANSWER_TIMER = option({
  pattern: '<media-type>.auto-answer.timer',
  kind: wholeNumber(0, 86_400),
  fallback: 0,
  levels: FOR_PEOPLE_AND_ITEMS,
  since: 'Workspace 8.5.105.12',
  says: 'How many seconds the agent sees the offer before it is accepted by itself; never longer than the offer lasts.',
  effect: 'held',
});

export const AUTO_ANSWER_REJECT = option({
  pattern: '<media-type>.auto-answer.enable-reject',
  kind: flag,
  fallback: false,
  levels: FOR_PEOPLE_AND_ITEMS,
  since: 'Workspace 8.5.105.12',
  says: 'Whether the agent may say no before the offer is accepted by itself.',
  effect: 'held',
});

export const TOAST_KEY = option({
  pattern: '<media-type>.toast-information-key',
  kind: anyText,
  fallback: 'Subject',
  levels: FOR_PEOPLE_AND_ITEMS,
  since: '0.1.0',
  says: 'The attached key whose value heads the offer.',
  effect: 'told',
});

export const TOAST_FIELDS = option({
  pattern: 'toast.case-data.format-business-attribute',
  kind: nameOfOne('a business attribute'),
  fallback: '',
  levels: FOR_PEOPLE_AND_ITEMS,
  since: '0.1.0',
  says: 'The business attribute whose values are the attached keys shown with an offer.',
  effect: 'told',
});

export const ANSWER_OPTIONS = [
  AUTO_ANSWER,
  AUTO_ANSWER_TIMER,
  AUTO_ANSWER_REJECT,
  option({
    pattern: '<media-type>.ringing-bell',
    kind: bell,
    fallback: { file: 'Sounds\\Ring.mp3', priority: 10, duration: -1, device: 'primary' },
    levels: FOR_PEOPLE_AND_ITEMS,
    since: '0.1.0',
    says: 'What is heard while an offer waits for its answer; the web desk has one sound of its own.',
    effect: 'told',
  }),
  TOAST_KEY,
  option({
    pattern: 'toast.case-data.content',
    kind: someOf('History', 'CaseData'),
    fallback: ['History', 'CaseData'],
    levels: FOR_PEOPLE_AND_ITEMS,
    since: '0.1.0',
    says: 'The parts of an offer and their order.',
    effect: 'told',
  }),
  TOAST_FIELDS,
] as const;
