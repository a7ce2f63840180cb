import { spoken } from '../../language/spoken.ts';
import { english } from './words.en.ts';

export const words = spoken({
  name: 'rules',
  en: english,
  de: async () => (await import('./words.de.ts')).german,
});
