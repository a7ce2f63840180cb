import { spoken } from '../../language/spoken.ts';
import { english } from './words.en.ts';

/** In the language that is spoken. */
export const words = spoken({
  name: 'operator',
  en: english,
  de: async () => (await import('./words.de.ts')).german,
});
