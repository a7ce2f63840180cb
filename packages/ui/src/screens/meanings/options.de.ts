/** What each option does, in German. */
import type { OptionPattern } from '@intray/core';
import type { OptionMeaning } from './words.en.ts';

const plain = (says: string, configuredBy = ''): OptionMeaning => ({ says, configuredBy });

export const options: Readonly<Record<OptionPattern, OptionMeaning>> = {
  'workbin.<media-type>.in-progress': plain(
    'Die Ablage für Arbeit dieses Mediums, die ohne Angabe einer Ablage beiseitegelegt, beantwortet, zurückgestellt oder liegen gelassen wird.',
    '`inProgressWorkbin` des Medientyps',
  ),
  'workbin.<media-type>.draft': plain(
    'Die Ablage für ausgehende Arbeit dieses Mediums, die ohne Angabe einer Ablage beiseitegelegt, zurückgestellt oder liegen gelassen wird.',
    '`draftWorkbin` des Medientyps',
  ),
  'workbin.email.review': plain('Die Ablage für E-Mails, die jemand prüfen soll, ehe sie hinausgehen.'),
  'workbin.<media-type>.<nickname>': plain(
    'Eine weitere Ablage dieses Mediums unter einem eigenen Kurznamen: aus ihr wird geöffnet, in sie wird nicht gesichert.',
  ),
  'workbin.<media-type>.<nickname>.displayed-columns': plain(
    'Die Spalten der Liste in ihrer Reihenfolge; sie kommen mit dem Katalog.',
    '`To,Subject,Submitted` für Entwürfe',
  ),
  'workbin.<media-type>.<nickname>.notify-property-changed': plain(
    'Ob ein Abonnement der Ablage, das es nicht selbst sagt, auch geänderte Eigenschaften meldet.',
  ),
  'workbin.<media-type>.<nickname>.auto-update': plain(
    'Ob die Liste sich von selbst ändert; am Arbeitsplatz im Browser tut das jede.',
  ),
  'workbin.<media-type>.<nickname>.max-results': plain(
    'Wie viele Einträge ein Arbeitsplatz höchstens auflistet; hier kommen Listen seitenweise und enden nicht.',
  ),
  'workbin.<media-type>.<nickname>.quick-search-attributes': plain(
    'Die Felder, in denen die Schnellsuche sucht.',
  ),
  'workbin.<media-type>.<nickname>.case-data.business-attribute': plain(
    'Das Geschäftsattribut, das die angehängten Schlüssel der Einzelheiten aufzählt.',
  ),
  '<media-type>.qa-review-dispositions-business-attribute': plain(
    'Das Geschäftsattribut, das aufzählt, wie eine Prüfung ausgehen kann.',
  ),

  'openmedia.workitem-channels': plain(
    'Die Arten von Arbeitsaufträgen, für die sich der Agent anmelden darf; nichts steht für jede Art.',
  ),
  'login.<media-type>.can-unactivate-channel': plain(
    'Ob der Agent den Kanal beim Anmelden weglassen darf; wenn nicht, ist er da, was auch gewählt wurde.',
  ),
  'login.<media-type>.is-auto-ready': plain(
    'Ob der Kanal bereit beginnt, wenn die Anmeldung nichts dazu sagt.',
  ),
  'security.inactivity-not-ready-reason': plain(
    'Der Grund, mit dem der Arbeitsplatz als eigenes Programm den Agenten auf nicht bereit setzt, dessen Rechner niemand berührt; nichts für keinen.',
  ),

  '<media-type>.auto-answer': plain('Ob ein Angebot sich selbst annimmt.'),
  '<media-type>.auto-answer.timer': plain(
    'Wie viele Sekunden der Agent das Angebot sieht, ehe es sich selbst annimmt; nie länger, als das Angebot gilt.',
  ),
  '<media-type>.auto-answer.enable-reject': plain(
    'Ob der Agent ablehnen darf, ehe das Angebot sich selbst annimmt.',
  ),
  '<media-type>.ringing-bell': plain(
    'Was zu hören ist, während ein Angebot auf Antwort wartet; der Arbeitsplatz im Browser hat seinen eigenen Ton.',
  ),
  '<media-type>.toast-information-key': plain(
    'Der angehängte Schlüssel, dessen Wert als Überschrift des Angebots dient.',
  ),
  'toast.case-data.content': plain('Die Teile eines Angebots und ihre Reihenfolge.'),
  'toast.case-data.format-business-attribute': plain(
    'Das Geschäftsattribut, dessen Werte die angehängten Schlüssel sind, die ein Angebot zeigt.',
  ),

  'intercommunication.<media-type>.queue': plain(
    'Die Warteschlange für Weitergaben durch die Verteilung; ohne sie werden Agenten und Warteschlangen unmittelbar erreicht, Agentengruppen und Fähigkeiten gar nicht.',
  ),
  'intercommunication.<media-type>.routing-based-targets': plain(
    'Welche Ziele durch die Verteilung erreicht werden.',
  ),
  'intercommunication.<media-type>.routing-based-actions': plain(
    'Welche Handlungen den Weg durch die Verteilung nehmen; hier gibt es davon nur `OneStepTransfer`.',
  ),

  'interaction.disposition.is-mandatory': plain(
    'Ob Arbeit eines jeden Mediums ein Ergebnis braucht, ehe sie abgeschlossen wird.',
    'die Einstellung `dispositionMandatory` des Contact Centers',
  ),
  '<media-type>.disposition.is-mandatory': plain(
    'Dasselbe für ein Medium, das sich darin von den anderen unterscheiden soll; eine Option von Intray selbst.',
    'was `interaction.disposition.is-mandatory` sagt',
  ),
  'interaction.disposition.value-business-attribute': plain(
    'Das Geschäftsattribut, dessen Werte die Ergebnisse sind; gibt es keines dieses Namens, gelten die des Contact Centers.',
  ),
  'interaction.disposition.key-name': plain(
    'Der angehängte Schlüssel, in den ein Ergebnis geschrieben wird, wenn es gesetzt wird.',
  ),
  'interaction.disposition.is-read-only-on-idle': plain(
    'Ob ein Ergebnis bleibt, wie es ist, solange niemand die Arbeit auf dem Tisch hat; abgeschlossene Arbeit behält es in jedem Fall.',
  ),
  'interaction.disposition.use-attached-data': plain(
    'Ob das Ereignis zu einem Ergebnis alle angehängten Daten mitführt.',
  ),
  'interaction.disposition.default-value': plain(
    'Das Ergebnis für Arbeit, die ohne eines abgeschlossen wird, wenn es gewählt werden kann.',
  ),
  'interaction.disposition.display-mode': plain('Wie die Auswahl der Ergebnisse gezeichnet wird.'),
  '<media-type>.prompt-for-done': plain('Ob der Arbeitsplatz vor dem Abschließen noch einmal fragt.'),
  '<media-type>.mandatory-actions': plain(
    'Was vor dem Abschließen getan sein muss: ein Ergebnis gesetzt, eine Notiz geschrieben, der Kontakt bekannt.',
  ),
  '<media-type>.default-queue': plain(
    'Die Warteschlange für neue Arbeit dieses Mediums, die selbst keine nennt.',
  ),
  '<media-type>.outbound-queue': plain(
    'Die Warteschlange, in die ausgehende Arbeit kommt, wenn sie in eine Warteschlange gegeben und keine genannt wird.',
  ),

  'interaction.override-option-key': plain(
    'Der angehängte Schlüssel, der die Sondersätze eines Vorgangs nennt; ist die Option leer, hat kein Vorgang welche.',
  ),
  '<media-type>.pull-from-history-isenabled': plain(
    'Ob Arbeit, die niemand hat, an der Verteilung vorbei von dort genommen werden darf, wo sie liegt, wenn man das Recht für diesen Ort hat.',
  ),
  'contact.last-called-agent.<media-type>.enable': plain(
    'Ob ein Agent, der Arbeit beiseitelegt, beantwortet oder abschließt, als letzter seines Kontakts vermerkt wird; `saveLAR` sagt für einen einzelnen Vorgang etwas anderes.',
  ),
  'interaction.case-data.content': plain('Die Teile des Bereichs für Vorgangsdaten und ihre Reihenfolge.'),
  'interaction.case-data.format-business-attribute': plain(
    'Das Geschäftsattribut, dessen Werte die angehängten Schlüssel sind, die gezeigt werden und geändert werden dürfen.',
  ),
  'interaction.case-data.enable-hyperlink': plain(
    'Ob eine Adresse in den Vorgangsdaten als Link gezeigt wird.',
  ),
  'interaction.case-data.frame-color': plain('Die Farbe des Rahmens um die Vorgangsdaten.'),
  'interaction.window-title': plain('Der Titel des Fensters, das einen Vorgang zeigt.'),
  'interaction-management.filters': plain(
    'Die Filter in der Ansicht einer Teamleitung in ihrer Reihenfolge; nichts steht für jeden Filter. Sie kommen mit dem Katalog.',
  ),
  'interaction-management.interactions-filter.displayed-columns': plain(
    'Die Spalten in der Ansicht der Teamleitung, wo ein Filter selbst keine nennt.',
  ),
};
