/** One language for all of the desk: what the person chose, in the page or in the preferences, else the computer's. */
import { chooseLanguage, currentLanguage, LANGUAGES, onLanguage, startLanguage } from '@intray/ui';
import type { Bridge } from '../shared/bridge.ts';
import type { Begin } from '../shared/contract.ts';

/** Speaks it, if it is one that we speak: `de-AT` is German. */
export async function speak(language: string): Promise<void> {
  const wanted = LANGUAGES.find((one) => one === language.split('-')[0]?.toLowerCase());
  if (wanted !== undefined && wanted !== currentLanguage()) await chooseLanguage(wanted);
}

/**
 * Begins with it, and tells the main process when another one is chosen in the page, so that the tray says the same.
 * @param known what the main process said last, and where to put what it says next
 */
export async function agreeOnLanguage(
  bridge: Pick<Bridge, 'changeSettings'>,
  known: { begin(): Begin; take(begin: Begin): void },
): Promise<void> {
  await startLanguage();
  await speak(known.begin().language);
  onLanguage(() => {
    const chosen = currentLanguage();
    if (known.begin().language.toLowerCase().startsWith(chosen)) return;
    void bridge.changeSettings({ language: chosen }).then((answer) => answer.ok && known.take(answer.value));
  });
}
