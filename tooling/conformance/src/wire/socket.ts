/** A WebSocket as a stranger's program opens it: with the credentials and cookies of one person. */
import { WebSocket } from 'ws';
import type { BayeuxMessage } from './bayeux.ts';
import { NOTIFICATIONS } from './bayeux.ts';
import type { Rest } from './rest.ts';

export const socketAddress = (base: string): string =>
  new URL(NOTIFICATIONS, base).href.replace(/^http/, 'ws');

/** What the request for a socket carries, as every other request of the person does. */
export const socketHeaders = ({ headers, jar }: Rest): Record<string, string> => ({
  ...headers,
  ...(jar.pairs().length > 0 ? { cookie: jar.pairs().join('; ') } : {}),
});

export interface Socket {
  /** Sends a message and answers the next frame; without one the socket was closed or patience ended. */
  ask(message: Readonly<Record<string, unknown>>): Promise<readonly BayeuxMessage[]>;
  /** Sends a text as it is; resolves with what came back, `undefined` when the socket was closed for it. */
  say(text: string): Promise<string | undefined>;
  close(): void;
}

/** Opens it. Answers the HTTP status instead when the server does not let the person in, or knows no sockets. */
export async function openSocket(rest: Rest, patience: number): Promise<Socket | number> {
  const socket = new WebSocket(socketAddress(rest.base), { headers: socketHeaders(rest) });
  const { promise, resolve } = Promise.withResolvers<number | undefined>();
  const timer = setTimeout(() => resolve(0), patience);
  socket.once('open', () => resolve(undefined));
  socket.once('unexpected-response', (request, response) => {
    request.destroy();
    resolve(response.statusCode ?? 0);
  });
  // Whatever it is, the server has no sockets to offer.
  socket.on('error', () => resolve(0));
  const refused = await promise;
  clearTimeout(timer);
  if (refused !== undefined) {
    socket.terminate();
    return refused;
  }

  function say(text: string): Promise<string | undefined> {
    const answer = Promise.withResolvers<string | undefined>();
    const gone = () => answer.resolve(undefined);
    const hear = (frame: Buffer) => answer.resolve(frame.toString());
    const late = setTimeout(gone, patience);
    socket.once('close', gone);
    socket.once('message', hear);
    socket.send(text);
    return answer.promise.finally(() => {
      clearTimeout(late);
      socket.off('close', gone);
      socket.off('message', hear);
    });
  }
  let sent = 0;
  return {
    say,
    async ask(message) {
      sent += 1;
      const text = await say(JSON.stringify([{ id: String(sent), ...message }]));
      return text === undefined ? [] : (JSON.parse(text) as BayeuxMessage[]);
    },
    close: () => socket.terminate(),
  };
}
