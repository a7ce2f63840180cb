/**
 * The desk's one WebSocket: opened when something is followed, opened again for as long as something is, at once when
 * the network is back. It does not insist when the login is over.
 */

import { createWSClient, type TRPCLink, type TRPCWebSocketClient, wsLink } from '@trpc/client';
import type { AppRouter } from '../trpc/router.ts';
import { type Observable, observable } from './observable-state.ts';
import { type Backoff, delayBefore } from './waiting.ts';

export type ConnectionState = 'connecting' | 'open' | 'closed';

/** The server's close code for "this login is over". */
const LOGIN_CLOSED = 4401;

interface Ports {
  readonly baseUrl: string;
  readonly WebSocket: typeof globalThis.WebSocket;
  readonly backoff: Backoff;
  readonly wakes: (wake: () => void) => () => void;
  /** Is somebody still signed in? Asked when the server does not let the socket in; a browser is not told why. */
  readonly stillSignedIn: () => Promise<boolean>;
  readonly onSignedOut: () => void;
}

export interface Socket {
  readonly connection: Observable<ConnectionState>;
  readonly link: TRPCLink<AppRouter>;
  /** Closes it, until something is followed again. */
  close(): void;
}

/** `http://host/base` → `ws://host/base/trpc`; a page's own origin when the base is empty. */
function socketUrl(baseUrl: string): string {
  const page = (globalThis as { location?: { href: string } }).location?.href;
  return new URL(`${baseUrl}/trpc`, page).href.replace(/^http/, 'ws');
}

export function socket({ baseUrl, WebSocket, backoff, wakes, stillSignedIn, onSignedOut }: Ports): Socket {
  const connection = observable<ConnectionState>('closed');
  let current: TRPCWebSocketClient | undefined;
  let stopListening: (() => void) | undefined;

  function close(): void {
    const closing = current;
    current = undefined;
    stopListening?.();
    stopListening = undefined;
    connection.set('closed');
    // Waits for answers under way and never fails; nobody needs to wait with it.
    void closing?.close();
  }

  function signedOut(): void {
    close();
    onSignedOut();
  }

  function open(): TRPCWebSocketClient {
    const client = createWSClient({
      url: socketUrl(baseUrl),
      WebSocket,
      retryDelayMs: (attempt) => delayBefore(attempt, backoff),
      keepAlive: { enabled: true, intervalMs: 10_000, pongTimeoutMs: 5_000 },
      onClose(cause) {
        if (current !== client) return;
        if (cause?.code === LOGIN_CLOSED) signedOut();
        // 1006: cut, or never let in. Only the server can say which.
        else if (cause?.code === 1006)
          stillSignedIn().then(
            (yes) => void (yes || current !== client || signedOut()),
            () => undefined,
          );
      },
    });
    current = client;
    const watching = client.connectionState.subscribe({
      next({ state }) {
        if (current === client) connection.set(state === 'pending' ? 'open' : 'connecting');
      },
    });
    // tRPC's client cannot be woken from its wait, but it can be replaced: its followers are told "complete" and
    // follow anew over the next one.
    const stopWaking = wakes(() => {
      if (current !== client || connection.get() === 'open') return;
      close();
    });
    stopListening = () => {
      watching.unsubscribe();
      stopWaking();
    };
    return client;
  }

  return {
    connection,
    link: (runtime) => (operation) => wsLink<AppRouter>({ client: current ?? open() })(runtime)(operation),
    close,
  };
}
