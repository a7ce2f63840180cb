/** Finding work by what is written on it: which words stand for it, and which of them a search asks for. */
import { z } from 'zod';
import type { Interaction } from '../interaction/interaction.ts';
import type { InteractionLine } from '../lines.ts';
import type { Json } from '../values.ts';

/** So many words of one piece of work are kept, and so many characters of each. */
const MOST_WORDS = 200;
const LONGEST = 60;
/** More words than that make no search narrower. */
const MOST_TERMS = 8;

export const SearchQuery = z
  .object({ text: z.string().max(200), limit: z.number().int().min(1).max(50).default(20) })
  .strict();
export type SearchQuery = Readonly<z.infer<typeof SearchQuery>>;

export interface SearchResult {
  readonly items: readonly InteractionLine[];
  /** More matched than was looked at: other words find the rest. */
  readonly more: boolean;
}

/** Letters and digits that stand together, in lower case. */
const wordsIn = (text: string): readonly string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.slice(0, LONGEST));

function textsIn(value: Json): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((each) => textsIn(each as Json));
}

/** The words by which a piece of work is found: its ids, its contact, and the values of its attached data. */
export function wordsOf({
  id,
  externalId,
  contactId,
  userData,
}: Pick<Interaction, 'id' | 'externalId' | 'contactId' | 'userData'>): readonly string[] {
  const texts = [id, externalId ?? '', contactId ?? '', ...textsIn(userData)];
  return [...new Set(texts.flatMap(wordsIn))].slice(0, MOST_WORDS);
}

/** What a search asks for: every one of these words, or words that begin with them. */
export const termsOf = (text: string): readonly string[] => [...new Set(wordsIn(text))].slice(0, MOST_TERMS);

/** The work has a word for each of the terms. */
export const matches = (words: readonly string[], terms: readonly string[]): boolean =>
  terms.every((term) => words.some((word) => word.startsWith(term)));
