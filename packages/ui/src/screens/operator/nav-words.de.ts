/** Der Weg zu den Servern, auf Deutsch. */
import type { Spoken } from '../../language/spoken.ts';
import type { english } from './nav-words.en.ts';

export const german: Spoken<typeof english> = { section: 'Betrieb', servers: 'Server' };
