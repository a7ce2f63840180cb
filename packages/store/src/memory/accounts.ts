import type { Accounts } from '@intray/core';
import type { MemoryDatabase } from './database.ts';
import type { Wire } from './wire.ts';

export const accountsIn = ({ accounts, logins }: MemoryDatabase, wire: Wire): Accounts => ({
  find: (userName) => wire.ask(() => accounts.get(userName)),
  save: (account) => wire.ask(() => void accounts.set(account.userName, account)),
  openLogin: (login) => wire.ask(() => void logins.set(login.secretHash, login)),
  findLogin: (secretHash, now) =>
    wire.ask(() => {
      const login = logins.get(secretHash);
      return login !== undefined && login.expiresAt > now ? login : undefined;
    }),
  extendLogin: (secretHash, expiresAt) =>
    wire.ask(() => {
      const login = logins.get(secretHash);
      if (login !== undefined) logins.set(secretHash, { ...login, expiresAt });
    }),
  closeLogin: (secretHash) => wire.ask(() => void logins.delete(secretHash)),
  closeLogins: (userName) => wire.ask(() => removeWhere(logins, (login) => login.userName === userName)),
  removeExpired: (now) => wire.ask(() => removeWhere(logins, ({ expiresAt }) => expiresAt <= now)),
});

/** Answers how many went. */
function removeWhere<T>(from: Map<string, T>, goes: (value: T) => boolean): number {
  const found = [...from].filter(([, value]) => goes(value));
  for (const [key] of found) from.delete(key);
  return found.length;
}
