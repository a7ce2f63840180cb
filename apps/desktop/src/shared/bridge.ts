/** What the preload hangs into the page as `window.intray`: verbs and one way to listen. The page sees no channel. */
import type { BridgeAnswer, Input, Outputs, Verb } from './contract.ts';
import type { News } from './news.ts';

export type Bridge = {
  readonly [V in Verb]: (input: Input<V>) => Promise<BridgeAnswer<Outputs[V]>>;
} & {
  /** @returns stops listening */
  readonly onNews: (listener: (news: News) => void) => () => void;
};
