/** Every word of the administrator's screens. */
import { spoken } from '../../language/spoken.ts';
import { english } from './words/english.ts';

export const words = spoken({
  name: 'administration',
  en: english,
  de: async () => (await import('./words/german.ts')).german,
});
