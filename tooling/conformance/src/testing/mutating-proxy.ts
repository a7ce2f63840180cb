/** A reverse proxy that passes everything on and breaks answers on the way back: a server with one fault, to order. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** An answer on its way back. */
export interface Passing {
  readonly method: string;
  readonly path: string;
  readonly http: number;
  /** Parsed JSON: the envelope, or an array of Bayeux messages. A fault changes it in place or puts another here. */
  body: unknown;
  /** Set by a fault that answers with another HTTP status. */
  status?: number;
}

export type Fault = (passing: Passing) => void;

/** Listens on a free port of this machine in front of `target`. */
export async function startMutatingProxy(
  target: string,
  fault: Fault,
): Promise<AsyncDisposable & { readonly url: string }> {
  const server = createServer((asked, answer) => {
    const onward = request(new URL(asked.url ?? '/', target), {
      method: asked.method,
      headers: asked.headers,
    });
    // A client that goes away must not leave its poll open behind the proxy, nor bring the proxy down.
    onward.on('error', () => answer.destroy());
    answer.on('close', () => onward.destroy());
    onward.on('response', (came) => void passBack(asked, came, answer, fault).catch(() => answer.destroy()));
    asked.pipe(onward);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function passBack(asked: IncomingMessage, came: IncomingMessage, answer: ServerResponse, fault: Fault) {
  const content = await buffer(came);
  const { 'content-length': _length, 'transfer-encoding': _encoding, ...headers } = came.headers;
  const passing: Passing = {
    method: asked.method ?? '',
    path: asked.url ?? '',
    http: came.statusCode ?? 500,
    body: undefined,
  };
  let sent = content;
  if (came.headers['content-type']?.includes('json') && content.length > 0) {
    passing.body = JSON.parse(content.toString('utf8'));
    fault(passing);
    sent = Buffer.from(JSON.stringify(passing.body));
  }
  answer.writeHead(passing.status ?? passing.http, { ...headers, 'content-length': sent.length });
  answer.end(sent);
}
