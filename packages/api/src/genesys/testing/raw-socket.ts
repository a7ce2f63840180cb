/** Bayeux by hand over a WebSocket, for what no decent client does. */
import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { BayeuxAnswer } from './raw-bayeux.ts';

export interface RawSocket {
  readonly socket: WebSocket;
  /** Resolves with the code it was closed with. */
  readonly closed: Promise<number>;
  /** Sends a message and answers what comes next. */
  ask(message: object): Promise<readonly BayeuxAnswer[]>;
  /** Shakes hands; answers the client id. */
  handshake(): Promise<string>;
}

const addressOf = (url: string, path: string) => `${url.replace('http', 'ws')}${path}`;

/** @throws Error with the HTTP status when the server does not let it in */
export async function rawSocket(
  url: string,
  headers: Readonly<Record<string, string>>,
  path = '/api/v2/notifications',
): Promise<RawSocket> {
  const socket = new WebSocket(addressOf(url, path), { headers });
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  let sent = 0;
  const ask = async (message: object) => {
    sent += 1;
    socket.send(JSON.stringify([{ id: String(sent), ...message }]));
    const [frame] = await once(socket, 'message');
    return JSON.parse(String(frame)) as readonly BayeuxAnswer[];
  };
  return {
    socket,
    closed,
    ask,
    async handshake() {
      const [reply] = await ask({
        channel: '/meta/handshake',
        version: '1.0',
        supportedConnectionTypes: ['websocket'],
      });
      if (reply?.clientId === undefined)
        throw new Error(`The handshake was refused: ${JSON.stringify(reply)}`);
      return reply.clientId;
    },
  };
}

/** The HTTP status that answers the wish for a WebSocket, or 101. */
export const knock = (url: string, headers: Readonly<Record<string, string>>, path: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    const socket = new WebSocket(addressOf(url, path), { headers });
    socket.once('open', () => {
      socket.terminate();
      resolve(101);
    });
    socket.once('unexpected-response', (request, response) => {
      request.destroy();
      resolve(response.statusCode);
    });
    socket.once('error', reject);
  });
