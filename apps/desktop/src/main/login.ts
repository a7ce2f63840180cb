/**
 * The sign-in at one server: its cookies, kept here and sealed in the vault. The page never sees them, so nothing that
 * runs in the page can take them away.
 */
import { z } from 'zod';
import { jsonIn } from './kept-file.ts';
import type { Vault } from './vault.ts';

const SESSION = 'intray_session';
const CSRF = 'intray_csrf';
const Cookies = z.record(z.enum([SESSION, CSRF]), z.string().max(4_096)).or(z.object({}).strict());
type Cookies = Partial<Record<typeof SESSION | typeof CSRF, string>>;

export interface Login {
  /** Headers that make a request one of the person signed in. */
  headers(): Readonly<Record<string, string>>;
  /** Takes over what the server set or took away. */
  heard(setCookies: readonly string[]): void;
  forget(): void;
}

function readCookie(line: string): { name: string; value: string; over: boolean } | undefined {
  const [pair = '', ...attributes] = line.split(';');
  const cut = pair.indexOf('=');
  if (cut < 1) return undefined;
  const value = pair.slice(cut + 1).trim();
  const over =
    value === '' || attributes.some((one) => /^\s*(max-age=0|expires=thu, 01 jan 1970)/i.test(one));
  return { name: pair.slice(0, cut).trim(), value, over };
}

/** The sign-in that is kept in the vault under this name; without a vault it lasts as long as the desk runs. */
export function loginIn(vault: Vault, name: string): Login {
  const parsed = Cookies.safeParse(jsonIn(vault.read(name) ?? '{}'));
  let cookies: Cookies = parsed.success ? parsed.data : {};
  const become = (next: Cookies) => {
    cookies = next;
    if (Object.keys(next).length === 0) vault.forget(name);
    else vault.write(name, JSON.stringify(next));
  };

  return {
    headers() {
      const pairs = Object.entries(cookies).map(([key, value]) => `${key}=${value}`);
      return {
        ...(pairs.length === 0 ? {} : { cookie: pairs.join('; ') }),
        ...(cookies[CSRF] === undefined ? {} : { 'x-intray-csrf': decodeURIComponent(cookies[CSRF]) }),
      };
    },
    heard(setCookies) {
      const next = { ...cookies };
      for (const line of setCookies) {
        const cookie = readCookie(line);
        if (cookie?.name !== SESSION && cookie?.name !== CSRF) continue;
        if (cookie.over) delete next[cookie.name];
        else next[cookie.name] = cookie.value;
      }
      if (JSON.stringify(next) !== JSON.stringify(cookies)) become(next);
    },
    forget: () => become({}),
  };
}
