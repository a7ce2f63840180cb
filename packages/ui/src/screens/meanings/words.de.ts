/** What privileges and options mean, in German. One that is missing does not compile. */
import type { NamedThing, ValueKind } from '@intray/core';
import type { Spoken } from '../../language/spoken.ts';
import { options } from './options.de.ts';
import { privileges } from './privileges.de.ts';
import type { english } from './words.en.ts';

const things: Readonly<Record<NamedThing, string>> = {
  'a business attribute': 'Name eines Geschäftsattributs',
  'a disposition': 'Name eines Ergebnisses',
  'a not-ready reason': 'Name eines Pausengrundes',
  'a queue': 'Name einer Warteschlange',
  'a workbin type': 'Name einer Ablageart',
  'a workbin type that agents own and that takes the medium':
    'Name einer Ablageart, die Agenten gehört und das Medium aufnimmt',
  'an attached key': 'Name eines angehängten Schlüssels',
  'attached keys, or From, To, Subject, Priority, Received, Submitted, OwnerId, ProcessedBy':
    'angehängte Schlüssel oder From, To, Subject, Priority, Received, Submitted, OwnerId, ProcessedBy',
  'media types': 'Medientypen',
  'names of columns': 'Namen von Spalten',
  'names of filters': 'Namen von Filtern',
};

function expected({ form, things: of, choices = [], least, most, longest }: ValueKind<unknown>): string {
  const named = of === undefined ? 'ein Name' : things[of];
  const chosen = choices.map((choice) => `\`${choice}\``);
  switch (form) {
    case 'flag':
      return '`true` oder `false`';
    case 'text':
      return `Text aus höchstens ${longest} Zeichen, ohne Steuerzeichen`;
    case 'number':
      return `eine ganze Zahl von ${least} bis ${most}`;
    case 'name':
      return `${named}, oder nichts`;
    case 'names':
      return `${named}, durch Kommas getrennt, jeder nur einmal`;
    case 'oneOf':
      return chosen.join(' oder ');
    case 'someOf':
      return `beliebige von ${chosen.join(', ')}, durch Kommas getrennt`;
    case 'bell':
      return 'nichts, oder `Datei|Vorrang|Dauer|Gerät` wie `ring.mp3|10|-1|primary`';
  }
}

export const german: Spoken<typeof english> = { privileges, options, expected };
