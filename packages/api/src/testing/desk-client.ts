/** The real client, over real sockets, as one signed-in person. Node keeps no cookies, so they are carried by hand. */
import { WebSocket as NodeWebSocket } from 'ws';
import { type ClientOptions, createIntrayClient, type IntrayClient } from '../client/index.ts';
import { PASSWORD } from './running-server.ts';

export interface DeskClient extends IntrayClient, AsyncDisposable {
  readonly cookies: ReadonlyMap<string, string>;
}

/** @param url of the server; `options.baseUrl` may name a detour to it, such as a proxy that cuts */
export async function deskClient(
  url: string,
  userName: string,
  options: ClientOptions = {},
): Promise<DeskClient> {
  const cookies = new Map<string, string>();
  const cookie = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const { fetch: send = globalThis.fetch } = options;

  const fetch: typeof globalThis.fetch = async (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set('cookie', cookie());
    const answer = await send(input, { ...init, headers });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';', 1)[0] ?? '').split('=');
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  };

  class WebSocket extends NodeWebSocket {
    constructor(address: string) {
      super(address, { headers: { cookie: cookie() } });
    }
  }

  const client = createIntrayClient({
    baseUrl: url,
    backoff: { first: 1, longest: 5 },
    WebSocket: WebSocket as unknown as typeof globalThis.WebSocket,
    ...options,
    fetch,
  });
  const answer = await client.login(userName, PASSWORD);
  if (!answer.ok) throw new Error(`${userName} could not sign in: ${answer.problem.message}`);
  return { ...client, cookies, [Symbol.asyncDispose]: async () => client.close() };
}
