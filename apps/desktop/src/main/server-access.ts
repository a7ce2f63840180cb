/** Requests of the page to the server in use: the page names a path, and only this process knows the rest. */
import { LARGEST_KEPT, type ServerAnswer, type ServerRequest } from '../shared/contract.ts';
import type { Login } from './login.ts';

export interface ServerAccess {
  readonly origin: string;
  readonly login: Login;
  readonly fetch: typeof globalThis.fetch;
}

/** Longer than the page waits: it gives up first, and says so. */
const LONGEST = 30_000;

/** Asks the server. Not reached is an answer too; a redirect is not followed, for it could lead anywhere. */
export async function askServer(access: ServerAccess, request: ServerRequest): Promise<ServerAnswer> {
  const { origin, login, fetch } = access;
  let response: Response;
  let body: string;
  try {
    response = await fetch(`${origin}${request.path}`, {
      method: request.method,
      headers: {
        ...login.headers(),
        ...(request.contentType === undefined ? {} : { 'content-type': request.contentType }),
      },
      ...(request.body === undefined || request.method === 'GET' ? {} : { body: request.body }),
      redirect: 'manual',
      signal: AbortSignal.timeout(LONGEST),
    });
    body = await response.text();
  } catch {
    // Whatever kept it from arriving, the page learns the one thing that it can act upon.
    return { reached: false };
  }
  if (response.status >= 300 && response.status < 400) return { reached: false };
  if (body.length > LARGEST_KEPT) return { reached: false };
  login.heard(response.headers.getSetCookie());
  const retryAfter = response.headers.get('retry-after');
  return {
    reached: true,
    status: response.status,
    contentType: response.headers.get('content-type') ?? '',
    body,
    ...(retryAfter === null ? {} : { retryAfter }),
  };
}
