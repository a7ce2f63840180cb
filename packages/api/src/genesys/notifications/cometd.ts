/**
 * CometD over long-polling. A session belongs to the person who opened it: whoever else names its id is told that there
 * is no such session, and messages go to sessions one by one, never to whoever listens on a channel.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import cometdServer, { type ServerSession } from 'cometd-nodejs-server';
import ackExtension from 'cometd-nodejs-server/ack-extension.js';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { CookieSettings } from '../../signin/cookies.ts';
import type { Logins } from '../../signin/logins.ts';
import { type Home, isOurOrigin } from '../../signin/origin.ts';
import { hashSecret } from '../../signin/secrets.ts';
import { EdgeRefusal } from '../../wire/envelope.ts';
import type { Log } from '../../wire/log.ts';
import { baseOf } from '../addresses.ts';
import type { Settled } from '../options.ts';
import { originOf } from '../origin.ts';
import type { Sessions, Visitor } from '../session.ts';
import { type BayeuxMessage, isMetaChannel, isOpenChannel, readMessages } from './bayeux-message.ts';
import { type BayeuxSession, bayeuxSession } from './bayeux-session.ts';
import type { Presence } from './presence.ts';
import type { Presences } from './presences.ts';

/** One browser may poll for so many tabs at once before they take turns; browsers open six connections in all. */
const POLLS_PER_BROWSER = 4;
/** Nobody needs more, and nobody may fill the memory. */
const SESSIONS_PER_PERSON = 50;

export interface CometdPorts {
  readonly sessions: Sessions;
  readonly presences: Presences;
  readonly settings: Settled;
  readonly logins: Logins;
  readonly cookies: CookieSettings;
  readonly home: Home;
  readonly publicUrl: string | undefined;
  readonly log: Log;
}

export interface Cometd {
  /** Answers Bayeux messages on a path, and on those below it: clients add the kind of message. */
  mount(app: FastifyInstance, path: string): void;
  /** Sessions that are open. */
  readonly size: number;
  stop(): void;
}

interface Opener {
  readonly visitor: Visitor;
  readonly presence: Presence;
}

export function cometd({
  sessions,
  presences,
  settings,
  logins,
  cookies,
  home,
  publicUrl,
  log,
}: CometdPorts): Cometd {
  const server = cometdServer.createCometDServer({
    timeout: 30_000,
    maxInterval: 20_000,
    maxSessionsPerBrowser: POLLS_PER_BROWSER,
    browserCookiePath: '/',
    browserCookieSecure: cookies.secure,
    browserCookieSameSite:
      (settings.crossOrigin?.allowedOrigins.length ?? 0) > 0 && cookies.secure ? 'None' : 'Lax',
    ...settings.cometd,
  });
  server.addExtension(new ackExtension.AcknowledgedMessagesExtension());
  const openers = new WeakMap<IncomingMessage, Opener>();
  const unanswered = new Set<ServerResponse>();
  let stopping = false;
  const open = new Map<string, BayeuxSession & { readonly server: ServerSession }>();

  const sessionsOf = (userName: string) =>
    [...open.values()].filter((one) => one.userName === userName).length;

  server.policy = {
    canHandshake(session, _message, callback) {
      const opener = openers.get(server.context.request);
      const welcome = opener !== undefined && sessionsOf(opener.visitor.userName) < SESSIONS_PER_PERSON;
      if (welcome) {
        const { visitor, presence } = opener;
        const loginHash = visitor.secret === undefined ? undefined : hashSecret(visitor.secret);
        const { userName } = visitor;
        open.set(session.id, {
          ...bayeuxSession({ session, userName, loginHash, presence }),
          server: session,
        });
      }
      callback(undefined, welcome);
    },
    canCreate: (_session, _message, name, callback) =>
      callback(undefined, isOpenChannel(name) || isMetaChannel(name)),
    canSubscribe: (_session, _message, channel, callback) => callback(undefined, isOpenChannel(channel.name)),
    canPublish: (_session, _message, channel, callback) => callback(undefined, isMetaChannel(channel.name)),
  };
  server.addListener('subscribed', (_channel, session: ServerSession) => open.get(session.id)?.subscribed());
  server.addListener('sessionRemoved', (session: ServerSession, lost: boolean) => {
    const one = open.get(session.id);
    one?.detach(lost);
    log.debug({ userName: one?.userName, lost }, 'a CometD session ended');
    open.delete(session.id);
  });
  // Whoever signs out hears nothing more.
  logins.onClosed(({ secretHash, userName }) => {
    for (const one of [...open.values()])
      if (one.userName === userName || (secretHash !== undefined && one.loginHash === secretHash))
        one.server.disconnect();
  });

  function demandFriend(request: FastifyRequest): void {
    const { origin } = request.headers;
    const friend = origin !== undefined && (settings.crossOrigin?.allowedOrigins ?? []).includes(origin);
    if (!friend && !isOurOrigin(request.headers, home))
      throw new EdgeRefusal(
        'origin_foreign',
        'This page belongs to another site, which is not among the allowed origins.',
      );
  }

  /** Somebody else's session is no session. */
  function claim(messages: readonly BayeuxMessage[], visitor: Visitor | undefined): void {
    for (const message of messages) {
      const session = message.clientId === undefined ? undefined : open.get(message.clientId);
      if (session !== undefined && session.userName !== visitor?.userName) message.clientId = '';
    }
  }

  return {
    mount(app, path) {
      for (const url of [path, `${path}/*`])
        app.post(url, async (request, reply) => {
          demandFriend(request);
          const visitor = await sessions.visitor(request);
          const messages = readMessages(request.body);
          claim(messages, visitor);
          if (visitor !== undefined && messages.some(({ channel }) => channel === '/meta/handshake')) {
            const writing = { base: baseOf(originOf(request, publicUrl)), settings };
            const presence = presences.of(visitor.userName, writing);
            await presence.ready;
            openers.set(request.raw, { visitor, presence });
          }
          for (const [name, value] of Object.entries(reply.getHeaders()))
            if (value !== undefined) reply.raw.setHeader(name, value);
          // A connection that stays open after its last answer would keep the server from stopping.
          if (stopping) reply.raw.setHeader('connection', 'close');
          unanswered.add(reply.raw);
          reply.raw.once('close', () => unanswered.delete(reply.raw));
          reply.hijack();
          server.handle(Object.assign(request.raw, { body: messages }), reply.raw);
        });
    },
    get size() {
      return open.size;
    },
    stop() {
      stopping = true;
      for (const response of unanswered) if (!response.headersSent) response.setHeader('connection', 'close');
      for (const { server: session } of [...open.values()]) session.disconnect();
      server.close();
    },
  };
}
