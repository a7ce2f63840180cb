/** The wire of other systems: REST with HTTP Basic, as in the README of every program that submits work. */
import { NoAnswer } from './insist.ts';

const ANSWER_WITHIN = 15_000;

export interface RestAnswer {
  readonly status: number;
  readonly body: unknown;
  /** From the `ETag`. */
  readonly version: number;
}

export interface RestCall {
  readonly method?: 'GET' | 'POST';
  readonly body?: unknown;
  readonly commandId?: string;
}

export type Rest = (path: string, call?: RestCall) => Promise<RestAnswer>;

/** One user of the demo contact centre at `/api/v1`. Throws `NoAnswer` for everything but an answer. */
export function restAs(url: string, userName: string): Rest {
  const authorization = `Basic ${Buffer.from(`${userName}:demo`).toString('base64')}`;
  return async (path, { method = 'GET', body, commandId } = {}) => {
    let answer: Response;
    let text: string;
    try {
      answer = await fetch(`${url}/api/v1${path}`, {
        method,
        headers: {
          authorization,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(commandId === undefined ? {} : { 'idempotency-key': commandId }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(ANSWER_WITHIN),
      });
      text = await answer.text();
    } catch (cause) {
      throw new NoAnswer(`${method} ${path}: no answer`, { cause });
    }
    if (answer.status >= 500 || answer.status === 429)
      throw new NoAnswer(`${method} ${path}: ${answer.status} ${text.slice(0, 200)}`);
    return {
      status: answer.status,
      body: JSON.parse(text),
      version: Number(answer.headers.get('etag')?.replaceAll('"', '')),
    };
  };
}
