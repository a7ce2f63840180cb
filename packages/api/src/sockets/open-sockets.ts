/** The WebSockets that are open, and the logins they hang on: a login that ends takes its sockets with it. */
import type { WebSocket } from 'ws';
import type { Logins } from '../signin/logins.ts';
import type { Log } from '../wire/log.ts';

/** "The login is over; sign in again." Desks stop reconnecting when they see it. */
export const LOGIN_CLOSED = 4401;
/** "The server restarts; come back." */
const RESTARTING = 1012;

/** Whose a socket is, and what it hangs on. */
export interface Admitted {
  readonly userName: string;
  /** Of the login it was opened with, if it was opened with one. */
  readonly secretHash: string | undefined;
  /** Sockets with the same key are looked at together. */
  readonly key: string;
  /** What is at the other end: a desk, unless said otherwise. */
  readonly peer?: 'cometd';
  /** Would the person be let in again? */
  readonly stillWelcome: () => Promise<boolean>;
}

export interface OpenSockets {
  add(socket: WebSocket, admitted: Admitted): void;
  countOf(userName: string): number;
  readonly size: number;
  /** How many of them are desks. */
  readonly desks: number;
  /** Everybody who has a socket open. */
  people(): Iterable<string>;
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
  const byKey = new Map<string, { readonly admitted: Admitted; readonly sockets: Set<WebSocket> }>();
  const counts = new Map<string, number>();
  const end = (sockets: Iterable<WebSocket>) => {
    for (const socket of sockets) leave(socket, LOGIN_CLOSED, 'login closed');
  };

  function count(userName: string, change: 1 | -1): void {
    const now = (counts.get(userName) ?? 0) + change;
    if (now > 0) counts.set(userName, now);
    else counts.delete(userName);
  }

  logins.onClosed(({ secretHash, userName }) => {
    for (const { admitted, sockets } of byKey.values())
      if ((secretHash !== undefined && admitted.secretHash === secretHash) || admitted.userName === userName)
        end(sockets);
  });

  let looking = false;
  async function look(): Promise<void> {
    if (looking) return;
    looking = true;
    try {
      for (const { admitted, sockets } of byKey.values()) if (!(await admitted.stillWelcome())) end(sockets);
    } catch (error) {
      // The database is away: nobody is thrown out for that, and the next look asks again.
      log.warn({ error }, 'could not look whether logins are still open');
    } finally {
      looking = false;
    }
  }
  const timer = setInterval(() => void look(), lookEvery);
  timer.unref();

  const all = () => [...byKey.values()].flatMap(({ sockets }) => [...sockets]);

  return {
    add(socket, admitted) {
      const { key, userName } = admitted;
      const entry = byKey.get(key) ?? { admitted, sockets: new Set() };
      byKey.set(key, entry);
      entry.sockets.add(socket);
      count(userName, 1);
      socket.once('close', () => {
        entry.sockets.delete(socket);
        count(userName, -1);
        if (entry.sockets.size === 0 && byKey.get(key) === entry) byKey.delete(key);
      });
    },
    countOf: (userName) => counts.get(userName) ?? 0,
    get size() {
      return all().length;
    },
    get desks() {
      return [...byKey.values()].reduce(
        (sum, { admitted, sockets }) => sum + (admitted.peer === undefined ? sockets.size : 0),
        0,
      );
    },
    people: () => counts.keys(),
    async stop() {
      clearInterval(timer);
      const left = all().map((socket) => new Promise((resolve) => socket.once('close', resolve)));
      for (const socket of all()) leave(socket, RESTARTING, 'server restarts');
      await Promise.all(left);
    },
  };
}
