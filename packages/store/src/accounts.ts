import type { Account, Accounts, Login } from '@intray/core';
import type { Queryable } from './database/database.ts';
import { keptText } from './kept-json.ts';

/** Accounts and logins. User names are typed by strangers, so they are made fit to be compared first. */
export function accountsOn(on: Queryable): Accounts {
  return {
    async find(userName) {
      const { rows } = await on.query<Account>({
        name: 'account',
        text: 'select user_name as "userName", password_hash as "passwordHash" from account where user_name = $1',
        values: [keptText(userName)],
      });
      return rows[0];
    },

    async save({ userName, passwordHash }) {
      await on.query({
        text: `insert into account (user_name, password_hash) values ($1, $2)
               on conflict (user_name) do update set password_hash = excluded.password_hash`,
        values: [keptText(userName), passwordHash],
      });
    },

    async openLogin({ secretHash, userName, openedAt, expiresAt }) {
      await on.query({
        text: 'insert into login (secret_hash, user_name, opened_at, expires_at) values ($1, $2, $3, $4)',
        values: [secretHash, keptText(userName), openedAt, expiresAt],
      });
    },

    async findLogin(secretHash, now) {
      const { rows } = await on.query<Login>({
        name: 'login',
        text: `select secret_hash as "secretHash", user_name as "userName", opened_at as "openedAt", expires_at as "expiresAt"
                 from login where secret_hash = $1 and expires_at > $2`,
        values: [keptText(secretHash), now],
      });
      return rows[0];
    },

    async extendLogin(secretHash, expiresAt) {
      await on.query({
        name: 'extend_login',
        text: 'update login set expires_at = $2 where secret_hash = $1',
        values: [keptText(secretHash), expiresAt],
      });
    },

    async closeLogin(secretHash) {
      await on.query({ text: 'delete from login where secret_hash = $1', values: [keptText(secretHash)] });
    },

    async closeLogins(userName) {
      return (
        await on.query({ text: 'delete from login where user_name = $1', values: [keptText(userName)] })
      ).count;
    },

    async removeExpired(now) {
      return (await on.query({ text: 'delete from login where expires_at <= $1', values: [now] })).count;
    },
  };
}
