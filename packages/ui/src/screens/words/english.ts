/** All English words of the agent's screens. */
import { frameWords } from './frame.ts';
import { historyWords } from './history.ts';
import { itemWords } from './item.ts';
import { listsWords } from './lists.ts';
import { offersWords } from './offers.ts';
import { workWords } from './work.ts';

export const english = {
  ...frameWords,
  ...listsWords,
  ...itemWords,
  ...historyWords,
  ...offersWords,
  ...workWords,
} as const;
