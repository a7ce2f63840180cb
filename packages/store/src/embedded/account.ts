import { spawnSync } from 'node:child_process';
import { chown, readFile, stat } from 'node:fs/promises';
import { EmbeddedPostgresFailure } from './failures.ts';

/**
 * The account PostgreSQL runs as: `undefined` means ours. PostgreSQL refuses to run as root, so root needs another
 * one; it is never created, only found.
 */
export type Account = { readonly uid: number; readonly gid: number; readonly name: string } | undefined;

/** Tried in this order: `_postgres` is what macOS calls it. */
const CANDIDATES = ['postgres', '_postgres', 'nobody'];

/**
 * Chooses the account. An existing cluster's owner stays its owner, whatever accounts have appeared since.
 * @param clusterDir the folder of the cluster, which need not exist yet
 */
export async function chooseAccount(clusterDir: string): Promise<Account> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(clusterDir).catch(() => undefined);
  if (owner !== undefined && owner.uid !== 0)
    return { uid: owner.uid, gid: owner.gid, name: `uid ${owner.uid}` };
  const passwd = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const accounts = passwd.split('\n').map((line) => line.split(':'));
  for (const candidate of CANDIDATES) {
    const [, , uid, gid] = accounts.find(([name]) => name === candidate) ?? [];
    // `>>> 0`: macOS writes nobody's number as -2.
    if (uid && gid && uid !== '0') return { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0, name: candidate };
  }
  throw new EmbeddedPostgresFailure(
    'account_missing',
    `PostgreSQL does not run as root. Expected an account named ${CANDIDATES.join(', ')} in /etc/passwd and found ` +
      'none: start Intray as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.',
  );
}

/** The options that make `spawn` run a program as that account. */
export function runAs(account: Account): { uid?: number; gid?: number } {
  return account === undefined ? {} : { uid: account.uid, gid: account.gid };
}

/** Hands a file or folder over to the account. */
export async function giveTo(account: Account, path: string): Promise<void> {
  if (account !== undefined) await chown(path, account.uid, account.gid);
}

/** Can the account enter this folder by its path? Asked of the system, since ACLs and mounts have a say, too. */
export function canEnter(account: Account, folder: string): boolean {
  if (account === undefined) return true;
  const args = ['-c', 'cd "$1"', 'sh', folder];
  return spawnSync('/bin/sh', args, { cwd: '/', stdio: 'ignore', ...runAs(account) }).status === 0;
}
