/** The icon in the tray: how one stands, and the two or three things one does without opening the window. */
import type { DeskState } from '../shared/contract.ts';
import type { Wish } from '../shared/news.ts';
import type { MenuEntry } from './facade.ts';

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
export function statusLine({ signedIn, session, ready, online, inHand, waiting }: DeskState): string {
  if (!signedIn) return 'Intray: nobody is signed in';
  if (!online) return `Intray: no connection, ${waiting} waiting to be sent`;
  if (!session) return 'Intray: no session';
  return `Intray: ${ready ? 'ready' : 'not ready'}, ${inHand} in hand`;
}

/** The number on the icon: what wants an answer. */
export const badgeOf = ({ offers }: DeskState): number => offers.length;

export function statusMenu(state: DeskState, { show, quit, wish }: MenuActions): readonly MenuEntry[] {
  const working = state.signedIn && state.session && state.online;
  const [offer] = state.offers;
  return [
    { label: statusLine(state), enabled: false },
    {
      label: 'Ready',
      checked: working && state.ready,
      enabled: working,
      onClick: () => wish({ do: 'ready' }),
    },
    {
      label: 'Not ready',
      checked: working && !state.ready,
      enabled: working,
      onClick: () => wish({ do: 'notReady' }),
    },
    {
      label: offer === undefined ? 'Nothing is offered' : `Accept: ${offer.title}`,
      enabled: offer !== undefined,
      onClick: () => offer && wish({ do: 'accept', id: offer.id, ticket: offer.ticket }),
    },
    { label: 'Open Intray', onClick: show },
    {
      label: 'Servers and preferences',
      onClick() {
        show();
        wish({ do: 'preferences' });
      },
    },
    { label: 'Quit', onClick: quit },
  ];
}
