/** The history, the case data, and what a team lead watches by. */
import { FOR_PEOPLE, FOR_PEOPLE_AND_ITEMS, option } from './option.ts';
import { anyText, flag, names, someOf } from './value.ts';

/** The key with which a strategy names override sets. Asked for without the item it would be overridden by. */
export const OVERRIDE_KEY = option({
  pattern: 'interaction.override-option-key',
  kind: anyText,
  fallback: 'IW_OverrideOptions',
  levels: FOR_PEOPLE,
  since: '0.1.0',
  says: 'The attached key that names the override sets of an interaction; if it is empty, no interaction has any.',
  effect: 'held',
});

export const PULL_FROM_HISTORY = option({
  pattern: '<media-type>.pull-from-history-isenabled',
  kind: flag,
  fallback: false,
  levels: FOR_PEOPLE_AND_ITEMS,
  since: '0.1.0',
  says: 'Whether work that is in nobody’s hands may be taken from where it lies, past the routing, by who holds the privilege for that place.',
  effect: 'held',
});

export const CASE_OPTIONS = [
  OVERRIDE_KEY,
  PULL_FROM_HISTORY,
  option({
    pattern: 'interaction.case-data.content',
    kind: someOf('History', 'CaseData'),
    fallback: ['History', 'CaseData'],
    levels: FOR_PEOPLE_AND_ITEMS,
    since: '0.1.0',
    says: 'The parts of the case area and their order.',
    effect: 'told',
  }),
  option({
    pattern: 'interaction.case-data.format-business-attribute',
    kind: anyText,
    fallback: '',
    levels: FOR_PEOPLE_AND_ITEMS,
    since: '0.1.0',
    says: 'The business attribute that lists the attached keys that are shown and may be changed.',
    effect: 'told',
  }),
  option({
    pattern: 'interaction.window-title',
    kind: anyText,
    fallback:
      '($Contact.FirstName$ $Contact.LastName$|$Interaction.MainParty$) - $Interaction.Type$ - $Window.Title$',
    levels: FOR_PEOPLE_AND_ITEMS,
    since: '0.1.0',
    says: 'The title of the window that shows an interaction.',
    effect: 'told',
  }),
  option({
    pattern: 'contact.last-called-agent.<media-type>.enable',
    kind: flag,
    fallback: false,
    levels: FOR_PEOPLE,
    since: '0.1.0',
    says: 'Whether whoever handled an interaction is remembered with the contact; here `saveLAR` says so for each.',
    effect: 'none',
  }),
  option({
    pattern: 'interaction-management.filters',
    kind: names('names of filters'),
    fallback: [],
    levels: FOR_PEOPLE,
    since: '0.1.0',
    says: 'The filters of the supervisor’s view; their own sections are not read yet.',
    effect: 'none',
  }),
] as const;
