import { spoken } from '../../language/spoken.ts';
import { english } from './words.en.ts';

/** Faults of a configuration, and what came of rules, in the language that is spoken. */
export const words = spoken({
  name: 'faults',
  en: english,
  de: async () => (await import('./words.de.ts')).german,
});

/** The same faults with their sentences in that language. */
export const inWords = <F extends { readonly message: string }>(faults: readonly F[]): readonly F[] =>
  faults.map((fault) => ({ ...fault, message: words.inWords(fault.message) }));
