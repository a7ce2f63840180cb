/**
 * Who asks, as clients of this API show it: HTTP Basic, or the cookie `JSESSIONID`, which the first request by Basic is
 * given. The cookie is a login like any other, so signing out and the cookies of Intray's own pages count here too.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type CookieSettings, CSRF_HEADER, SESSION_COOKIE } from '../signin/cookies.ts';
import type { Credentials } from '../signin/credentials.ts';
import { identify } from '../signin/identify.ts';
import type { Logins } from '../signin/logins.ts';
import { csrfTokenOf, sameSecret } from '../signin/secrets.ts';
import type { Clock } from '../wire/clock.ts';
import { EdgeRefusal } from '../wire/envelope.ts';
import type { Settled } from './options.ts';

export const JSESSIONID = 'JSESSIONID';
export const CSRF_NAME = 'X-CSRF-TOKEN';
/** Clients without a cookie store show Basic again and again; within this time they share one login, in milliseconds. */
const SHARED_FOR = 10 * 60 * 1000;

export interface Visitor {
  readonly userName: string;
  /** Behind the cookie, if there is one. */
  readonly secret: string | undefined;
  /** Asks by Basic, which no foreign page can make a browser send. */
  readonly byBasic: boolean;
}

export interface SessionPorts {
  readonly logins: Logins;
  readonly credentials: Credentials;
  readonly cookies: CookieSettings;
  readonly clock: Clock;
  readonly settings: Settled;
}

export interface Sessions {
  /** The sender of a request; `undefined` for a stranger. */
  visitor(request: FastifyRequest): Promise<Visitor | undefined>;
  /** The same for a request that comes again and again. */
  listener(request: FastifyRequest): Promise<Visitor | undefined>;
  /** @throws EdgeRefusal for a stranger, and for a change that a foreign page may have caused */
  admit(request: FastifyRequest): Promise<Visitor>;
  /** Gives the cookie to whoever has none yet, and the token that changes by cookie must show. */
  greet(visitor: Visitor, reply: FastifyReply): Promise<void>;
}

const header = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
};

export function sessions({ logins, credentials, cookies, clock, settings }: SessionPorts): Sessions {
  const shared = new Map<string, { readonly secret: Promise<string>; readonly until: number }>();

  /** The open login of a person who shows Basic without a cookie. */
  function openLogin(userName: string): Promise<string> {
    const now = clock();
    for (const [name, { until }] of shared) if (until <= now) shared.delete(name);
    const known = shared.get(userName);
    if (known !== undefined) return known.secret;
    const secret = logins.open(userName);
    shared.set(userName, { secret, until: now + SHARED_FOR });
    secret.catch(() => shared.delete(userName));
    return secret;
  }

  type Use = Logins['use'];

  async function byCookie(request: FastifyRequest, use: Use): Promise<Visitor | undefined> {
    const secret = request.cookies[JSESSIONID] || request.cookies[SESSION_COOKIE];
    const login = secret ? await use(secret) : undefined;
    return login && secret ? { userName: login.userName, secret, byBasic: false } : undefined;
  }

  async function visitor(request: FastifyRequest, use: Use): Promise<Visitor | undefined> {
    if (request.headers.authorization === undefined) return byCookie(request, use);
    const basic = await identify(request, logins, credentials);
    if (basic === undefined) return undefined;
    const own = await byCookie(request, use);
    return {
      userName: basic.userName,
      secret: own?.userName === basic.userName ? own.secret : undefined,
      byBasic: true,
    };
  }

  function mayChange(request: FastifyRequest, { secret, byBasic }: Visitor): boolean {
    if (byBasic || !settings.enableCsrfProtection || secret === undefined) return true;
    const shown = header(request, CSRF_NAME.toLowerCase()) ?? header(request, CSRF_HEADER);
    return shown !== undefined && sameSecret(shown, csrfTokenOf(secret));
  }

  return {
    visitor: (request) => visitor(request, logins.use),
    listener: (request) => visitor(request, logins.useOften),
    async admit(request) {
      const found = await visitor(request, logins.use);
      if (found === undefined)
        throw new EdgeRefusal(
          'unauthenticated',
          'Nobody is signed in here. Send a user name and password by HTTP Basic.',
        );
      if (request.method !== 'GET' && !mayChange(request, found))
        throw new EdgeRefusal('csrf_missing', 'Missing or invalid Csrf token');
      return found;
    },
    async greet(found, reply) {
      let { secret } = found;
      // Behind a stored cookie of Basic's the login may have been closed since: then it is replaced.
      if (secret === undefined) {
        secret = await openLogin(found.userName);
        if ((await logins.use(secret)) === undefined) {
          shared.delete(found.userName);
          secret = await openLogin(found.userName);
        }
        const crossSite = (settings.crossOrigin?.allowedOrigins.length ?? 0) > 0 && cookies.secure;
        reply.setCookie(JSESSIONID, secret, {
          path: '/',
          httpOnly: true,
          secure: cookies.secure,
          sameSite: crossSite ? 'none' : 'lax',
          ...(cookies.domain === undefined ? {} : { domain: cookies.domain }),
        });
      }
      if (settings.enableCsrfProtection)
        reply.header('X-CSRF-HEADER', CSRF_NAME).header(CSRF_NAME, csrfTokenOf(secret));
    },
  };
}
