/** Die Seite eines Teamleiters, auf Deutsch. */
import type { Spoken } from '../../language/spoken.ts';
import type { english } from './nav-words.en.ts';

export const german: Spoken<typeof english> = {
  section: 'Mein Team',
  pages: {
    board: 'Live-Übersicht',
    queues: 'Warteschlangen',
    workbins: 'Ablagen meines Teams',
    reports: 'Berichte',
  },
  explanation: 'Warum',
  whyNothing: 'Warum bekomme ich keine Arbeit?',
};
