/** The icon in the tray: how one stands, and the two or three things one does without opening the window. */
import type { DeskState } from '../shared/contract.ts';
import type { Wish } from '../shared/news.ts';
import type { MenuEntry } from './facade.ts';
import type { MainWords } from './words.ts';

export const NOBODY: DeskState = {
  signedIn: false,
  session: false,
  ready: false,
  online: false,
  inHand: 0,
  waiting: 0,
  offers: [],
};

export interface MenuActions {
  readonly show: () => void;
  readonly quit: () => void;
  readonly wish: (wish: Wish) => void;
}

/** What it says when the pointer rests on it. */
export function statusLine(state: DeskState, words: MainWords): string {
  const { signedIn, session, ready, online, inHand, waiting } = state;
  if (!signedIn) return words.nobody;
  if (!online) return words.noConnection(waiting);
  if (!session) return words.noSession;
  return words.standing(ready, inHand);
}

/** The number on the icon: what wants an answer. */
export const badgeOf = ({ offers }: DeskState): number => offers.length;

export function statusMenu(
  state: DeskState,
  { show, quit, wish }: MenuActions,
  words: MainWords,
): readonly MenuEntry[] {
  const working = state.signedIn && state.session && state.online;
  const [offer] = state.offers;
  return [
    { label: statusLine(state, words), enabled: false },
    {
      label: words.ready,
      checked: working && state.ready,
      enabled: working,
      onClick: () => wish({ do: 'ready' }),
    },
    {
      label: words.notReady,
      checked: working && !state.ready,
      enabled: working,
      onClick: () => wish({ do: 'notReady' }),
    },
    {
      label: offer === undefined ? words.nothingOffered : words.acceptThis(offer.title),
      enabled: working && offer !== undefined,
      onClick: () => offer && wish({ do: 'accept', id: offer.id, ticket: offer.ticket }),
    },
    { label: words.open, onClick: show },
    {
      label: words.preferences,
      onClick() {
        show();
        wish({ do: 'preferences' });
      },
    },
    { label: words.quit, onClick: quit },
  ];
}
