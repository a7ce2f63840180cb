/** What the main process tells the page, over one channel. */

/** A wish of the person that came from outside the page: a notification, the tray, a key, a link. */
export type Wish =
  | { readonly do: 'ready' | 'notReady' | 'toggleReady' | 'acceptFirst' | 'next' | 'preferences' }
  | { readonly do: 'accept' | 'reject'; readonly id: string; readonly ticket: number }
  | { readonly do: 'open'; readonly id: string }
  /** The computer was asleep, or the network is back: renew the lease and follow on at once. */
  | { readonly do: 'recover' }
  /** Nobody touched the computer for so long, or its screen is locked. */
  | { readonly do: 'away' };

export type News =
  | { readonly kind: 'wish'; readonly wish: Wish }
  | { readonly kind: 'socketOpened'; readonly socket: number }
  | { readonly kind: 'socketMessage'; readonly socket: number; readonly text: string }
  | {
      readonly kind: 'socketClosed';
      readonly socket: number;
      readonly code: number;
      readonly reason: string;
    };

export const NEWS_CHANNEL = 'intray:news';
