/** Signing in and out, and "who am I". */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { EdgeRefusal } from '../wire/envelope.ts';
import { parse } from '../wire/parse.ts';
import { type CookieSettings, giveCookies, SESSION_COOKIE, takeCookies } from './cookies.ts';
import type { Credentials } from './credentials.ts';
import { demand, identify } from './identify.ts';
import type { Logins } from './logins.ts';
import { type Home, isOurOrigin } from './origin.ts';
import { csrfTokenOf, hashSecret } from './secrets.ts';

export const LoginBody = z
  .object({ userName: z.string().min(1).max(255), password: z.string().min(1).max(1024) })
  .strict();

/** What `POST /api/v1/login` and `GET /api/v1/me` answer. */
export interface Me {
  readonly userName: string;
  /** To be repeated in `x-intray-csrf`; absent with HTTP Basic, which needs none. */
  readonly csrfToken?: string;
}

export interface SignInPorts {
  readonly credentials: Credentials;
  readonly logins: Logins;
  readonly cookies: CookieSettings;
  readonly home: Home;
}

/** Mounts login, logout, logout-everywhere and me below the scope's prefix. */
export function mountSignIn(app: FastifyInstance, { credentials, logins, cookies, home }: SignInPorts): void {
  app.post('/login', async (request, reply): Promise<Me> => {
    // Without this a foreign page could sign its visitor in as somebody else and read what they then write.
    if (!isOurOrigin(request.headers, home))
      throw new EdgeRefusal(
        'origin_foreign',
        'Sign in from the page of Intray itself, not from another site.',
      );
    const { userName, password } = parse(LoginBody, request.body);
    if (!(await credentials.check(userName, password, request.ip)))
      throw new EdgeRefusal('unauthenticated', 'The user name or the password is wrong. Type both again.');

    // One browser, one login: the one before, if any, must not stay open unseen.
    const before = request.cookies[SESSION_COOKIE];
    if (before) await logins.close(hashSecret(before));
    const secret = await logins.open(userName);
    giveCookies(reply, secret, cookies);
    return { userName, csrfToken: csrfTokenOf(secret) };
  });

  app.post('/logout', async (request, reply) => {
    const { login } = demand(await identify(request, logins, credentials), request.method);
    if (login) await logins.close(login.secretHash);
    takeCookies(reply, cookies);
    return reply.code(204).send();
  });

  app.post('/logout-everywhere', async (request, reply) => {
    const { userName } = demand(await identify(request, logins, credentials), request.method);
    const closed = await logins.closeAll(userName);
    takeCookies(reply, cookies);
    return { closed };
  });

  app.get('/me', async (request): Promise<Me> => {
    const { userName, login } = demand(await identify(request, logins, credentials), request.method);
    return login ? { userName, csrfToken: login.csrfToken } : { userName };
  });
}
