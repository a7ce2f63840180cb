/** Keys that work in every program: none unless the person chose them. */
import type { Wish } from '../shared/news.ts';
import type { Settings } from '../shared/settings.ts';
import type { Electron } from './facade.ts';

const WISHES = {
  ready: { do: 'toggleReady' },
  accept: { do: 'acceptFirst' },
  next: { do: 'next' },
} as const satisfies Record<keyof Settings['shortcuts'], Wish>;

/** Registers them anew. Answers which keys belong to another program. */
export function registerShortcuts(
  keyboard: Electron['keyboard'],
  shortcuts: Settings['shortcuts'],
  wish: (wish: Wish) => void,
): readonly string[] {
  keyboard.unregisterAll();
  return (Object.keys(WISHES) as (keyof typeof WISHES)[]).flatMap((name) => {
    const keys = shortcuts[name];
    if (keys === undefined || keyboard.register(keys, () => wish(WISHES[name]))) return [];
    return [keys];
  });
}
