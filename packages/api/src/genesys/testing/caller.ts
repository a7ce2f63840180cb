/** Calls of one person over real HTTP. */
import { basic } from '../../testing/running-server.ts';

export interface Answered {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Headers;
}

export interface Caller {
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answered>;
  post(path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answered>;
}

/** @param url of the server; paths are below `/api/v2` */
export function caller(url: string, userName: string): Caller {
  async function send(path: string, init: RequestInit): Promise<Answered> {
    const response = await fetch(`${url}/api/v2${path}`, {
      ...init,
      headers: { ...basic(userName), ...(init.headers as Record<string, string>) },
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? {} : JSON.parse(text), headers: response.headers };
  }
  return {
    get: (path, headers = {}) => send(path, { headers }),
    post: (path, body, headers = {}) =>
      send(path, {
        method: 'POST',
        body: JSON.stringify(body ?? {}),
        headers: { 'content-type': 'application/json', ...headers },
      }),
  };
}
