/** What the screens say about work that waits for the server, in German. */
import { counted } from '../../language/locale.ts';
import type { Spoken } from '../../language/spoken.ts';
import type { english } from './words.en.ts';

const changes = (n: number) => counted(n, 'Änderung', 'Änderungen');

export const german: Spoken<typeof english> = {
  local: 'Sie sehen Ihre Arbeit, wie sie zuletzt bekannt war.',
  waiting: (n) => `${changes(n)} auf diesem Rechner aufgehoben, bis der Server wieder erreicht wird.`,
  sending: (n) => `${changes(n)} ${n === 1 ? 'wird' : 'werden'} gesendet.`,
  toSettle: (n) => `${changes(n)} ${n === 1 ? 'braucht' : 'brauchen'} Ihre Entscheidung`,
  title: 'Auf beiden Seiten geändert',
  why: 'Während Sie ohne Server gearbeitet haben, hat jemand anders dieselbe Arbeit geändert. Nichts wurde überschrieben.',
  key: 'Was',
  mine: 'Bei Ihnen',
  theirs: 'Auf dem Server',
  nothing: 'nichts',
  takeMine: 'Meins verwenden',
  takeTheirs: 'Das vom Server behalten',
  close: 'Später',
  reasons: {
    data: 'Sie und jemand anders haben dasselbe geändert.',
    moved: 'Der Vorgang wurde inzwischen verschoben oder von jemandem übernommen.',
    gone: 'Sie können diesen Vorgang nicht mehr sehen.',
    refused: 'Der Server hat es abgelehnt.',
  },
  steps: {
    addNote: 'Notiz',
    attachUserData: 'Angehängte Daten',
    updateUserData: 'Angehängte Daten',
    deleteUserData: 'Entfernte angehängte Daten',
    placeInWorkbin: 'In eine Ablage legen',
    snooze: 'Zurückstellen',
    complete: 'Abschließen',
  },
};
