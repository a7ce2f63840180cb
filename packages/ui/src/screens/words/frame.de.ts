/** The frame of the desk, in German. */
import type { Channel } from '@intray/core';
import { counted } from '../../language/locale.ts';
import type { Spoken } from '../../language/spoken.ts';
import type { frameWords as english } from './frame.ts';

export const frameWords: Spoken<typeof english> = {
  product: 'Intray',
  close: 'Schließen',
  cancel: 'Abbrechen',
  retry: 'Noch einmal versuchen',
  nobody: 'Niemand',
  none: 'Ohne',
  loadFailed: 'Das konnte nicht geladen werden',

  signIn: {
    title: 'Bei Intray anmelden',
    again: 'Erneut anmelden',
    againWhy: 'Ihre Anmeldung ist abgelaufen. Woran Sie gearbeitet haben, ist noch da.',
    userName: 'Benutzername',
    password: 'Kennwort',
    submit: 'Anmelden',
    demo: 'Demo: agent1 … agent6, lead1, admin1; Kennwort demo',
    missing: 'Geben Sie Ihren Benutzernamen und Ihr Kennwort ein.',
    loading: 'Ihr Arbeitsplatz wird geöffnet',
  },

  connection: {
    reconnecting: 'Die Verbindung wird wiederhergestellt. Ihre Arbeit bleibt erhalten, nichts geht verloren.',
    offline:
      'Sie sind offline. Ihre Arbeit bleibt erhalten und wird gesendet, sobald das Netz wieder da ist.',
    waiting: (n: number) => `${counted(n, 'Änderung wartet', 'Änderungen warten')} auf das Senden.`,
    back: 'Wieder verbunden. Alles ist auf dem neuesten Stand.',
    needsServer: 'Das braucht den Server, der gerade nicht erreichbar ist.',
  },

  nav: {
    label: 'Orte',
    work: 'Meine Arbeit',
    colleagues: 'Kollegen',
    finished: 'Erledigt',
    mine: 'Meine Ablagen',
    team: 'Ablagen des Teams',
    emptyTrays: (n: number) => `${n} leere zeigen`,
    hideEmpty: 'Leere ausblenden',
    queues: 'Warteschlangen',
    items: (n: number) => counted(n, 'Vorgang', 'Vorgänge'),
    unopened: (n: number) => `${counted(n, 'Vorgang', 'Vorgänge')} ungeöffnet`,
    open: 'Orte zeigen',
    width: 'Breite des geöffneten Vorgangs',
    skip: 'Zur Liste springen',
  },

  session: {
    title: 'Sitzung beginnen',
    why: 'Wählen Sie, wo Sie sitzen und was Sie übernehmen. Arbeit wird Ihnen angeboten, sobald Sie bereit sind.',
    place: 'Arbeitsplatz',
    findPlace: 'Arbeitsplatz suchen',
    noPlace: 'Kein solcher Arbeitsplatz',
    openPlaces: 'Alle Arbeitsplätze zeigen',
    channels: 'Kanäle',
    atOnce: (n: number) => `bis zu ${n} gleichzeitig`,
    readyAtOnce: 'Sofort bereit',
    start: 'Sitzung beginnen',
    end: 'Sitzung beenden',
    ended: 'Sie sind nicht eingeloggt, deshalb wird Ihnen keine Arbeit angeboten.',
    unreachable: 'Nicht erreichbar',
  },

  channels: {
    button: 'Meine Kanäle',
    ready: 'Bereit',
    notReady: 'Nicht bereit',
    partly: (n: number, all: number) => `Bereit auf ${n} von ${all}`,
    off: 'Abgemeldet',
    all: 'Alle Kanäle',
    makeReady: 'Bereit',
    makeNotReady: 'Nicht bereit',
    because: 'Nicht bereit wegen',
    since: 'seit',
    logOn: 'Einloggen',
    logOnTo: (channel: string) => `In ${channel} einloggen`,
    logOff: 'Abmelden',
    logOffFrom: (channel) => `Von ${channel} abmelden`,
    load: (has: number, may: number) => `${has} von ${may}`,
    state: ({ ready, reason }: Channel, nameOf: (reason: string) => string) =>
      ready ? 'Bereit' : reason === undefined ? 'Nicht bereit' : nameOf(reason),
  },

  person: {
    signOut: 'Abmelden',
    signOutEverywhere: 'Überall abmelden',
    sound: 'Ton bei neuen Angeboten',
    sounds: { none: 'Kein Ton', soft: 'Sanft', bright: 'Hell', double: 'Zwei Töne' },
    volume: 'Lautstärke',
    volumes: { quiet: 'Leise', normal: 'Mittel', loud: 'Laut' },
    notify: 'Angebote melden, während der Arbeitsplatz verdeckt ist',
    notifyDenied:
      'Der Browser erlaubt dieser Seite keine Mitteilungen. Erlauben Sie sie in seinen Einstellungen.',
    shortcuts: 'Tastenkürzel',
    theme: 'Farben',
    themes: { light: 'Hell', dark: 'Dunkel', system: 'Wie das System' },
    language: 'Sprache',
    preferences: 'Server und Einstellungen',
  },

  toasts: { corner: 'Hinweise', dismiss: 'Ausblenden' },

  shortcuts: {
    title: 'Tastenkürzel',
    groups: {
      move: 'Wechseln',
      pages: 'Seiten',
      list: 'In einer Liste',
      item: 'Der geöffnete Vorgang',
      offers: 'Angebote',
      desk: 'Der Arbeitsplatz',
    },
    next: 'Nächster und voriger Vorgang',
    row: 'Die Tasten eines Vorgangs wirken dort, wo die Tastatur steht: auf die gewählten Zeilen, auf die umrandete Zeile oder auf den geöffneten Vorgang.',
    open: 'Öffnen',
    openItems: 'Voriger und nächster geöffneter Vorgang',
    back: 'Zurück zur Liste, schließen',
    choose: 'Wählen, mehrere wählen',
    chooseAll: 'Alles Geladene wählen',
    filter: 'Die Liste filtern',
    goWork: 'Zu meiner Arbeit',
    goWorkbin: 'Zu einer Ablage',
    goFinished: 'Zu Erledigtem',
    goColleagues: 'Zu den Kollegen',
    ready: 'Bereit oder nicht bereit auf allen Kanälen',
    help: 'Diese Übersicht',
    acceptOffer: 'Das älteste Angebot annehmen',
    rejectOffer: 'Das älteste Angebot ablehnen',
  },
};
