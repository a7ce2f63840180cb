/** Lets WebSockets in at `/trpc`: from our own page, with a login, or not at all. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import cookie from '@fastify/cookie';
import type { Desk } from '@intray/core';
import { applyWSSHandler } from '@trpc/server/adapters/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { SESSION_COOKIE } from '../signin/cookies.ts';
import type { Logins } from '../signin/logins.ts';
import { type Home, isOurOrigin } from '../signin/origin.ts';
import { hashSecret } from '../signin/secrets.ts';
import type { Context } from '../trpc/context.ts';
import { reportFailure } from '../trpc/report.ts';
import { appRouter } from '../trpc/router.ts';
import type { Log } from '../wire/log.ts';
import { encodeOnce } from './encode-once.ts';
import type { OpenSockets } from './open-sockets.ts';
import { streamOver } from './stream.ts';

/** The largest message a peer may send, in bytes. */
const LARGEST_MESSAGE = 1024 * 1024;

interface Ports {
  readonly desk: Desk;
  readonly logins: Logins;
  readonly home: Home;
  readonly log: Log;
  readonly sockets: OpenSockets;
  /** How often a silent peer is asked whether it is still there, in milliseconds. */
  readonly pingEvery: number;
}

type Known = Omit<Context, 'actor'> & { readonly actor: NonNullable<Context['actor']> };

function refuse(connection: Duplex, status: string): void {
  connection.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** Who is behind the upgrade request, or the status that turns it away. */
async function admit(request: IncomingMessage, { logins, home }: Ports) {
  if (!isOurOrigin(request.headers, home)) return '403 Forbidden';
  const secret = cookie.parse(request.headers.cookie ?? '')[SESSION_COOKIE];
  const login = secret ? await logins.use(secret) : undefined;
  return login && secret ? { userName: login.userName, secretHash: hashSecret(secret) } : '401 Unauthorized';
}

/** Answers upgrades on an HTTP server. */
export function acceptSockets(http: Server, ports: Ports): void {
  const { desk, log, sockets, pingEvery } = ports;
  const server = new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE });
  const contexts = new WeakMap<IncomingMessage, Known>();

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

  async function upgrade(request: IncomingMessage, connection: Duplex, head: Buffer): Promise<void> {
    const admitted = await admit(request, ports);
    if (typeof admitted === 'string') return refuse(connection, admitted);
    if (connection.destroyed) return;
    contexts.set(request, {
      desk,
      requestId: randomUUID(),
      actor: { kind: 'user', id: admitted.userName },
      // The Origin was checked, and a page cannot send a WebSocket to us with another one.
      mayChange: true,
      stream: streamOver(connection),
    });
    server.handleUpgrade(request, connection, head, (socket: WebSocket) => {
      sockets.add(socket, admitted);
      server.emit('connection', socket, request);
    });
  }

  http.on('upgrade', (request, connection, head) => {
    connection.on('error', () => connection.destroy());
    if (new URL(request.url ?? '/', 'http://localhost').pathname !== '/trpc')
      return refuse(connection, '404 Not Found');
    upgrade(request, connection, head).catch((error: unknown) => {
      log.error({ error }, 'a WebSocket could not be opened');
      refuse(connection, '500 Internal Server Error');
    });
  });
}
