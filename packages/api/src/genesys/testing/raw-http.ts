/** HTTP as nobody's client library sends it: any method, any path, any bytes. */
import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';

export interface RawRequest {
  readonly method: string;
  /** As it stands on the request line. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export interface RawAnswer {
  readonly status: number;
  readonly text: string;
  /** Parsed, if it is JSON. */
  readonly json: unknown;
}

const agent = new Agent({ keepAlive: true, maxSockets: 4 });

/** Resolves with the answer, also when the server gives it before it has read the request. */
export function sendRaw(url: string, { method, path, headers = {}, body }: RawRequest): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const sent = request({ agent, hostname, port, method, path, headers: { ...headers, ...length } });
    let answered = false;
    sent.on('response', (came) => {
      answered = true;
      text(came).then((content) => {
        const isJson = came.headers['content-type']?.includes('json') ?? false;
        resolve({
          status: came.statusCode ?? 0,
          text: content,
          json: isJson && content !== '' ? JSON.parse(content) : undefined,
        });
      }, reject);
    });
    // A server may close the connection on a body it does not want.
    sent.on('error', (cause) => (answered ? undefined : reject(cause)));
    sent.end(body);
  });
}
