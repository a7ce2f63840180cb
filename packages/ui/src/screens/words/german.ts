/** All German words of the agent's screens. */
import type { Spoken } from '../../language/spoken.ts';
import type { english } from './english.ts';
import { frameWords } from './frame.de.ts';
import { historyWords } from './history.de.ts';
import { itemWords } from './item.de.ts';
import { listsWords } from './lists.de.ts';
import { offersWords } from './offers.de.ts';
import { workWords } from './work.de.ts';

export const german: Spoken<typeof english> = {
  ...frameWords,
  ...listsWords,
  ...itemWords,
  ...historyWords,
  ...offersWords,
  ...workWords,
};
