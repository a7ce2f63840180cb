/** The official CometD client for Node, signed in by Basic, that keeps every message it gets. */
import { AckExtension, CometD, type Message } from 'cometd';
import { adapt } from 'cometd-nodejs-client';
import { basic } from '../../testing/running-server.ts';

adapt();

export interface Listener extends AsyncDisposable {
  readonly cometd: CometD;
  readonly messages: readonly Message[];
  /** Resolves with the first message, past or to come, that fits. */
  heard(fits: (message: Message) => boolean): Promise<Message>;
  subscribe(channel: string): Promise<void>;
}

/** Answers a listener that has shaken hands. */
export async function listen(
  url: string,
  userName: string,
  { path = '/api/v2/notifications', acknowledges = false } = {},
): Promise<Listener> {
  const cometd = new CometD();
  cometd.unregisterTransport('websocket');
  if (acknowledges) cometd.registerExtension('ack', new AckExtension());
  cometd.configure({ url: `${url}${path}`, requestHeaders: basic(userName), logLevel: 'warn' });
  const messages: Message[] = [];
  const waiting = new Set<() => void>();
  const keep = (message: Message) => {
    messages.push(message);
    for (const look of [...waiting]) look();
  };
  const heard = (fits: (message: Message) => boolean) =>
    new Promise<Message>((resolve) => {
      const look = () => {
        const found = messages.find(fits);
        if (found === undefined) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
    });
  const subscribe = (channel: string) =>
    new Promise<void>((resolve, reject) => {
      cometd.subscribe(channel, keep, (reply) =>
        reply.successful ? resolve() : reject(new Error(`${channel}: ${reply.error}`)),
      );
    });
  await new Promise<void>((resolve, reject) =>
    cometd.handshake((reply) => (reply.successful ? resolve() : reject(new Error(reply.error ?? 'refused')))),
  );
  return {
    cometd,
    messages,
    heard,
    subscribe,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => cometd.disconnect(() => resolve())),
  };
}
