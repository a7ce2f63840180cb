/** Accounts without a database. */
import type { Account, Accounts, Login } from '@intray/core';

export function memoryAccounts(): Accounts {
  const accounts = new Map<string, Account>();
  const logins = new Map<string, Login>();

  function remove(which: (login: Login) => boolean): number {
    const gone = [...logins.values()].filter(which);
    for (const { secretHash } of gone) logins.delete(secretHash);
    return gone.length;
  }

  return {
    find: async (userName) => accounts.get(userName),
    save: async (account) => void accounts.set(account.userName, account),
    openLogin: async (login) => void logins.set(login.secretHash, login),
    async findLogin(secretHash, now) {
      const login = logins.get(secretHash);
      return login !== undefined && now < login.expiresAt ? login : undefined;
    },
    async extendLogin(secretHash, expiresAt) {
      const login = logins.get(secretHash);
      if (login !== undefined) logins.set(secretHash, { ...login, expiresAt });
    },
    closeLogin: async (secretHash) => void logins.delete(secretHash),
    closeLogins: async (userName) => remove((login) => login.userName === userName),
    removeExpired: async (now) => remove((login) => login.expiresAt <= now),
  };
}
