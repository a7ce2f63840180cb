/** The two cookies of a signed-in browser. */
import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply } from 'fastify';
import { csrfTokenOf } from './secrets.ts';

/** Opens the session; no script can read it. */
export const SESSION_COOKIE = 'intray_session';
/** The CSRF token, readable by our own page, so that a reload finds it again. Worthless without the other cookie. */
export const CSRF_COOKIE = 'intray_csrf';
/** The header in which a page repeats the token. */
export const CSRF_HEADER = 'x-intray-csrf';

export interface CookieSettings {
  /** Only over TLS. Follows the public address unless said otherwise. */
  readonly secure: boolean;
  readonly domain?: string;
}

const options = ({ secure, domain }: CookieSettings, httpOnly: boolean): CookieSerializeOptions => ({
  path: '/',
  httpOnly,
  secure,
  sameSite: 'lax',
  ...(domain === undefined ? {} : { domain }),
});

/** Gives both cookies. They last as long as the browser; how long they open anything is the login's business. */
export function giveCookies(reply: FastifyReply, secret: string, settings: CookieSettings): void {
  reply.setCookie(SESSION_COOKIE, secret, options(settings, true));
  reply.setCookie(CSRF_COOKIE, csrfTokenOf(secret), options(settings, false));
}

/** Takes both cookies away. */
export function takeCookies(reply: FastifyReply, settings: CookieSettings): void {
  reply.clearCookie(SESSION_COOKIE, options(settings, true));
  reply.clearCookie(CSRF_COOKIE, options(settings, false));
}
