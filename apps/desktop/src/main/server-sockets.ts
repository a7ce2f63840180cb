/** WebSockets to the server in use, opened for the page and numbered by it. */
import { WebSocket } from 'ws';
import type { News } from '../shared/news.ts';

export interface ServerSockets {
  open(
    socket: number,
    to: { readonly origin: string; readonly headers: Readonly<Record<string, string>> },
  ): boolean;
  /** `false`: there is no such socket, or it is not open (any more). */
  send(socket: number, text: string): boolean;
  close(socket: number): boolean;
  /** Ends all of them without a word: the page that opened them is gone. */
  forgetAll(): void;
  /** Breaks all of them, which the page is told: after sleep nobody knows whether the other end is still there. */
  breakAll(): void;
}

/** One page needs one; a page that opens more than these is not ours any more. */
const MOST = 8;
const LARGEST = 16 * 1024 * 1024;

/** @param tell what the page is told */
export function serverSockets(tell: (news: News) => void): ServerSockets {
  const sockets = new Map<number, WebSocket>();

  return {
    open(socket, { origin, headers }) {
      if (sockets.has(socket) || sockets.size >= MOST) return false;
      const opened = new WebSocket(`${origin.replace(/^http/, 'ws')}/trpc`, {
        headers,
        origin,
        maxPayload: LARGEST,
        handshakeTimeout: 10_000,
        followRedirects: false,
      });
      sockets.set(socket, opened);
      opened.on('open', () => {
        if (sockets.get(socket) === opened) tell({ kind: 'socketOpened', socket });
      });
      opened.on('message', (data, binary) => {
        if (!binary) tell({ kind: 'socketMessage', socket, text: data.toString() });
      });
      // `close` follows, and says all that the page can use.
      opened.on('error', () => undefined);
      opened.on('close', (code, reason) => {
        if (sockets.get(socket) !== opened) return;
        sockets.delete(socket);
        tell({ kind: 'socketClosed', socket, code, reason: reason.toString().slice(0, 123) });
      });
      return true;
    },
    send(socket, text) {
      const found = sockets.get(socket);
      if (found?.readyState !== WebSocket.OPEN) return false;
      found.send(text);
      return true;
    },
    close(socket) {
      const found = sockets.get(socket);
      found?.close();
      return found !== undefined;
    },
    forgetAll() {
      const all = [...sockets.values()];
      sockets.clear();
      for (const socket of all) {
        socket.removeAllListeners('message');
        socket.terminate();
      }
    },
    breakAll() {
      for (const socket of sockets.values()) socket.terminate();
    },
  };
}
