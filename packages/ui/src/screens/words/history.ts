/** What was and what is to be found, in English: the contact's history, my history, the search, the palette. */
import { counted } from '../../language/locale.ts';

export const historyWords = {
  contact: {
    title: 'Contact',
    of: (contact: string) => `History of ${contact}`,
    none: 'Nothing else belongs to this contact',
    noneWhy: 'What comes in from the same contact is listed here, finished or not.',
    unknown: 'No contact',
    unknownWhy: 'This item belongs to no contact. Set one under “Change priority, due date, contact”.',
    media: 'Medium',
    allMedia: 'All media',
    unfinished: 'Only unfinished',
    open: 'Open',
    openWhat: (subject: string) => `Open ${subject}`,
    reopenWhat: (subject: string) => `Reopen ${subject}`,
    look: (subject: string) => `Look at ${subject}`,
    more: 'Show more',
    this: 'This one',
    shown: (n: number) => counted(n, 'item', 'items'),
  },

  myHistory: {
    media: 'Medium',
    when: 'When',
    periods: { all: 'Any time', today: 'Today', week: 'Last 7 days', month: 'Last 30 days' },
  },

  next: {
    pull: 'Pull next',
    why: 'The next best that waits for you',
  },

  palette: {
    title: 'Go anywhere, find anything',
    find: 'Type a place, a command, a subject, an id',
    nothing: 'Nothing found',
    place: 'Go to',
    command: 'This item',
    desk: 'Desk',
    found: 'Item',
    open: 'Search and commands',
  },
} as const;
