/** The least a Bayeux client can be: nothing of a library's cost is in a figure. One session each. */
import { Agent, request } from 'node:http';
import { WebSocket } from 'ws';
import type { Transport } from './conversation.ts';

interface Message {
  readonly channel: string;
  readonly successful?: boolean;
  readonly clientId?: string;
}

interface Opening {
  readonly url: string;
  readonly cookie: string;
  readonly channel: string;
  /** Hears every answer to the session, as it came. */
  readonly onText: (text: string) => void;
  readonly onFailure: (cause: unknown) => void;
}

/** Sends a batch and resolves with the text that answers it. */
type Exchange = (messages: readonly object[]) => Promise<string>;

const agent = new Agent({ keepAlive: true });

/** Opens a session, subscribes it to the channel, and listens from then on. */
export async function openClient(transport: Transport, opening: Opening): Promise<void> {
  const { url, cookie, channel, onText, onFailure } = opening;
  const exchange = transport === 'websocket' ? await overSocket(url, cookie) : overPolling(url, cookie);
  const supported = { version: '1.0', supportedConnectionTypes: [transport] };
  const [shaken] = read(await exchange([{ id: 'h', channel: '/meta/handshake', ...supported }]));
  const clientId = shaken?.clientId;
  if (clientId === undefined) throw new Error(`A handshake was refused: ${JSON.stringify(shaken)}`);
  const subscribed = read(
    await exchange([{ id: 's', channel: '/meta/subscribe', clientId, subscription: channel }]),
  );
  if (!subscribed.some(({ successful }) => successful))
    throw new Error(`Not subscribed: ${JSON.stringify(subscribed)}`);

  async function listen(): Promise<never> {
    for (let id = 1; ; id += 1) {
      const connect = { id: String(id), channel: '/meta/connect', clientId, connectionType: transport };
      const text = await exchange([connect]);
      onText(text);
      if (!text.includes('"successful":true')) throw new Error(`A connect failed: ${text}`);
    }
  }
  listen().catch(onFailure);
}

const read = (text: string) => JSON.parse(text) as readonly Message[];

function overPolling(url: string, cookie: string): Exchange {
  let browser = '';
  return (messages) => {
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    const body = JSON.stringify(messages);
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      cookie: [cookie, browser].filter((part) => part !== '').join('; '),
    };
    const asked = request(url, { method: 'POST', agent, headers }, (answer) => {
      for (const line of answer.headers['set-cookie'] ?? [])
        if (line.startsWith('BAYEUX_BROWSER=')) browser = line.split(';', 1)[0] ?? '';
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => {
        text += chunk;
      });
      answer.on('error', reject);
      answer.on('end', () =>
        answer.statusCode === 200 ? resolve(text) : reject(new Error(`${answer.statusCode}: ${text}`)),
      );
    });
    asked.on('error', reject);
    asked.end(body);
    return promise;
  };
}

async function overSocket(url: string, cookie: string): Promise<Exchange> {
  const socket = new WebSocket(url.replace('http', 'ws'), { headers: { cookie } });
  let answered: PromiseWithResolvers<string> | undefined;
  const opened = Promise.withResolvers<void>();
  const fail = (cause: unknown) => {
    opened.reject(cause);
    answered?.reject(cause);
  };
  socket.on('open', () => opened.resolve());
  socket.on('error', fail);
  socket.on('close', (code) => fail(new Error(`The server closed a socket with ${code}.`)));
  socket.on('message', (frame: Buffer) => answered?.resolve(frame.toString()));
  await opened.promise;
  return (messages) => {
    answered = Promise.withResolvers<string>();
    socket.send(JSON.stringify(messages));
    return answered.promise;
  };
}
