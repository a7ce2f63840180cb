/**
 * The CometD server behind all transports. A session belongs to the person who opened it: whoever else names its id is
 * told that there is no such session, and messages go to sessions one by one, never to whoever listens on a channel.
 */
import cometdServer, { type CometDServer, type ServerSession } from 'cometd-nodejs-server';
import ackExtension from 'cometd-nodejs-server/ack-extension.js';
import type { CookieSettings } from '../../signin/cookies.ts';
import type { Logins } from '../../signin/logins.ts';
import { hashSecret } from '../../signin/secrets.ts';
import type { Log } from '../../wire/log.ts';
import type { Settled } from '../options.ts';
import type { Writing } from '../resources/interaction.ts';
import type { Visitor } from '../session.ts';
import { type BayeuxMessage, isMetaChannel, isOpenChannel } from './bayeux-message.ts';
import { type BayeuxSession, bayeuxSession, type Connection } from './bayeux-session.ts';
import type { Presence } from './presence.ts';
import type { Presences } from './presences.ts';

/** One browser may poll for so many tabs at once before they take turns; browsers open six connections in all. */
const POLLS_PER_BROWSER = 4;
/** Nobody needs more, and nobody may fill the memory. */
const SESSIONS_PER_PERSON = 50;

export interface BayeuxPorts {
  readonly presences: Presences;
  readonly settings: Settled;
  readonly logins: Logins;
  readonly cookies: CookieSettings;
  readonly log: Log;
}

/** What counts of a message here. */
type Addressed = Pick<BayeuxMessage, 'channel' | 'clientId'>;

/** Where a batch of messages came from. */
export interface Sender {
  /** What the library is handed as the request. */
  readonly request: object;
  readonly connection: Connection;
  /** `undefined`: a stranger. */
  readonly visitor: Visitor | undefined;
  /** How messages to a session that this batch opens are written. */
  readonly writing: Writing;
}

export interface BayeuxServer {
  readonly library: CometDServer;
  /**
   * Makes a batch ready for the library: somebody else's session becomes no session, and whose handshake it is is
   * remembered. A handshake has to be waited for; everything else is ready at once.
   */
  receive(messages: readonly Addressed[], sender: Sender): Promise<void> | undefined;
  /**
   * Nobody reads at the other end any more: whoever waits there is taken for lost unless they come back.
   * @param clientIds who may wait there, if that is known
   */
  closed(connection: Connection, clientIds?: Iterable<string>): void;
  /** Sessions that are open. */
  readonly size: number;
  /** Everybody who has one. */
  people(): Iterable<string>;
  /**
   * Answers every poll. Clients are not told that their sessions end, or they would not come back: they ask again, and
   * whoever serves them then has them shake hands anew.
   */
  stop(): void;
}

interface Opener {
  readonly visitor: Visitor;
  readonly presence: Presence;
}

export function bayeuxServer({ presences, settings, logins, cookies, log }: BayeuxPorts): BayeuxServer {
  const library = cometdServer.createCometDServer({
    timeout: 30_000,
    maxInterval: 20_000,
    maxSessionsPerBrowser: POLLS_PER_BROWSER,
    browserCookiePath: '/',
    browserCookieSecure: cookies.secure,
    browserCookieSameSite:
      (settings.crossOrigin?.allowedOrigins.length ?? 0) > 0 && cookies.secure ? 'None' : 'Lax',
    ...settings.cometd,
  });
  library.addExtension(new ackExtension.AcknowledgedMessagesExtension());
  const openers = new WeakMap<object, Opener>();
  const connections = new WeakMap<object, Connection>();
  const open = new Map<string, BayeuxSession>();
  const counts = new Map<string, number>();

  library.policy = {
    canHandshake(session, _message, callback) {
      const opener = openers.get(library.context.request);
      const had = counts.get(opener?.visitor.userName ?? '') ?? 0;
      const welcome = opener !== undefined && had < SESSIONS_PER_PERSON;
      if (welcome) {
        const { visitor, presence } = opener;
        const { userName } = visitor;
        const loginHash = visitor.secret === undefined ? undefined : hashSecret(visitor.secret);
        const connectionOf = (message: object) => connections.get(message);
        open.set(session.id, bayeuxSession({ session, userName, loginHash, presence, connectionOf }));
        counts.set(userName, had + 1);
      }
      callback(undefined, welcome);
    },
    canCreate: (_session, _message, name, callback) =>
      callback(undefined, isOpenChannel(name) || isMetaChannel(name)),
    canSubscribe: (_session, _message, channel, callback) => callback(undefined, isOpenChannel(channel.name)),
    canPublish: (_session, _message, channel, callback) => callback(undefined, isMetaChannel(channel.name)),
  };
  library.addListener('subscribed', (_channel, session: ServerSession) => open.get(session.id)?.subscribed());
  library.addListener('sessionRemoved', (session: ServerSession, lost: boolean) => {
    const one = open.get(session.id);
    if (one === undefined) return;
    open.delete(session.id);
    const left = (counts.get(one.userName) ?? 1) - 1;
    if (left > 0) counts.set(one.userName, left);
    else counts.delete(one.userName);
    one.detach(lost);
    log.debug({ userName: one.userName, lost }, 'a CometD session ended');
  });
  // Whoever signs out hears nothing more.
  logins.onClosed(({ secretHash, userName }) => {
    for (const one of [...open.values()])
      if (one.userName === userName || (secretHash !== undefined && one.loginHash === secretHash))
        one.disconnect();
  });

  async function remember(request: object, visitor: Visitor, writing: Writing): Promise<void> {
    const presence = presences.of(visitor.userName, writing);
    await presence.ready;
    openers.set(request, { visitor, presence });
  }

  return {
    library,
    receive(messages, { request, connection, visitor, writing }) {
      for (const message of messages) {
        const session = message.clientId === undefined ? undefined : open.get(message.clientId);
        if (session !== undefined && session.userName !== visitor?.userName) message.clientId = '';
        connections.set(message, connection);
      }
      if (visitor === undefined || !messages.some(({ channel }) => channel === '/meta/handshake'))
        return undefined;
      return remember(request, visitor, writing);
    },
    closed(connection, clientIds = open.keys()) {
      for (const id of clientIds) open.get(id)?.closed(connection);
    },
    get size() {
      return open.size;
    },
    people: () => counts.keys(),
    stop() {
      for (const one of open.values()) one.answer();
      library.close();
    },
  };
}
