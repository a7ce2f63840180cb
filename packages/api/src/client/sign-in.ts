/** Signing in and out from a desk. */

export interface SignedInAs {
  readonly userName: string;
  readonly csrfToken?: string;
}

/** A "no" of the server to a REST request. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly status: number;
  /** After too many attempts: seconds to wait. */
  readonly retryAfter?: number;
}

export type SignInAnswer =
  | { readonly ok: true; readonly value: SignedInAs }
  | { readonly ok: false; readonly problem: Problem };

export interface SignIn {
  login(userName: string, password: string): Promise<SignInAnswer>;
  /** Who is signed in here; a problem with status 401 if nobody is. */
  me(): Promise<SignInAnswer>;
  logout(): Promise<void>;
  logoutEverywhere(): Promise<void>;
}

interface Ports {
  readonly baseUrl: string;
  readonly fetch: typeof globalThis.fetch;
  readonly csrf: () => string | undefined;
  readonly remember: (csrfToken: string | undefined) => void;
}

async function problemOf(response: Response): Promise<Problem> {
  const text = await response.text();
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
  const more = { status: response.status, ...(Number.isFinite(retryAfter) ? { retryAfter } : {}) };
  const unexplained = {
    code: 'unreachable',
    message: `The server answered ${response.status} without saying why. Try again.`,
    ...more,
  };
  if (!response.headers.get('content-type')?.includes('application/json')) return unexplained;
  const { error } = JSON.parse(text) as { error?: { code: string; message: string } };
  return error === undefined ? unexplained : { code: error.code, message: error.message, ...more };
}

/** @throws TypeError when the server cannot be reached */
export function signIn({ baseUrl, fetch, csrf, remember }: Ports): SignIn {
  const post = (path: string, body?: unknown) => {
    const token = csrf();
    return fetch(`${baseUrl}/api/v1/${path}`, {
      method: 'POST',
      credentials: 'include',
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { 'x-intray-csrf': token }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  };

  async function answer(response: Response): Promise<SignInAnswer> {
    if (!response.ok) return { ok: false, problem: await problemOf(response) };
    const value = (await response.json()) as SignedInAs;
    remember(value.csrfToken);
    return { ok: true, value };
  }

  async function leave(path: string): Promise<void> {
    const response = await post(path);
    // Signed out already is what was asked for.
    if (!response.ok && response.status !== 401) throw new Error((await problemOf(response)).message);
    remember(undefined);
  }

  return {
    login: async (userName, password) => answer(await post('login', { userName, password })),
    me: async () => answer(await fetch(`${baseUrl}/api/v1/me`, { credentials: 'include' })),
    logout: () => leave('logout'),
    logoutEverywhere: () => leave('logout-everywhere'),
  };
}
