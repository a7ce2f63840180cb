import { spoken } from '@intray/ui';
import { english } from './words.en.ts';

/** In the language that is spoken. */
export const words = spoken({
  name: 'desktop',
  en: english,
  de: async () => (await import('./words.de.ts')).german,
});
