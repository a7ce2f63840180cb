/** CometD on its paths, over long-polling and over WebSockets: the same people, the same sessions, the same limits. */
import type { ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Home, isOurOrigin } from '../../signin/origin.ts';
import { hashSecret } from '../../signin/secrets.ts';
import type { Doors } from '../../sockets/accept.ts';
import { keepAlive } from '../../sockets/keep-alive.ts';
import type { Admitted } from '../../sockets/open-sockets.ts';
import { streamOver } from '../../sockets/stream.ts';
import { EdgeRefusal } from '../../wire/envelope.ts';
import { baseOf } from '../addresses.ts';
import { originOf } from '../origin.ts';
import type { Sessions, Visitor } from '../session.ts';
import { readMessages } from './bayeux-message.ts';
import { type BayeuxPorts, bayeuxServer } from './bayeux-server.ts';
import { bayeuxSockets } from './websocket/bayeux-sockets.ts';

export interface CometdPorts extends BayeuxPorts {
  readonly sessions: Sessions;
  readonly home: Home;
  readonly doors: Doors;
  /** How often a silent WebSocket is asked whether its peer lives, in milliseconds. */
  readonly pingEvery: number;
}

export interface Cometd {
  /** Answers Bayeux messages on a path, and on those below it: clients add the kind of message. */
  mount(app: FastifyInstance, path: string): void;
  /** Sessions that are open. */
  readonly size: number;
  /** Everybody who has one. */
  people(): Iterable<string>;
  stop(): void;
}

/** Somebody whose socket may be opened. */
interface Guest extends Admitted {
  readonly visitor: Visitor;
}

export function cometd({ sessions, home, doors, pingEvery, ...ports }: CometdPorts): Cometd {
  const { settings } = ports;
  const bayeux = bayeuxServer(ports);
  const carrier = bayeuxSockets(bayeux.library);
  const unanswered = new Set<ServerResponse>();
  let stopping = false;

  function demandFriend(request: FastifyRequest): void {
    const { origin } = request.headers;
    const friend = origin !== undefined && (settings.crossOrigin?.allowedOrigins ?? []).includes(origin);
    if (!friend && !isOurOrigin(request.headers, home))
      throw new EdgeRefusal(
        'origin_foreign',
        'This page belongs to another site, which is not among the allowed origins.',
      );
  }

  const writingFor = (request: FastifyRequest) => ({
    base: baseOf(originOf(request, home.publicUrl)),
    settings,
  });

  function poll(app: FastifyInstance, url: string): void {
    app.post(url, async (request, reply) => {
      demandFriend(request);
      const visitor = await sessions.listener(request);
      const messages = readMessages(request.body);
      const { raw: response } = reply;
      const connection = {
        get destroyed() {
          return response.socket?.destroyed ?? true;
        },
      };
      const writing = writingFor(request);
      await bayeux.receive(messages, { request: request.raw, connection, visitor, writing });
      for (const [name, value] of Object.entries(reply.getHeaders()))
        if (value !== undefined && !response.hasHeader(name)) response.setHeader(name, value);
      // A poll that waits, or a connection that stays open after its last answer, would keep the server from stopping.
      if (stopping) {
        response.setHeader('connection', 'close');
        for (const message of messages) message.advice = { ...message.advice, timeout: 0 };
      }
      reply.hijack();
      // The client went away while we looked who it is.
      if (response.destroyed) return;
      unanswered.add(response);
      response.once('close', () => {
        unanswered.delete(response);
        bayeux.closed(connection, idsIn(messages));
      });
      bayeux.library.handle(Object.assign(request.raw, { body: messages }), response);
    });
  }

  async function admit(request: FastifyRequest): Promise<Guest> {
    demandFriend(request);
    const visitor = await sessions.visitor(request);
    if (visitor === undefined)
      throw new EdgeRefusal('unauthenticated', 'Nobody is signed in here. Sign in, or use HTTP Basic.');
    const { userName, secret } = visitor;
    const shown = request.headers.authorization;
    return {
      visitor,
      userName,
      secretHash: secret === undefined ? undefined : hashSecret(secret),
      key: hashSecret(JSON.stringify([userName, secret, shown])),
      peer: 'cometd',
      // Listening is using: as a poll does, it keeps the login from running out.
      stillWelcome: async () => (await sessions.visitor(request))?.userName === userName,
    };
  }

  function carry(app: FastifyInstance, url: string): void {
    doors.at<Guest>(app, url, {
      admit,
      opened(socket, request, { visitor }, raw) {
        const connection = {
          get destroyed() {
            return socket.readyState !== socket.OPEN;
          },
        };
        const writing = writingFor(request);
        socket.once('close', () => bayeux.closed(connection));
        keepAlive(socket, pingEvery);
        carrier.carry(socket, {
          read: (text) => readMessages(JSON.parse(text)),
          admit: (messages, carried) =>
            bayeux.receive(messages, { request: carried, connection, visitor, writing }),
          drained: streamOver(raw).drained,
        });
      },
    });
  }

  return {
    mount(app, path) {
      for (const url of [path, `${path}/*`]) {
        poll(app, url);
        carry(app, url);
      }
    },
    get size() {
      return bayeux.size;
    },
    people: () => bayeux.people(),
    stop() {
      stopping = true;
      for (const response of unanswered) if (!response.headersSent) response.setHeader('connection', 'close');
      bayeux.stop();
    },
  };
}

const idsIn = (messages: readonly { readonly clientId?: string | undefined }[]): readonly string[] =>
  messages.flatMap(({ clientId }) => (clientId ? [clientId] : []));
