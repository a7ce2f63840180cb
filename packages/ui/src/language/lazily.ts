import type { ComponentType } from 'react';
import { languageReady } from './language.ts';

/** For `lazy`: a screen that is fetched when it is opened, shown once its words are there in the language that is spoken. */
export const withWords =
  <P extends object>(fetch: () => Promise<{ readonly default: ComponentType<P> }>) =>
  async (): Promise<{ readonly default: ComponentType<P> }> => {
    const screen = await fetch();
    await languageReady();
    return screen;
  };
