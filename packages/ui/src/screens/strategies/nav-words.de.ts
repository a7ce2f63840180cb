import type { Spoken } from '../../language/spoken.ts';
import type { english } from './nav-words.en.ts';

export const german: Spoken<typeof english> = {
  section: 'Lauf der Arbeit',
  strategies: 'Strategien',
  rules: 'Regeln',
  importing: 'Arbeit einlesen',
};
