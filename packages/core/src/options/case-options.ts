/** The history, the case data, and what a team lead watches by. */
import { FOR_PEOPLE, FOR_PEOPLE_AND_ITEMS, option } from './option.ts';
import { anyText, flag, nameOfOne, names, someOf } from './value.ts';

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

export const LAST_AGENT_REMEMBERED = option({
  pattern: 'contact.last-called-agent.<media-type>.enable',
  kind: flag,
  fallback: false,
  levels: FOR_PEOPLE,
  since: '0.1.0',
  says: 'Whether an agent who puts work aside, replies to it or finishes it is noted as its contact’s last one; `saveLAR` says otherwise for one interaction.',
  effect: 'held',
});

export const CASE_FIELDS = option({
  pattern: 'interaction.case-data.format-business-attribute',
  kind: nameOfOne('a business attribute'),
  fallback: '',
  levels: FOR_PEOPLE_AND_ITEMS,
  since: '0.1.0',
  says: 'The business attribute whose values are the attached keys that are shown and may be changed.',
  effect: 'told',
});

export const FILTERS = option({
  pattern: 'interaction-management.filters',
  kind: names('names of filters'),
  fallback: [],
  levels: FOR_PEOPLE,
  since: '0.1.0',
  says: 'The filters of a team lead’s view, in their order; nothing stands for every filter. They come with the catalogue.',
  effect: 'held',
  names: 'filters',
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
  CASE_FIELDS,
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
  LAST_AGENT_REMEMBERED,
  FILTERS,
  option({
    pattern: 'interaction-management.interactions-filter.displayed-columns',
    kind: names('names of columns'),
    fallback: [],
    levels: FOR_PEOPLE,
    since: '0.1.0',
    says: 'The columns of the supervisor’s view where a filter names none of its own.',
    effect: 'told',
  }),
  option({
    pattern: 'interaction.case-data.enable-hyperlink',
    kind: flag,
    fallback: true,
    levels: FOR_PEOPLE_AND_ITEMS,
    since: '0.1.0',
    says: 'Whether an address in the case data is shown as a link.',
    effect: 'told',
  }),
  option({
    pattern: 'interaction.case-data.frame-color',
    kind: anyText,
    fallback: '',
    levels: FOR_PEOPLE_AND_ITEMS,
    since: '0.1.0',
    says: 'The colour of the frame around the case data.',
    effect: 'told',
  }),
] as const;
