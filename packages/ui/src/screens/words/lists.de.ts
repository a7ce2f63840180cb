/** Lists of work and of people, in German. */
import { counted, locale } from '../../language/locale.ts';
import type { Spoken } from '../../language/spoken.ts';
import type { listsWords as english } from './lists.ts';

export const listsWords: Spoken<typeof english> = {
  list: {
    media: 'Medium',
    subject: 'Betreff',
    unopened: 'Ungeöffnet',
    from: 'Von',
    state: 'Zustand',
    priority: 'Priorität',
    due: 'Fällig',
    age: 'Hier',
    ended: 'Beendet',
    outcome: 'Ergebnis',
    filter: 'Diese Liste filtern',
    filtered: (n: number, all: number) => `${n} von ${all}`,
    noMatch: 'Nichts passt',
    noMatchWhy: 'Der Filter durchsucht die bisher geladenen Zeilen.',
    clearFilter: 'Filter aufheben',
    loading: (name: string) => `${name} wird geladen`,
    chosen: (n: number) => `${counted(n, 'Vorgang', 'Vorgänge')} gewählt`,
    letGo: 'Aufheben',
    limit: (n: number, limit: number) => `${n} von ${limit}`,
    more: 'Mehr wird geladen',
    untitled: '(ohne Betreff)',
    drag: 'Auf eine Ablage oder eine Warteschlange ziehen',
    received: 'Eingegangen',
    submitted: 'Eingereicht',
    owner: 'Inhaber',
    processed: 'Bearbeitet von',
    sortBy: (column: string) => `Nach ${column} sortieren`,
    only: 'Nur',
    overdue: 'Überfällig',
    chips: 'Filter dieser Liste',
    loadedOnly: (n: number) =>
      `Sortiert und gefiltert unter den ersten ${n.toLocaleString(locale())} Zeilen.`,
  },

  empty: {
    work: 'Nichts auf Ihrem Tisch',
    workReady: 'Sie sind bereit. Neue Arbeit erscheint hier, sobald sie Ihnen angeboten wird.',
    workNotReady: 'Sie sind nicht bereit. Schalten Sie einen Kanal auf bereit oder holen Sie sich etwas.',
    workbin: 'Diese Ablage ist leer',
    workbinWhy: 'Was Sie oder Ihre Kollegen hier zurücklegen, wartet, bis es jemand aufnimmt.',
    queue: 'Hier wartet nichts',
    queueWhy: 'Arbeit für diese Warteschlange steht hier, bis sie jemandem angeboten wird.',
    finished: 'Noch nichts erledigt',
    finishedWhy: 'Was Sie als erledigt abschließen, steht hier, das Neueste zuerst.',
    colleagues: 'Niemand gefunden',
    colleaguesWhy: 'Versuchen Sie einen anderen Namen.',
  },

  several: {
    batches: {
      pull: 'Holen',
      complete: 'Erledigt',
      workbin: 'In eine Ablage legen',
      queue: 'In eine Warteschlange stellen',
      snooze: 'Zurückstellen',
    },
    title: (command: string, n: number) => `${command}: ${counted(n, 'Vorgang', 'Vorgänge')}`,
    result: (command: string, done: number, all: number) => `${command}: ${done} von ${all} ausgeführt`,
    refusal: (subject: string, why: string) => `${subject}: ${why}`,
    more: (n: number) => `und ${n} weitere`,
    notNow: (state: string) => `das geht jetzt nicht. Zustand: ${state}.`,
  },

  colleagues: {
    find: 'Kollegen suchen',
    ready: 'Bereit für',
    away: 'Nicht erreichbar',
    off: 'Abgemeldet',
    idle: 'Nicht bereit',
  },
};
