/** Which dispositions there are, what setting one writes, and until when it may be set. */
import { FOR_PEOPLE_AND_ITEMS, option } from './option.ts';
import { anyText, flag, nameOfOne } from './value.ts';

export const DISPOSITION_MANDATORY = option({
  pattern: 'interaction.disposition.is-mandatory',
  kind: flag,
  fallback: false,
  configured: (_, { settings }) => settings.dispositionMandatory,
  configuredBy: "the contact centre's setting `dispositionMandatory`",
  levels: FOR_PEOPLE_AND_ITEMS,
  since: '0.1.0',
  says: 'Whether a disposition must be set before work of any medium is finished.',
  effect: 'held',
});

/** Intray's own: Genesys knows it for all media at once only. */
export const MEDIUM_DISPOSITION_MANDATORY = option({
  pattern: '<media-type>.disposition.is-mandatory',
  kind: flag,
  fallback: false,
  fallsBackTo: DISPOSITION_MANDATORY,
  configuredBy: 'what `interaction.disposition.is-mandatory` says',
  levels: FOR_PEOPLE_AND_ITEMS,
  since: '0.1.0',
  says: 'The same for one medium, where it should differ from the others; Intray’s own.',
  effect: 'held',
});

export const DISPOSITION_ATTRIBUTE = option({
  pattern: 'interaction.disposition.value-business-attribute',
  kind: nameOfOne('a business attribute'),
  fallback: 'DispositionCode',
  levels: FOR_PEOPLE_AND_ITEMS,
  since: '0.1.0',
  says: 'The business attribute whose values are the dispositions; where there is none of that name, the contact centre’s own are.',
  effect: 'held',
});

export const DISPOSITION_KEY = option({
  pattern: 'interaction.disposition.key-name',
  kind: nameOfOne('an attached key'),
  fallback: 'DispositionCode',
  levels: FOR_PEOPLE_AND_ITEMS,
  since: '0.1.0',
  says: 'The attached key that a disposition is written into when it is set.',
  effect: 'held',
});

export const DISPOSITION_FIXED = option({
  pattern: 'interaction.disposition.is-read-only-on-idle',
  kind: flag,
  fallback: false,
  levels: FOR_PEOPLE_AND_ITEMS,
  since: '0.1.0',
  says: 'Whether a disposition stays as it is while nobody has the work in hand; finished work keeps it in any case.',
  effect: 'held',
});

export const DISPOSITION_WITH_DATA = option({
  pattern: 'interaction.disposition.use-attached-data',
  kind: flag,
  fallback: false,
  levels: FOR_PEOPLE_AND_ITEMS,
  since: '0.1.0',
  says: 'Whether the event of a disposition carries all the attached data.',
  effect: 'held',
});

export const DISPOSITION_DEFAULT = option({
  pattern: 'interaction.disposition.default-value',
  kind: nameOfOne('a disposition'),
  fallback: '',
  levels: FOR_PEOPLE_AND_ITEMS,
  since: '0.1.0',
  says: 'The disposition that work gets which is finished without one, if it is one that can be chosen.',
  effect: 'held',
});

export const DISPOSITION_OPTIONS = [
  DISPOSITION_MANDATORY,
  MEDIUM_DISPOSITION_MANDATORY,
  DISPOSITION_ATTRIBUTE,
  DISPOSITION_KEY,
  DISPOSITION_FIXED,
  DISPOSITION_WITH_DATA,
  DISPOSITION_DEFAULT,
  option({
    pattern: 'interaction.disposition.display-mode',
    kind: anyText,
    fallback: '',
    levels: FOR_PEOPLE_AND_ITEMS,
    since: '0.1.0',
    says: 'How the choice of dispositions is drawn.',
    effect: 'told',
  }),
] as const;
