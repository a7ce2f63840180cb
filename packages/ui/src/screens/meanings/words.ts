/** What privileges and options mean. Fetched with the administrator's screens, and by nobody else. */
import { spoken } from '../../language/spoken.ts';
import { english } from './words.en.ts';

export const words = spoken({
  name: 'meanings',
  en: english,
  de: async () => (await import('./words.de.ts')).german,
});
