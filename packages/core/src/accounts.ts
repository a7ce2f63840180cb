/**
 * Who may sign in, and who is signed in. A port: the store keeps it, the api asks it. Passwords are only ever here as
 * hashes, and a browser's secret only as the hash of it, so a copy of the database opens no door.
 */
import type { Instant } from './values.ts';

export interface Account {
  /** What the person types; also the id of their agent object. */
  readonly userName: string;
  /** PHC string of argon2id. */
  readonly passwordHash: string;
}

/** One browser (or desk) that is signed in. */
export interface Login {
  /** SHA-256 of the secret in the cookie, hex. */
  readonly secretHash: string;
  readonly userName: string;
  readonly openedAt: Instant;
  readonly expiresAt: Instant;
}

export interface Accounts {
  find(userName: string): Promise<Account | undefined>;
  /** Creates the account or replaces its hash. */
  save(account: Account): Promise<void>;
  openLogin(login: Login): Promise<void>;
  /** The login behind a secret, unless it has expired. */
  findLogin(secretHash: string, now: Instant): Promise<Login | undefined>;
  extendLogin(secretHash: string, expiresAt: Instant): Promise<void>;
  closeLogin(secretHash: string): Promise<void>;
  /** Signs a person out everywhere; answers how many logins were closed. */
  closeLogins(userName: string): Promise<number>;
  /** Removes what has expired; answers how many. */
  removeExpired(now: Instant): Promise<number>;
}
