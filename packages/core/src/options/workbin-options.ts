/** Which workbin serves what, and how its list looks. */
import { FOR_PEOPLE, FOR_PEOPLE_AND_ITEMS, option } from './option.ts';
import { anyText, flag, nameOfOne, names, wholeNumber } from './value.ts';

const workbin = nameOfOne('a workbin type that agents own and that takes the medium');
const columns = names(
  'attached keys, or From, To, Subject, Priority, Received, Submitted, OwnerId, ProcessedBy',
);

export const IN_PROGRESS = option({
  pattern: 'workbin.<media-type>.in-progress',
  kind: workbin,
  fallback: '',
  configured: ([mediaType = ''], { mediaTypes }) => mediaTypes.get(mediaType)?.inProgressWorkbin,
  configuredBy: "the media type's `inProgressWorkbin`",
  levels: FOR_PEOPLE_AND_ITEMS,
  since: '0.1.0',
  says: 'The workbin for work of this medium that is put aside without naming a workbin, replied to, put to sleep, or left behind.',
  effect: 'held',
  names: 'workbin type',
});

export const DRAFT = option({
  pattern: 'workbin.<media-type>.draft',
  kind: workbin,
  fallback: '',
  configured: ([mediaType = ''], { mediaTypes }) => mediaTypes.get(mediaType)?.draftWorkbin,
  configuredBy: "the media type's `draftWorkbin`",
  levels: FOR_PEOPLE_AND_ITEMS,
  since: '0.1.0',
  says: 'The workbin for outbound work of this medium that is put aside without naming a workbin, put to sleep, or left behind.',
  effect: 'held',
  names: 'workbin type',
});

export const REVIEW = option({
  pattern: 'workbin.email.review',
  kind: nameOfOne('a workbin type'),
  fallback: '',
  levels: FOR_PEOPLE,
  since: '0.1.0',
  says: 'The workbin for e-mail that somebody is to review before it goes out.',
  effect: 'told',
  names: 'workbin type',
});

export const NICKNAMED = option({
  pattern: 'workbin.<media-type>.<nickname>',
  kind: nameOfOne('a workbin type'),
  fallback: '',
  levels: FOR_PEOPLE,
  since: '0.1.0',
  says: 'Another workbin of this medium under a nickname of its own, to be opened from and not to be saved into.',
  effect: 'told',
  names: 'workbin type',
});

export const COLUMNS = option({
  pattern: 'workbin.<media-type>.<nickname>.displayed-columns',
  kind: columns,
  fallback: ['From', 'Subject', 'Received'],
  configured: ([, nickname]) => (nickname === 'draft' ? ['To', 'Subject', 'Submitted'] : undefined),
  configuredBy: '`To,Subject,Submitted` for drafts',
  levels: FOR_PEOPLE,
  since: '0.1.0',
  says: 'The columns of the list, in their order; they come with the catalogue.',
  effect: 'told',
});

export const NOTIFY_PROPERTIES = option({
  pattern: 'workbin.<media-type>.<nickname>.notify-property-changed',
  kind: flag,
  fallback: false,
  levels: FOR_PEOPLE,
  since: '0.1.0',
  says: 'Whether a subscription to the workbin that does not say so itself also tells of changed properties.',
  effect: 'held',
});

export const WORKBIN_OPTIONS = [
  IN_PROGRESS,
  DRAFT,
  REVIEW,
  COLUMNS,
  NOTIFY_PROPERTIES,
  option({
    pattern: 'workbin.<media-type>.<nickname>.auto-update',
    kind: flag,
    fallback: true,
    levels: FOR_PEOPLE,
    since: '0.1.0',
    says: 'Whether the list changes by itself; in the web desk every list does.',
    effect: 'told',
  }),
  option({
    pattern: 'workbin.<media-type>.<nickname>.max-results',
    kind: wholeNumber(1, 10_000),
    fallback: 500,
    levels: FOR_PEOPLE,
    since: '0.1.0',
    says: 'The most items a desk lists; lists here come in pages and have no end.',
    effect: 'told',
  }),
  option({
    pattern: 'workbin.<media-type>.<nickname>.quick-search-attributes',
    kind: columns,
    fallback: ['From', 'Subject', 'Received'],
    levels: FOR_PEOPLE,
    since: '0.1.0',
    says: 'The fields a quick search looks into.',
    effect: 'told',
  }),
  option({
    pattern: 'workbin.<media-type>.<nickname>.case-data.business-attribute',
    kind: anyText,
    fallback: '',
    levels: FOR_PEOPLE,
    since: '0.1.0',
    says: 'The business attribute that lists the attached keys of the details panel.',
    effect: 'told',
  }),
  option({
    pattern: '<media-type>.qa-review-dispositions-business-attribute',
    kind: nameOfOne('a business attribute'),
    fallback: '',
    levels: FOR_PEOPLE_AND_ITEMS,
    since: '0.1.0',
    says: 'The business attribute that lists how a review may end.',
    effect: 'told',
  }),
  NICKNAMED,
] as const;
