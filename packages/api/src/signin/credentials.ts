/** Checks a user name and password, for the sign-in form and for HTTP Basic alike. */
import { createHmac, randomBytes } from 'node:crypto';
import type { Accounts } from '@intray/core';
import type { Clock } from '../wire/clock.ts';
import type { Attempts } from './attempts.ts';
import { passwordVerifier, type VerifyPassword } from './passwords.ts';

/** How long an argon2 answer may be reused for HTTP Basic, in milliseconds. */
const REMEMBERED_FOR = 60_000;
const REMEMBERED_AT_MOST = 1_000;

export interface Credentials {
  /** For the form: argon2 every time. */
  check(userName: string, password: string, address: string): Promise<boolean>;
  /**
   * For HTTP Basic, which sends the password with every request: argon2 at most once a minute per password. The key of
   * the memory includes the stored hash, so a changed password is forgotten with the next request.
   */
  checkRemembered(userName: string, password: string, address: string): Promise<boolean>;
}

interface Ports {
  readonly accounts: Accounts;
  readonly attempts: Attempts;
  readonly clock: Clock;
  readonly verify?: VerifyPassword;
}

/** @param ports `verify` is argon2 unless a test counts its calls */
export function credentials({ accounts, attempts, clock, verify = passwordVerifier() }: Ports): Credentials {
  // Of this process only, so a dump of the memory holds nothing that can be tried elsewhere.
  const key = randomBytes(32);
  const remembered = new Map<string, { readonly until: number; readonly matches: Promise<boolean> }>();

  const attempt = (userName: string, password: string, address: string, passwordHash: string | undefined) =>
    attempts.try(userName, address, () => verify(password, passwordHash));

  function remember(mark: string, matches: Promise<boolean>): void {
    for (const [oldest, { until }] of remembered) {
      if (remembered.size < REMEMBERED_AT_MOST && until > clock()) break;
      remembered.delete(oldest);
    }
    remembered.set(mark, { until: clock() + REMEMBERED_FOR, matches });
    // Requests that come together share one argon2 run; only a yes stays afterwards.
    const forget = () => remembered.delete(mark);
    matches.then((yes) => yes || forget(), forget);
  }

  return {
    async check(userName, password, address) {
      const account = await accounts.find(userName);
      return attempt(userName, password, address, account?.passwordHash);
    },

    async checkRemembered(userName, password, address) {
      const account = await accounts.find(userName);
      const mark = createHmac('sha256', key)
        .update(JSON.stringify([userName, password, account?.passwordHash ?? null]))
        .digest('base64');
      const known = remembered.get(mark);
      if (known !== undefined && clock() < known.until) return known.matches;
      remembered.delete(mark);
      const matches = attempt(userName, password, address, account?.passwordHash);
      remember(mark, matches);
      return matches;
    },
  };
}
