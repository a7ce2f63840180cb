/** Servers and preferences, in German. */
import type { Spoken } from '@intray/ui';
import type { english } from './words.en.ts';

export const german: Spoken<typeof english> = {
  title: 'Intray auf diesem Rechner',
  back: 'Zurück zum Arbeitsplatz',
  servers: 'Server',
  noServers: 'Nennen Sie den Intray-Server, mit dem Sie arbeiten. Weitere können später dazukommen.',
  inUse: 'In Gebrauch',
  use: 'Verwenden',
  remove: 'Entfernen',
  removeOne: (name) => `${name} entfernen`,
  useOne: (name) => `${name} verwenden`,
  name: 'Name',
  address: 'Adresse',
  add: 'Server hinzufügen',
  behaviour: 'Verhalten',
  switches: {
    notifications: 'Mitteilung zeigen, wenn Arbeit angeboten wird',
    ringUntilAnswered: 'Läuten, bis das Angebot beantwortet ist',
    frontOnOffer: 'Fenster nach vorn holen, wenn Arbeit angeboten wird',
    stayInTray: 'Beim Schließen des Fensters im Infobereich bleiben',
    startWithComputer: 'Mit dem Rechner starten',
  },
  away: 'Nicht bereit, wenn niemand den Rechner berührt oder er gesperrt ist, nach',
  never: 'Nie',
  minutes: (n) => (n === 1 ? '1 Minute' : `${n} Minuten`),
  looks: 'Sprache und Größe',
  language: 'Sprache',
  asSystem: 'Wie der Rechner',
  zoom: 'Größe von allem',
  keys: 'Tasten in jedem Programm',
  keysWhy:
    'Klicken Sie in ein Feld und drücken Sie die Tasten zusammen, etwa Strg, Alt und R. Entf nimmt sie wieder weg.',
  keyNames: {
    ready: 'Bereit oder nicht bereit',
    accept: 'Erstes Angebot annehmen',
    next: 'Nächster Vorgang',
  },
  noKey: 'Keine',
  taken: (keys) => `${keys} gehört einem anderen Programm. Wählen Sie andere Tasten.`,
  links: 'Links und neue Versionen',
  hosts: 'Rechner, zu denen Links führen dürfen',
  hostsWhy:
    'Durch Kommas getrennt; *.example.com für alle darunter. Leer: jede Adresse, die mit https beginnt.',
  popKey: 'Schlüssel, dessen Link beim Annehmen geöffnet wird',
  popKeyWhy: 'Leer: keiner wird geöffnet.',
  updates: 'Woher neue Versionen kommen',
  updatesWhy: 'Eine Adresse, die mit https beginnt. Leer: Es wird nicht nach ihnen gesucht.',
  save: 'Sichern',
  noStore:
    'Dieser Rechner hat keinen offenen Schlüsselspeicher: Für Zeiten ohne Server wird nichts aufgehoben.',
  log: 'Protokoll zeigen',
  version: (number) => `Version ${number}`,
};
