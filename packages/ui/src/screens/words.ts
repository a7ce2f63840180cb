/**
 * Every word the agent's screens say. English is in `words/<part>.ts`, German beside it in `words/<part>.de.ts`; whoever
 * adds a command, a state or an event to core is told by the compiler which words are missing there.
 */
import { spoken } from '../language/spoken.ts';
import { english } from './words/english.ts';

export const words = spoken({
  name: 'desk',
  en: english,
  de: async () => (await import('./words/german.ts')).german,
});
