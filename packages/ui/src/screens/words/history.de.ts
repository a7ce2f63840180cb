/** What was and what is to be found, in German. */
import { counted } from '../../language/locale.ts';
import type { Spoken } from '../../language/spoken.ts';
import type { historyWords as english } from './history.ts';

export const historyWords: Spoken<typeof english> = {
  contact: {
    title: 'Kontakt',
    of: (contact: string) => `Geschichte von ${contact}`,
    none: 'Sonst gehört nichts zu diesem Kontakt',
    noneWhy: 'Was von demselben Kontakt kommt, steht hier, erledigt oder nicht.',
    unknown: 'Kein Kontakt',
    unknownWhy:
      'Dieser Vorgang gehört zu keinem Kontakt. Setzen Sie einen unter „Priorität, Fälligkeit, Kontakt ändern“.',
    media: 'Medium',
    allMedia: 'Alle Medien',
    unfinished: 'Nur Unerledigtes',
    open: 'Öffnen',
    openWhat: (subject: string) => `${subject} öffnen`,
    reopenWhat: (subject: string) => `${subject} wieder öffnen`,
    look: (subject: string) => `${subject} ansehen`,
    more: 'Mehr zeigen',
    this: 'Dieser',
    shown: (n: number) => counted(n, 'Vorgang', 'Vorgänge'),
  },

  myHistory: {
    media: 'Medium',
    when: 'Wann',
    periods: {
      all: 'Jederzeit',
      today: 'Heute',
      week: 'Die letzten 7 Tage',
      month: 'Die letzten 30 Tage',
    },
  },

  next: {
    pull: 'Nächsten holen',
    why: 'Das Beste, das auf Sie wartet',
  },

  palette: {
    title: 'Überallhin, alles finden',
    find: 'Ein Ort, ein Befehl, ein Betreff, eine Kennung',
    nothing: 'Nichts gefunden',
    place: 'Gehe zu',
    command: 'Dieser Vorgang',
    desk: 'Arbeitsplatz',
    found: 'Vorgang',
    open: 'Suche und Befehle',
  },
};
