/**
 * The port, open from the first moment: it answers "starting" while the database comes up, and then passes everything
 * on to the server behind it. Opened first, so that a taken port is found before anything else is touched.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The port cannot be opened; the message says what to do. */
export class PortUnusable extends Error {
  override readonly name = 'PortUnusable';
}

export interface Front {
  /** As a browser on this machine types it. */
  readonly url: string;
  readonly port: number;
  /** From now on the server behind answers. It must be ready and not listening itself. */
  handOver(server: Server): void;
  /** Takes no new connections; resolves when those in hand are done, at the latest after `withinMs`. */
  close(withinMs: number): Promise<void>;
}

/** @throws PortUnusable */
export async function openFront(host: string, port: number): Promise<Front> {
  let behind: Server | undefined;
  let closing = false;
  const server = createServer((request, response) => {
    if (closing) response.shouldKeepAlive = false;
    // An answer that was on its way when the closing began leaves an idle connection behind.
    response.once('close', () => closing && setImmediate(() => server.closeIdleConnections()));
    if (behind === undefined) answerStarting(request, response);
    else behind.emit('request', request, response);
  });
  server.on('upgrade', (request, socket, head) => {
    if (behind === undefined) socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n');
    else behind.emit('upgrade', request, socket, head);
  });

  await listen(server, host, port);
  const bound = server.address() as AddressInfo;
  return {
    url: `http://${nameOf(bound)}:${bound.port}`,
    port: bound.port,
    handOver(next) {
      // Its time limits were chosen for it, and would not bite on a server that does not listen.
      server.requestTimeout = next.requestTimeout;
      server.headersTimeout = next.headersTimeout;
      server.keepAliveTimeout = next.keepAliveTimeout;
      server.on('clientError', (cause, socket) => next.emit('clientError', cause, socket));
      behind = next;
    },
    async close(withinMs) {
      closing = true;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      const impatience = setTimeout(() => server.closeAllConnections(), withinMs);
      await closed;
      clearTimeout(impatience);
    },
  };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(new PortUnusable(explain(cause, host, port))),
    );
    server.listen({ host: host.replace(/^\[(.*)\]$/, '$1'), port }, () => resolve());
  });
}

function explain(cause: NodeJS.ErrnoException, host: string, port: number): string {
  const next = `Set PORT to another one: PORT=${port + 1} npm start`;
  switch (cause.code) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is taken by another program, perhaps by another Intray. Stop that one, or: ${next}`;
    case 'EACCES':
      return `Port ${port} may not be opened by this user; ports below 1024 often belong to the system. ${next}`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST=${host} is not an address of this machine. Unset HOST, or name one that it has (0.0.0.0 for all).`;
    default:
      return `Port ${port} on ${host} cannot be opened: ${cause.message}.`;
  }
}

/** What to type: "every address" is no address. */
function nameOf({ address, family }: AddressInfo): string {
  if (address === '0.0.0.0' || address === '::') return 'localhost';
  return family === 'IPv6' ? `[${address}]` : address;
}

const STARTING_PAGE =
  '<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="1"><title>Intray</title>' +
  '<p style="font: 1.1rem system-ui; margin: 4rem">Intray is starting …</p>';

function answerStarting(request: IncomingMessage, response: ServerResponse): void {
  const forPeople = request.headers.accept?.includes('text/html') ?? false;
  const message = 'Intray is starting. Try again in a moment.';
  response.writeHead(503, {
    'retry-after': '1',
    'cache-control': 'no-store',
    'content-type': forPeople ? 'text/html; charset=utf-8' : 'application/json',
  });
  // Programs of the Genesys wire read its envelope, and 4 as "try again".
  const envelope = /^\/api\/v2(?:[/?]|$)/.test(request.url ?? '')
    ? { statusCode: 4, statusMessage: message }
    : { error: { code: 'starting', message } };
  response.end(forPeople ? STARTING_PAGE : JSON.stringify(envelope));
}
