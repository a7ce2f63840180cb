/** Offers outside the window: a notification with two buttons, a sound until it is answered, the window to the front. */
import type { DeskState, Offer } from '../shared/contract.ts';
import type { Wish } from '../shared/news.ts';
import type { Settings } from '../shared/settings.ts';
import type { Electron, NotificationShown, Timers } from './facade.ts';
import type { MainWords } from './words.ts';

export interface AttentionPorts {
  readonly electron: Pick<Electron, 'notify' | 'shell'>;
  readonly timers: Timers;
  readonly settings: () => Settings;
  readonly window: { toFront(): void; isFocused(): boolean; callAttention(on: boolean): void };
  readonly wish: (wish: Wish) => void;
  readonly words: () => MainWords;
}

export interface Attention {
  /** What is offered now. */
  offers(state: Pick<DeskState, 'offers'>): void;
  /** Something else the person should know, who may be looking elsewhere. */
  say(news: { readonly title: string; readonly body: string }): void;
  stop(): void;
}

const RING_EVERY = 3_000;
const keyOf = ({ id, ticket }: Offer) => `${id}:${ticket}`;

export function attention(ports: AttentionPorts): Attention {
  const { electron, timers, settings, window, wish, words } = ports;
  const shown = new Map<string, NotificationShown | undefined>();
  let stopRinging: (() => void) | undefined;

  function announce({ id, ticket, title, detail, mayReject }: Offer): NotificationShown | undefined {
    if (settings().frontOnOffer) window.toFront();
    if (!settings().notifications || window.isFocused()) return undefined;
    return electron.notify({
      title,
      body: detail,
      buttons: [words().accept, ...(mayReject ? [words().reject] : [])],
      onClick: window.toFront,
      onButton(index) {
        wish({ do: index === 0 ? 'accept' : 'reject', id, ticket });
        if (index === 0) window.toFront();
      },
    });
  }

  function ring(on: boolean): void {
    if (!on) {
      stopRinging?.();
      stopRinging = undefined;
    } else if (stopRinging === undefined && settings().ringUntilAnswered) {
      electron.shell.beep();
      stopRinging = timers.every(RING_EVERY, () => {
        // Whoever takes the sound away while it sounds wants to hear no more of it.
        if (settings().ringUntilAnswered) electron.shell.beep();
      });
    }
  }

  return {
    offers({ offers }) {
      const now = new Map(offers.map((offer) => [keyOf(offer), offer]));
      for (const [key, note] of shown)
        if (!now.has(key)) {
          note?.close();
          shown.delete(key);
        }
      for (const [key, offer] of now) if (!shown.has(key)) shown.set(key, announce(offer));
      window.callAttention(offers.length > 0 && !window.isFocused());
      ring(offers.length > 0);
    },
    say({ title, body }) {
      electron.notify({ title, body, buttons: [], onClick: window.toFront, onButton: () => undefined });
    },
    stop() {
      ring(false);
      for (const note of shown.values()) note?.close();
      shown.clear();
    },
  };
}
