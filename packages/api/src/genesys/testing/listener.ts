/** The official CometD client for Node, signed in by Basic, that keeps every message it gets. */
import { AckExtension, CometD, type Message } from 'cometd';
import { adapt } from 'cometd-nodejs-client';
import { basic, PASSWORD } from '../../testing/running-server.ts';

adapt();

export const TRANSPORTS = ['long-polling', 'websocket'] as const;
export type TransportName = (typeof TRANSPORTS)[number];

export interface Listener extends AsyncDisposable {
  readonly cometd: CometD;
  readonly messages: readonly Message[];
  /** The reply to the first handshake that succeeded. */
  readonly handshake: Message;
  /** The transport in use. */
  readonly transport: string | undefined;
  /** Resolves with the first message, past or to come, that fits. */
  heard(fits: (message: Message) => boolean): Promise<Message>;
  /** Subscribes, and again after every further handshake. */
  subscribe(channel: string): Promise<void>;
}

export interface Listening {
  readonly path?: string;
  readonly acknowledges?: boolean;
  /** The only transport the client has. `any`: all of them, so that it chooses by itself. */
  readonly transport?: TransportName | 'any';
  /** A handshake that fails is not the end: the client tries again by itself, perhaps over another transport. */
  readonly retries?: boolean;
}

/** Answers a listener that has shaken hands. @throws Error with the server's reason when it may not */
export async function listen(
  url: string,
  userName: string,
  {
    path = '/api/v2/notifications',
    acknowledges = false,
    transport = 'long-polling',
    retries = false,
  }: Listening = {},
): Promise<Listener> {
  const cometd = new CometD();
  for (const name of TRANSPORTS)
    if (transport !== 'any' && name !== transport) cometd.unregisterTransport(name);
  cometd.unregisterTransport('callback-polling');
  if (acknowledges) cometd.registerExtension('ack', new AckExtension());
  // A WebSocket is opened without headers of the caller's choice; credentials go with the address.
  const withCredentials = Object.assign(new URL(`${url}${path}`), {
    username: userName,
    password: PASSWORD,
  });
  cometd.configure({
    url: `${url}${path}`,
    urls: { websocket: withCredentials.href.replace('http', 'ws') },
    requestHeaders: basic(userName),
    logLevel: 'warn',
    backoffIncrement: 20,
    maxBackoff: 200,
  });
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
  const channels = new Set<string>();
  const subscribe = (channel: string) =>
    new Promise<void>((resolve, reject) => {
      channels.add(channel);
      cometd.subscribe(channel, keep, (reply) =>
        reply.successful ? resolve() : reject(new Error(`${channel}: ${reply.error}`)),
      );
    });
  cometd.addListener('/meta/handshake', ({ successful }) => {
    if (successful) for (const channel of channels) cometd.subscribe(channel, keep);
  });
  const handshake = await new Promise<Message>((resolve, reject) =>
    cometd.handshake((reply) => {
      if (reply.successful) resolve(reply);
      else if (!retries) reject(new Error(reply.error ?? 'refused'));
    }),
  );
  return {
    cometd,
    messages,
    handshake,
    get transport() {
      return cometd.getTransport()?.type;
    },
    heard,
    subscribe,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        if (cometd.isDisconnected()) resolve();
        else cometd.disconnect(() => resolve());
      }),
  };
}
