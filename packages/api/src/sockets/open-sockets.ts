/** The WebSockets that are open, and the logins they hang on: a login that ends takes its sockets with it. */
import type { WebSocket } from 'ws';
import type { Logins } from '../signin/logins.ts';
import type { Log } from '../wire/log.ts';

/** "The login is over; sign in again." Desks stop reconnecting when they see it. */
export const LOGIN_CLOSED = 4401;
/** "The server restarts; come back." */
const RESTARTING = 1012;

export interface OpenSockets {
  add(socket: WebSocket, login: { readonly secretHash: string; readonly userName: string }): void;
  readonly size: number;
  /** Asks every socket to leave, gives each a second to do so, and stops looking at logins. */
  stop(): Promise<void>;
}

/** Asks a socket to leave; one that has not left after a second is cut off, or it could go on sending commands. */
function leave(socket: WebSocket, code: number, reason: string): void {
  if (socket.readyState !== socket.OPEN) return;
  const impatience = setTimeout(() => socket.terminate(), 1_000);
  socket.once('close', () => clearTimeout(impatience));
  socket.close(code, reason);
}

interface Ports {
  readonly logins: Logins;
  readonly log: Log;
  /** How often logins are looked at, in milliseconds: closings elsewhere and expiry are noticed this late. */
  readonly lookEvery: number;
}

export function openSockets({ logins, log, lookEvery }: Ports): OpenSockets {
  const byLogin = new Map<string, { readonly userName: string; readonly sockets: Set<WebSocket> }>();
  const end = (sockets: Iterable<WebSocket>) => {
    for (const socket of sockets) leave(socket, LOGIN_CLOSED, 'login closed');
  };

  logins.onClosed(({ secretHash, userName }) => {
    for (const [hash, entry] of byLogin)
      if (hash === secretHash || entry.userName === userName) end(entry.sockets);
  });

  let looking = false;
  async function look(): Promise<void> {
    if (looking) return;
    looking = true;
    try {
      for (const [secretHash, { sockets }] of byLogin) if (!(await logins.isOpen(secretHash))) end(sockets);
    } catch (error) {
      // The database is away: nobody is thrown out for that, and the next look asks again.
      log.warn({ error }, 'could not look whether logins are still open');
    } finally {
      looking = false;
    }
  }
  const timer = setInterval(() => void look(), lookEvery);
  timer.unref();

  const all = () => [...byLogin.values()].flatMap(({ sockets }) => [...sockets]);

  return {
    add(socket, { secretHash, userName }) {
      const entry = byLogin.get(secretHash) ?? { userName, sockets: new Set() };
      byLogin.set(secretHash, entry);
      entry.sockets.add(socket);
      socket.once('close', () => {
        entry.sockets.delete(socket);
        if (entry.sockets.size === 0 && byLogin.get(secretHash) === entry) byLogin.delete(secretHash);
      });
    },
    get size() {
      return all().length;
    },
    async stop() {
      clearInterval(timer);
      const left = all().map((socket) => new Promise((resolve) => socket.once('close', resolve)));
      for (const socket of all()) leave(socket, RESTARTING, 'server restarts');
      await Promise.all(left);
    },
  };
}
