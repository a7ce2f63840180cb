/** Finds out who a request comes from, and whether it may change anything. */
import type { FastifyRequest } from 'fastify';
import { EdgeRefusal } from '../wire/envelope.ts';
import { CSRF_HEADER, SESSION_COOKIE } from './cookies.ts';
import type { Credentials } from './credentials.ts';
import type { Logins } from './logins.ts';
import { csrfTokenOf, hashSecret, sameSecret } from './secrets.ts';

/** A request whose sender is known. */
export interface SignedIn {
  readonly userName: string;
  /** The login behind the cookie; absent with HTTP Basic. */
  readonly login?: { readonly secretHash: string; readonly csrfToken: string };
  /** It was sent by our page or by a program, not by a foreign page riding on the cookie. */
  readonly mayChange: boolean;
}

const header = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
};

/** The sender behind the session cookie. */
export async function identifyByCookie(
  request: FastifyRequest,
  logins: Logins,
): Promise<SignedIn | undefined> {
  const secret = request.cookies[SESSION_COOKIE];
  if (secret === undefined || secret === '') return undefined;
  const login = await logins.use(secret);
  if (login === undefined) return undefined;
  const csrfToken = csrfTokenOf(secret);
  const shown = header(request, CSRF_HEADER);
  return {
    userName: login.userName,
    login: { secretHash: hashSecret(secret), csrfToken },
    mayChange: shown !== undefined && sameSecret(shown, csrfToken),
  };
}

function readBasic(authorization: string | undefined): { userName: string; password: string } | undefined {
  const encoded = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(authorization ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 1 ? undefined : { userName: text.slice(0, colon), password: text.slice(colon + 1) };
}

/** The sender by HTTP Basic if that is what the request uses, else by cookie. Wrong Basic is not saved by a cookie. */
export async function identify(
  request: FastifyRequest,
  logins: Logins,
  credentials: Credentials,
): Promise<SignedIn | undefined> {
  if (request.headers.authorization === undefined) return identifyByCookie(request, logins);
  const basic = readBasic(request.headers.authorization);
  if (basic === undefined) return undefined;
  const matches = await credentials.checkRemembered(basic.userName, basic.password, request.ip);
  return matches ? { userName: basic.userName, mayChange: true } : undefined;
}

const CHANGES_NOTHING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** @throws EdgeRefusal unless somebody is signed in and a change comes from our own page or a program */
export function demand(signedIn: SignedIn | undefined, method: string): SignedIn {
  if (signedIn === undefined)
    throw new EdgeRefusal(
      'unauthenticated',
      'Nobody is signed in here. Sign in, or send a user name and password by HTTP Basic.',
    );
  if (!CHANGES_NOTHING.has(method) && !signedIn.mayChange)
    throw new EdgeRefusal(
      'csrf_missing',
      `A change needs the header ${CSRF_HEADER} with the token of this login. Read the token from GET /api/v1/me.`,
    );
  return signedIn;
}
