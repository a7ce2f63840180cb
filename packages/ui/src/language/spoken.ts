/** Words in several languages, read as if there were one. */
import { bring, wordsNow } from './language.ts';

/** The same words, whichever they are: a text for a text, a sentence with the same gaps for a sentence. */
export type Spoken<W> = W extends string
  ? string
  : W extends (...gaps: infer Gaps) => string
    ? (...gaps: Gaps) => string
    : { readonly [Key in keyof W]: Spoken<W[Key]> };

/** A part's words: English comes with the part, German is fetched when it is spoken. */
export interface Tongues<W extends object> {
  /** Names these words among all; no two parts have the same. */
  readonly name: string;
  readonly en: W;
  readonly de: () => Promise<Spoken<W>>;
}

/** An object of the same shape as the English words that always reads the language that is spoken. */
export function spoken<W extends object>({ name, en, de }: Tongues<W>): Spoken<W> {
  bring(name, { en, de: async () => (await de()) as object });
  return reading(en, () => wordsNow(name) ?? en) as Spoken<W>;
}

/** Groups of words are read the same way, so that `const { nav } = words` outlives a change of language. */
function reading(english: object, now: () => object): unknown {
  const groups = new Map<PropertyKey, unknown>();
  return new Proxy(english, {
    get(target, key) {
      const word: unknown = Reflect.get(target, key);
      if (typeof word !== 'object' || word === null) return Reflect.get(now(), key);
      const known = groups.get(key);
      if (known !== undefined) return known;
      const group = reading(word, () => Reflect.get(now(), key) as object);
      groups.set(key, group);
      return group;
    },
  });
}
