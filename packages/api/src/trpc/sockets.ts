/** The router over WebSockets, where the feed is followed: from our own page, with the cookie of a login, or not at all. */
import type { IncomingMessage } from 'node:http';
import type { Desk } from '@intray/core';
import { applyWSSHandler } from '@trpc/server/adapters/ws';
import type { FastifyInstance } from 'fastify';
import { WebSocketServer } from 'ws';
import { SESSION_COOKIE } from '../signin/cookies.ts';
import type { Logins } from '../signin/logins.ts';
import { type Home, isOurOrigin } from '../signin/origin.ts';
import { hashSecret } from '../signin/secrets.ts';
import type { Doors } from '../sockets/accept.ts';
import { encodeOnce } from '../sockets/encode-once.ts';
import type { Admitted } from '../sockets/open-sockets.ts';
import { streamOver } from '../sockets/stream.ts';
import { EdgeRefusal } from '../wire/envelope.ts';
import type { Log } from '../wire/log.ts';
import type { Context } from './context.ts';
import { reportFailure } from './report.ts';
import { appRouter } from './router.ts';

interface Ports {
  readonly desk: Desk;
  readonly logins: Logins;
  readonly home: Home;
  readonly log: Log;
  readonly doors: Doors;
  /** How often a silent peer is asked whether it is still there, in milliseconds. */
  readonly pingEvery: number;
}

/** Mounts it at `/trpc`. */
export function mountTrpcSockets(
  app: FastifyInstance,
  { desk, logins, home, log, doors, pingEvery }: Ports,
): void {
  // It accepts nothing by itself: the adapter only hears from it of sockets that were accepted.
  const server = new WebSocketServer({ noServer: true });
  const contexts = new WeakMap<IncomingMessage, Context>();

  applyWSSHandler({
    wss: server,
    router: appRouter,
    keepAlive: { enabled: true, pingMs: pingEvery, pongWaitMs: pingEvery },
    experimental_encoder: encodeOnce(),
    createContext({ req }): Context {
      const context = contexts.get(req);
      if (context === undefined) throw new Error('A WebSocket was opened without having been admitted.');
      return context;
    },
    onError: reportFailure(log),
  });

  doors.at<Admitted>(app, '/trpc', {
    async admit({ headers, cookies }) {
      if (!isOurOrigin(headers, home))
        throw new EdgeRefusal('origin_foreign', 'This page belongs to another site.');
      const secret = cookies[SESSION_COOKIE];
      const login = secret ? await logins.use(secret) : undefined;
      if (login === undefined || !secret)
        throw new EdgeRefusal('unauthenticated', 'Nobody is signed in here. Sign in first.');
      const secretHash = hashSecret(secret);
      return {
        userName: login.userName,
        secretHash,
        key: secretHash,
        stillWelcome: () => logins.isOpen(secretHash),
      };
    },
    opened(socket, { id, raw }, { userName }, connection) {
      contexts.set(raw, {
        desk,
        requestId: id,
        actor: { kind: 'user', id: userName },
        // The Origin was checked, and a page cannot send a WebSocket to us with another one.
        mayChange: true,
        stream: streamOver(connection),
      });
      server.emit('connection', socket, raw);
    },
  });
}
