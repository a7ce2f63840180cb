/** Numbers, plurals and moments as the language that is spoken writes them. */
import { currentLanguage } from './language.ts';

/**
 * What `Intl` is told: the browser's own variant of the spoken language (`en-GB`), or the language itself. So a German
 * desk on a British computer writes German dates, and an English one British.
 */
export function locale(): string {
  const language = currentLanguage();
  const own = typeof navigator === 'undefined' ? [] : (navigator.languages ?? []);
  return own.find((each) => each.split('-')[0] === language) ?? language;
}

/** `1 item`, `2 items`, `1,234 items`. English and German both have these two forms. */
export const counted = (n: number, one: string, many: string): string =>
  `${n.toLocaleString(locale())} ${n === 1 ? one : many}`;
