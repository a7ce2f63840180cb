import { counted } from '../../language/locale.ts';
import type { Spoken } from '../../language/spoken.ts';
import type { english } from './words.en.ts';

export const german: Spoken<typeof english> = {
  draft: 'Entwurf',
  changes: (n) => `${counted(n, 'Änderung', 'Änderungen')} noch nicht gespeichert`,
  faults: (n) => `${counted(n, 'Stelle', 'Stellen')} zu berichtigen`,
  sound: 'Alles passt zusammen.',
  note: 'Warum diese Änderung?',
  save: 'Als neue Version speichern',
  discard: 'Verwerfen',
  saved: (version) => `Als Version ${version} gespeichert. Sie gilt sofort.`,
  overtaken: (by, version) =>
    `${by} hat inzwischen daran geändert (Version ${version}). Übernehmen Sie das, bevor Sie speichern.`,
  clashes: (names) => `Beide haben geändert: ${names}. Was gilt?`,
  takeIn: 'Übernehmen',
  keepMine: 'Meines behalten',
  takeTheirs: 'Das andere nehmen',
  edit: 'Bearbeiten',
  tryOut: 'Ausprobieren',
  name: 'Name',
  id: 'Kennung',
  add: 'Hinzufügen',
  remove: 'Entfernen',
  up: 'Nach oben',
  down: 'Nach unten',
  duplicate: 'Verdoppeln',
  none: '–',
  noFaults: 'Berichtigen Sie zuerst den Entwurf: Nur was zusammenpasst, lässt sich ausprobieren.',
  days: 'T',
  seconds: 'Sekunden',
};
