/** Was die Live-Übersicht sagt. */
import { counted as count, locale } from '../../language/locale.ts';
import type { Spoken } from '../../language/spoken.ts';
import type { english } from './words.en.ts';

const number = (n: number): string => n.toLocaleString(locale());

export const german: Spoken<typeof english> = {
  title: 'Live-Übersicht',
  loading: 'Die Übersicht wird geladen',
  agents: 'Agenten',
  queues: 'Warteschlangen',
  tabs: 'Was die Übersicht zeigt',
  find: 'Agenten suchen',
  onlyActive: 'Nur angemeldete',
  summary: (ready, active) => `${number(ready)} bereit von ${number(active)} angemeldeten`,
  more: (n) => `${count(n, 'weiterer wird', 'weitere werden')} nicht gezeigt`,
  empty: {
    agents: 'Keine Agenten',
    agentsWhy: 'Niemand aus Ihren Gruppen passt.',
    queues: 'Keine Warteschlangen',
  },
  states: {
    off: 'Abgemeldet',
    unreachable: 'Nicht erreichbar',
    ready: 'Bereit',
    partly: 'Teilweise bereit',
    notReady: 'Nicht bereit',
    full: 'Beschäftigt, ausgelastet',
  },
  columns: {
    agent: 'Agent',
    state: 'Zustand',
    media: 'Medien',
    since: 'Seit',
    work: 'Arbeit',
    oldest: 'Älteste',
    place: 'Platz',
    queue: 'Warteschlange',
    waiting: 'Wartend',
    overdue: 'Überfällig',
    ready: 'Bereite Agenten',
  },
  medium: (name, what, load, capacity) => `${name}: ${what}, ${number(load)} von ${number(capacity)}`,
  hindrances: {
    none: 'bereit',
    notLoggedOn: 'abgemeldet',
    unreachable: 'nicht erreichbar',
    notOnThisMedium: 'nicht dabei',
    notReady: 'nicht bereit',
    noRoom: 'ausgelastet',
  },
  atLeast: (n, looked, waiting) =>
    waiting > looked ? `${number(n)} der ersten ${number(looked)}` : number(n),
  nobodyReady: 'Niemand ist für diese Warteschlange bereit',
  agent: {
    pane: 'Der gewählte Agent',
    close: 'Schließen',
    loggedOn: 'Angemeldet',
    media: 'Medien',
    room: (load, capacity) => `${number(load)} von ${number(capacity)}`,
    work: 'Arbeit in der Hand',
    noWork: 'Nichts in der Hand und nichts angeboten.',
    offered: 'Angeboten',
    open: (subject) => `${subject} öffnen`,
    takeBackOf: (subject) => `${subject} zurückholen`,
    why: 'Warum keine Arbeit kommt',
    commands: {
      setReady: 'Bereit setzen',
      setNotReady: 'Nicht bereit setzen',
      endSession: 'Abmelden',
    },
    notReadyBecause: 'Nicht bereit wegen',
    noReason: 'Ohne Grund',
    logOffTitle: (name) => `${name} abmelden?`,
    logOffWhy:
      'Was in der Hand ist, geht dahin, wohin es sein Medium schickt: in eine Ablage, in seine Warteschlange, oder es bleibt.',
    cancel: 'Abbrechen',
  },
};
