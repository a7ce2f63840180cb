import { spoken } from '../../language/spoken.ts';
import { english } from './nav-words.en.ts';

/** Apart from the words of the screens: these are needed before anybody goes there. */
export const words = spoken({
  name: 'builders',
  en: english,
  de: async () => (await import('./nav-words.de.ts')).german,
});
