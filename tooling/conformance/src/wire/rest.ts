/** REST as a stranger's program sends it: Basic, a cookie jar, the CSRF pair when the server shows one. */
import { CookieJar } from './cookies.ts';

export interface Answer {
  /** What was asked, for the report. */
  readonly asked: string;
  readonly http: number;
  readonly headers: Headers;
  readonly text: string;
  /** `undefined` when the body is no JSON. */
  readonly body: unknown;
}

export interface Credentials {
  readonly user: string;
  readonly password: string;
}

export interface Sending {
  readonly method?: string;
  /** Sent as it is, instead of JSON made from a value. */
  readonly raw?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Rest {
  readonly base: string;
  readonly jar: CookieJar;
  readonly headers: Readonly<Record<string, string>>;
  get(path: string, sending?: Sending): Promise<Answer>;
  /** Sends `body` as JSON, or `sending.raw` as it is. */
  post(path: string, body: unknown, sending?: Sending): Promise<Answer>;
}

/** Opens a client; without credentials it is a stranger. `path` is below `base`, or a whole address. */
export function openRest(base: string, credentials?: Credentials): Rest {
  const jar = new CookieJar();
  const csrf = new Map<string, string>();
  const authorization: Record<string, string> =
    credentials === undefined
      ? {}
      : {
          authorization: `Basic ${Buffer.from(`${credentials.user}:${credentials.password}`).toString('base64')}`,
        };

  const send = async (method: string, path: string, content: string | undefined, sending: Sending) => {
    const response = await fetch(new URL(path, base), {
      method,
      redirect: 'manual',
      headers: {
        accept: 'application/json',
        ...(content === undefined ? {} : { 'content-type': 'application/json' }),
        ...authorization,
        ...(jar.pairs().length > 0 ? { cookie: jar.pairs().join('; ') } : {}),
        ...Object.fromEntries(csrf),
        ...sending.headers,
      },
      ...(content === undefined ? {} : { body: content }),
    });
    for (const cookie of response.headers.getSetCookie()) jar.store(cookie);
    const [header, token] = [response.headers.get('x-csrf-header'), response.headers.get('x-csrf-token')];
    if (header !== null && token !== null) csrf.set(header, token);
    const text = await response.text();
    return {
      asked: `${method} ${path}${content === undefined ? '' : ` ${shortened(content)}`}`,
      http: response.status,
      headers: response.headers,
      text,
      body: parsed(text),
    };
  };

  return {
    base,
    jar,
    headers: authorization,
    get: (path, sending = {}) => send(sending.method ?? 'GET', path, undefined, sending),
    post: (path, body, sending = {}) =>
      send(sending.method ?? 'POST', path, sending.raw ?? JSON.stringify(body), sending),
  };
}

const shortened = (text: string): string => (text.length > 200 ? `${text.slice(0, 200)}…` : text);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A body that is no JSON is a finding of the case that reads it, not a failure of the client.
    return undefined;
  }
}
