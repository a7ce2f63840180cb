/**
 * Which language the desk speaks: the one that was chosen in this browser, else the one that the browser asks for, else
 * English. i18next holds the words and fetches those of a language when it is first spoken.
 */
import { type BackendModule, createInstance } from 'i18next';
import LanguageDetector from 'i18next-browser-languagedetector';

export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What each language calls itself: whoever looks for theirs need not know the other. */
export const LANGUAGE_NAMES = { en: 'English', de: 'Deutsch' } as const satisfies Record<Language, string>;

/** Where the choice is kept. */
const KEY = 'intray.language';

/** Words as a part of the desk brings them: English at once, other languages when they are asked for. */
interface Book {
  readonly en: object;
  readonly de: () => Promise<object>;
}

const books = new Map<string, Book>();
const i18n = createInstance();

const shelf: BackendModule = {
  type: 'backend',
  init() {},
  async read(language, name) {
    const book = books.get(name);
    if (book === undefined) throw new Error(`No words were brought under the name ${name}.`);
    return language === 'de' ? await book.de() : book.en;
  },
};

let begun: Promise<unknown> | undefined;

/** Finds out which language to speak and fetches its words. Called once the page lives in a browser. */
export function startLanguage(): Promise<unknown> {
  begun ??= begin();
  return begun;
}

async function begin(): Promise<void> {
  await i18n
    .use(shelf)
    .use(LanguageDetector)
    .init({
      supportedLngs: LANGUAGES,
      fallbackLng: 'en',
      load: 'languageOnly',
      ns: [...books.keys()],
      react: { useSuspense: false },
      detection: {
        order: ['localStorage', 'navigator'],
        lookupLocalStorage: KEY,
        caches: ['localStorage'],
        convertDetectedLanguage: (found) => found.split('-')[0] ?? 'en',
      },
    });
  showLanguage();
}

/** Screen readers and the browser's own translation go by this. */
function showLanguage(): void {
  document.documentElement.lang = currentLanguage();
}

/** The language that is spoken now. */
export const currentLanguage = (): Language =>
  LANGUAGES.find((language) => language === i18n.resolvedLanguage) ?? 'en';

/** Speaks another language from now on, in this browser. Resolves when its words are there. */
export async function chooseLanguage(language: Language): Promise<void> {
  await i18n.changeLanguage(language);
  showLanguage();
}

/** Calls back when another language is spoken. Returns the way to stop. */
export function onLanguage(listener: () => void): () => void {
  i18n.on('languageChanged', listener);
  return () => i18n.off('languageChanged', listener);
}

/** Takes in the words of a part of the desk. One that comes late, with its screen, is fetched in what is spoken. */
export function bring(name: string, book: Book): void {
  books.set(name, book);
  if (i18n.isInitialized) void i18n.loadNamespaces(name);
}

/** All words are there that were brought so far: a screen that is loaded late waits for it before it is shown. */
export async function languageReady(): Promise<void> {
  await begun;
  if (i18n.isInitialized) await i18n.loadNamespaces([...books.keys()]);
}

/** The words of that name in the language that is spoken; English ones while there are no others. */
export const wordsNow = (name: string): object | undefined =>
  i18n.isInitialized
    ? ((i18n.getResourceBundle(currentLanguage(), name) as object | undefined) ?? books.get(name)?.en)
    : books.get(name)?.en;
