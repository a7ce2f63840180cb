/** What the server tells a person: the official CometD client, and everything it received, in order. */

import { CometD, type Message, type Transport } from 'cometd';
import { adapt } from 'cometd-nodejs-client';
import { WebSocket } from 'ws';
import type { Transport as TransportName } from '../stage/settings.ts';
import { NOTIFICATIONS } from './bayeux.ts';
import type { CookieJar } from './cookies.ts';
import type { Rest } from './rest.ts';
import { socketAddress, socketHeaders } from './socket.ts';

export interface Told {
  readonly channel: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface Inbox {
  /** Everything so far, oldest first. It grows. */
  readonly told: readonly Told[];
  /** Resolves with the first message from position `after` on that fits; rejects with `NotTold` when patience ends. */
  next(what: string, fits: (told: Told) => boolean, after: number): Promise<Told>;
  /** Subscribes to a further channel; resolves with whether the server let it. */
  listen(channel: string): Promise<boolean>;
  close(): Promise<void>;
}

/** A message that was due did not come. */
export class NotTold extends Error {
  override readonly name = 'NotTold';
}

// The adapter keeps cookies for the whole process; here each person has a jar, which rides in the transport's
// context. Only reading is told the context, so the request's own address object remembers whose it is.
const jars = new WeakMap<object, CookieJar>();
adapt({
  cookies: {
    retrieveCookies(context: CookieJar, uri: object, callback) {
      jars.set(uri, context);
      callback(null, context.pairs());
    },
    storeCookie(uri: object, header, callback) {
      jars.get(uri)?.store(header);
      callback(null, undefined);
    },
  },
});

// A socket is opened by its address alone, so the address the client is given names the person, and the one that is
// opened does not.
const people: Rest[] = [];
class PersonalSocket extends WebSocket {
  constructor(address: string) {
    const rest = people[Number(new URL(address).username)];
    if (rest === undefined) throw new Error(`Nobody belongs to ${address}.`);
    super(socketAddress(rest.base), { headers: socketHeaders(rest) });
  }
}
const { window } = globalThis as unknown as { readonly window: { WebSocket: unknown } };
window.WebSocket = PersonalSocket;

function personalAddress(rest: Rest): string {
  const address = new URL(socketAddress(rest.base));
  address.username = String(people.push(rest) - 1);
  return address.href;
}

export interface Listening {
  readonly transport: TransportName;
  /** The longest wait for anything, in milliseconds. */
  readonly patience: number;
}

/** The server said no to a Bayeux request. */
class Refused extends Error {
  override readonly name = 'Refused';
}

/** Handshakes and subscribes to `channels`; resolves once the server confirmed all of it. */
export async function openInbox(
  rest: Rest,
  channels: readonly string[],
  { transport, patience }: Listening,
): Promise<Inbox> {
  const told: Told[] = [];
  const watchers = new Set<() => void>();
  const cometd = new CometD();
  for (const name of cometd.getTransportTypes()) if (name !== transport) cometd.unregisterTransport(name);
  const chosen = cometd.findTransport(transport) as Transport & { context?: CookieJar };
  chosen.context = rest.jar;
  cometd.configure({
    url: new URL(NOTIFICATIONS, rest.base).href,
    urls: { websocket: personalAddress(rest) },
    requestHeaders: { ...rest.headers },
    logLevel: 'warn',
  });

  await answered('handshake', patience, (done) => cometd.handshake(done));
  const receive = ({ channel, data }: Message) => {
    // The client hands a subscriber of `/**` the replies of the protocol, too.
    if (data === undefined) return;
    told.push({ channel, data });
    for (const look of [...watchers]) look();
  };
  const subscribe = (channel: string) =>
    answered(`subscribe to ${channel}`, patience, (done) => {
      cometd.subscribe(channel, receive, done);
    });
  for (const channel of channels) await subscribe(channel);

  return {
    told,
    async next(what, fits, after) {
      const { promise, resolve, reject } = Promise.withResolvers<Told>();
      const look = () => {
        const found = told.slice(after).find(fits);
        if (found !== undefined) resolve(found);
      };
      const timer = setTimeout(
        () =>
          reject(
            new NotTold(`${what} did not come within ${patience} ms. Came: ${summary(told.slice(after))}`),
          ),
        patience,
      );
      watchers.add(look);
      look();
      try {
        return await promise;
      } finally {
        clearTimeout(timer);
        watchers.delete(look);
      }
    },
    listen: (channel) =>
      subscribe(channel).then(
        () => true,
        (cause: unknown) => {
          if (cause instanceof Refused) return false;
          throw cause;
        },
      ),
    async close() {
      await answered('disconnect', patience, (done) => cometd.disconnect(done));
    },
  };
}

/** Waits for the reply to a Bayeux request. @throws Refused, or NotTold when none came */
async function answered(what: string, patience: number, ask: (done: (reply: Message) => void) => void) {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const timer = setTimeout(() => reject(new NotTold(`No reply to ${what} within ${patience} ms.`)), patience);
  ask((reply) => {
    if (reply.successful) resolve();
    else reject(new Refused(`The ${what} was refused: ${reply.error ?? 'without an error text'}.`));
  });
  try {
    await promise;
  } finally {
    clearTimeout(timer);
  }
}

const summary = (told: readonly Told[]): string =>
  told.length === 0
    ? 'nothing.'
    : told.map(({ channel, data }) => `${channel} ${String(data.messageType)}`).join(', ');
