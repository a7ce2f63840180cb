/** How work ends: its disposition, and the way to done. */
import { FOR_PEOPLE_AND_ITEMS, option } from './option.ts';
import { anyText, flag, names } from './value.ts';

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

export const PROMPT_FOR_DONE = option({
  pattern: '<media-type>.prompt-for-done',
  kind: flag,
  fallback: false,
  levels: FOR_PEOPLE_AND_ITEMS,
  since: '0.1.0',
  says: 'Whether the desk asks once more before work is marked done.',
  effect: 'told',
});

const disposition = <T>(
  name: string,
  kind: Parameters<typeof option<T>>[0]['kind'],
  fallback: T,
  says: string,
) =>
  option<T>({
    pattern: `interaction.disposition.${name}`,
    kind,
    fallback,
    levels: FOR_PEOPLE_AND_ITEMS,
    since: '0.1.0',
    says,
    effect: 'none',
  });

export const FINISHING_OPTIONS = [
  DISPOSITION_MANDATORY,
  MEDIUM_DISPOSITION_MANDATORY,
  disposition(
    'value-business-attribute',
    anyText,
    'DispositionCode',
    'The business attribute that lists the dispositions; here they are objects of the configuration.',
  ),
  disposition(
    'key-name',
    anyText,
    'DispositionCode',
    'The attached key that takes the disposition; here it is a field of the interaction.',
  ),
  disposition(
    'is-read-only-on-idle',
    flag,
    false,
    'Whether the disposition is fixed once the work is released; here finished work can be changed by nobody.',
  ),
  disposition(
    'use-attached-data',
    flag,
    false,
    'Whether the event of a disposition carries the attached data; here the interaction has both.',
  ),
  disposition('display-mode', anyText, '', 'How the choice of dispositions is drawn.'),
  disposition('default-value', anyText, '', 'The disposition that is chosen at first.'),
  PROMPT_FOR_DONE,
  option({
    pattern: '<media-type>.mandatory-actions',
    kind: names('actions'),
    fallback: [],
    levels: FOR_PEOPLE_AND_ITEMS,
    since: '0.1.0',
    says: 'What must have been done before work is marked done.',
    effect: 'none',
  }),
  option({
    pattern: '<media-type>.default-queue',
    kind: anyText,
    fallback: '',
    levels: FOR_PEOPLE_AND_ITEMS,
    since: '0.1.0',
    says: 'The queue that new outbound work is created in; nothing is sent from here yet.',
    effect: 'none',
  }),
  option({
    pattern: '<media-type>.outbound-queue',
    kind: anyText,
    fallback: '',
    levels: FOR_PEOPLE_AND_ITEMS,
    since: '0.1.0',
    says: 'The queue that takes replies on their way out; nothing is sent from here yet.',
    effect: 'none',
  }),
] as const;
