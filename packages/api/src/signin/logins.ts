/** The life of a login: opened with a password, kept alive by use, closed by hand or by time. */
import type { Accounts, Login } from '@intray/core';
import type { Clock } from '../wire/clock.ts';
import { hashSecret, newSecret } from './secrets.ts';

/** A login that is not used for so long has ended. */
export const LOGIN_LASTS = 12 * 60 * 60 * 1000;
/** How long an answer may be believed for those who ask many times a second, in milliseconds. */
const BELIEVED_FOR = 2_000;
/** Every use would prolong it; writing that down once in a while is enough. */
const EXTEND_AFTER = 5 * 60 * 1000;

export interface Logins {
  /** Opens a login and answers the secret that opens it; nobody else ever learns the secret. */
  open(userName: string): Promise<string>;
  /** The login behind a secret, prolonged by being used; `undefined` if there is none (any more). */
  use(secret: string): Promise<Login | undefined>;
  /**
   * The same for those who ask again and again, such as clients that poll: looked up once in a while. A closing through
   * this process is noticed at once; elsewhere, and with time, as soon as open WebSockets notice it.
   */
  useOften(secret: string): Promise<Login | undefined>;
  /** Is it still open? Looking is not using. */
  isOpen(secretHash: string): Promise<boolean>;
  close(secretHash: string): Promise<void>;
  closeAll(userName: string): Promise<number>;
  /** Calls back when a login is closed through this process, so that its sockets need not wait to be looked at. */
  onClosed(listener: (closed: { readonly secretHash?: string; readonly userName?: string }) => void): void;
}

export function logins(accounts: Accounts, clock: Clock): Logins {
  const listeners: ((closed: { secretHash?: string; userName?: string }) => void)[] = [];
  const believed = new Map<string, { readonly login: Login; readonly until: number }>();

  let closings = 0;

  function tell(closed: { secretHash?: string; userName?: string }): void {
    closings += 1;
    for (const [hash, { login }] of believed)
      if (hash === closed.secretHash || login.userName === closed.userName) believed.delete(hash);
    for (const listener of listeners) listener(closed);
  }

  function believe(login: Login, now: number): void {
    // In the order of their ends, so whatever is over lies in front.
    believed.delete(login.secretHash);
    for (const [hash, { until }] of believed) {
      if (until > now) break;
      believed.delete(hash);
    }
    believed.set(login.secretHash, { login, until: now + BELIEVED_FOR });
  }

  async function use(secret: string): Promise<Login | undefined> {
    const secretHash = hashSecret(secret);
    const now = clock();
    const login = await accounts.findLogin(secretHash, now);
    if (login !== undefined && login.expiresAt - now < LOGIN_LASTS - EXTEND_AFTER)
      await accounts.extendLogin(secretHash, now + LOGIN_LASTS);
    return login;
  }

  return {
    async open(userName) {
      const secret = newSecret();
      const openedAt = clock();
      await accounts.openLogin({
        secretHash: hashSecret(secret),
        userName,
        openedAt,
        expiresAt: openedAt + LOGIN_LASTS,
      });
      return secret;
    },

    use,

    async useOften(secret) {
      const now = clock();
      const known = believed.get(hashSecret(secret));
      if (known !== undefined && now < known.until && now < known.login.expiresAt) return known.login;
      const before = closings;
      const login = await use(secret);
      // What was closed while we looked must not be believed afterwards.
      if (login !== undefined && before === closings) believe(login, now);
      return login;
    },

    isOpen: async (secretHash) => (await accounts.findLogin(secretHash, clock())) !== undefined,

    async close(secretHash) {
      await accounts.closeLogin(secretHash);
      tell({ secretHash });
    },

    async closeAll(userName) {
      const closed = await accounts.closeLogins(userName);
      tell({ userName });
      return closed;
    },

    onClosed: (listener) => void listeners.push(listener),
  };
}
