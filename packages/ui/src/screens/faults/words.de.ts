/** What is wrong with a configuration, in German: by the text and the facts of core's sentence. */
import { type FaultPlace, filled, readFault, readName } from '@intray/core';
import type { Spoken } from '../../language/spoken.ts';
import { german as administration } from '../configuration/words/german.ts';
import { german as meanings } from '../meanings/words.de.ts';
import { gaps, levels, texts, things } from './texts.de.ts';
import type { english } from './words.en.ts';

const own = (record: Readonly<Record<string, string>>, key: string): string | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

const parts: Readonly<Record<string, string>> = {
  settings: administration.kinds.settings,
  application: administration.optionScreen.levels.application,
  tenant: administration.optionScreen.levels.tenant,
};

function placed(place: FaultPlace): string {
  if ('thing' in place) {
    const { thing, name, column, quoted } = place;
    return [
      `${things[thing]} „${name}“`,
      column === undefined ? undefined : `Spalte ${column}`,
      quoted === undefined ? undefined : `„${quoted}“`,
    ]
      .filter(Boolean)
      .join(', ');
  }
  if ('column' in place) return `Spalte ${place.column}`;
  if ('option' in place) return `Option „${place.option}“`;
  if ('workbin' in place) return `Ablage ${place.workbin}`;
  if ('cell' in place) return `„${place.cell}“`;
  return own(parts, place.part) ?? place.part;
}

function inGap(gap: string, value: string, facts: Readonly<Record<string, string>>): string {
  switch (gap) {
    case 'thing':
      return own(things, value) ?? value;
    case 'kind':
      return own(administration.kinds, value) ?? value;
    case 'level':
    case 'levels':
      return value
        .split(', ')
        .map((level) => own(levels, level) ?? level)
        .join(', ');
    case 'expected': {
      const named = readName(facts.name ?? '');
      return named.ok ? meanings.expected(named.value.option.kind).replaceAll('`', '') : value;
    }
    default:
      return own(gaps[gap] ?? {}, value) ?? value;
  }
}

export const german: Spoken<typeof english> = {
  inWords(sentence) {
    const read = readFault(sentence);
    if (read === undefined) return sentence;
    const facts = Object.fromEntries(
      Object.entries(read.facts).map(([gap, value]) => [gap, inGap(gap, value, read.facts)]),
    );
    return [...read.places.map(placed), filled(texts[read.code], facts)].join(': ');
  },
};
