/**
 * The one place where WebSockets are let in, whatever is spoken over them. A request for one goes through the router
 * like every other request: so who asks is found out as everywhere else, and a "no" is an answer like any other.
 */
import { type IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type WebSocket, WebSocketServer } from 'ws';
import { EdgeRefusal } from '../wire/envelope.ts';
import type { Admitted, OpenSockets } from './open-sockets.ts';

/** The largest message a peer may send, in bytes. */
const LARGEST_MESSAGE = 1024 * 1024;
/** Nobody needs more, and nobody may fill the memory. */
const SOCKETS_PER_PERSON = 100;

export interface Door<Guest extends Admitted> {
  /** Who is behind a request. @throws EdgeRefusal for whoever is turned away */
  readonly admit: (request: FastifyRequest) => Promise<Guest>;
  /** Takes over the open socket. `connection` is the raw one below it. */
  readonly opened: (socket: WebSocket, request: FastifyRequest, guest: Guest, connection: Duplex) => void;
}

export interface Doors {
  /** Opens WebSockets at a path of a scope. Without the wish for one there is nothing there. */
  at<Guest extends Admitted>(scope: FastifyInstance, path: string, door: Door<Guest>): void;
}

/** Has a server's router answer upgrades too. */
export function acceptSockets(app: FastifyInstance, sockets: OpenSockets): Doors {
  const server = new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE, clientTracking: false });
  const wishes = new WeakMap<IncomingMessage, { readonly connection: Duplex; readonly head: Buffer }>();

  app.server.on('upgrade', (request, connection, head) => {
    connection.on('error', () => connection.destroy());
    // A body would never arrive: behind an upgrade there is no HTTP any more.
    if (request.method !== 'GET')
      return connection.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
    const response = new ServerResponse(request);
    response.shouldKeepAlive = false;
    response.assignSocket(request.socket);
    response.once('finish', () => connection.end());
    wishes.set(request, { connection, head });
    app.routing(request, response);
  });

  return {
    at(scope, path, { admit, opened }) {
      scope.get(path, async (request, reply) => {
        const wish = wishes.get(request.raw);
        if (wish === undefined) return reply.callNotFound();
        const { connection, head } = wish;
        const guest = await admit(request);
        if (sockets.countOf(guest.userName) >= SOCKETS_PER_PERSON)
          throw new EdgeRefusal(
            'too_many_sockets',
            `You have ${SOCKETS_PER_PERSON} live connections open already. Close some first.`,
          );
        reply.hijack();
        reply.raw.detachSocket(request.raw.socket);
        if (connection.destroyed) return;
        server.handleUpgrade(request.raw, connection, head, (socket) => {
          // A breach of the protocol: the socket closes by itself, with the code that says which.
          socket.on('error', () => {});
          sockets.add(socket, guest);
          opened(socket, request, guest, connection);
        });
      });
    },
  };
}
