import { spoken } from '../../language/spoken.ts';
import { english } from './nav-words.en.ts';

/** In the language that is spoken. */
export const navWords = spoken({
  name: 'operator-nav',
  en: english,
  de: async () => (await import('./nav-words.de.ts')).german,
});
