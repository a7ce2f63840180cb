'use client';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { currentLanguage, type Language, onLanguage, startLanguage } from './language.ts';

/** The language that is spoken; a component that reads it is drawn anew in another. */
export const useLanguage = (): Language =>
  useSyncExternalStore(onLanguage, currentLanguage, () => 'en' as const);

/** The words are there. `false` for the moment in which they are fetched. */
export function useLanguageStarted(): boolean {
  const [started, setStarted] = useState(false);
  useEffect(() => {
    // Words that can't be fetched are English ones; the desk opens all the same.
    void startLanguage().finally(() => setStarted(true));
  }, []);
  return started;
}
