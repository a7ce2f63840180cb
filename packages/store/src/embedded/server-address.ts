import { createHash } from 'node:crypto';
import { lstat, mkdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { type Account, canEnter, giveTo } from './account.ts';
import { EmbeddedPostgresFailure } from './failures.ts';

/** The role and the database that Intray uses in its embedded server. */
export const ROLE = 'intray';
export const DATABASE = 'intray';

/** Where the server listens: a unix socket in a folder, or a port of 127.0.0.1. */
export type ServerAddress =
  | { readonly kind: 'socket'; readonly folder: string; readonly port: 5432 }
  | { readonly kind: 'tcp'; readonly port: number };

/**
 * The longest path that fits into `sockaddr_un` (108 bytes with its end mark on Linux, 104 on macOS).
 * PostgreSQL refuses a longer one; Node would cut it off.
 */
const LONGEST_SOCKET_PATH = process.platform === 'darwin' ? 103 : 107;

/** A short name for a data folder, the same at every start: it marks our processes and our folder in /tmp. */
export function folderMark(dataDir: string): string {
  return `intray-${createHash('sha256').update(dataDir).digest('hex').slice(0, 12)}`;
}

/** The data folder if the socket's path fits and the account can get there, else a short folder of its own. */
export async function socketAddress(
  dataDir: string,
  account: Account,
  temporaryFolder: string,
): Promise<ServerAddress> {
  const inside = join(dataDir, 'run');
  const fits = Buffer.byteLength(join(inside, '.s.PGSQL.5432')) <= LONGEST_SOCKET_PATH;
  const folder = fits && canEnter(account, dataDir) ? inside : join(temporaryFolder, folderMark(dataDir));
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await refuseForeign(folder, account);
  await giveTo(account, folder);
  return { kind: 'socket', folder, port: 5432 };
}

/** In /tmp anybody may have made the folder before us, or a link that leads our ownership change elsewhere. */
async function refuseForeign(folder: string, account: Account): Promise<void> {
  const found = await lstat(folder);
  const owners = [process.getuid?.(), account?.uid];
  if (found.isDirectory() && (process.platform === 'win32' || owners.includes(found.uid))) return;
  throw new EmbeddedPostgresFailure(
    'folder_unreachable',
    `Expected ${folder} to be a folder of ours for the database's socket, but it belongs to somebody else. ` +
      'Remove it, or choose a data folder with a shorter path.',
  );
}

/**
 * Removes the socket that a killed server left, and its lock file, which PostgreSQL takes for a living server's as
 * soon as a process of that number exists. Only while no server of ours runs on the folder.
 */
export async function removeStaleSocket(address: ServerAddress): Promise<void> {
  if (address.kind === 'tcp') return;
  const socket = join(address.folder, `.s.PGSQL.${address.port}`);
  await Promise.all([socket, `${socket}.lock`].map((path) => rm(path, { force: true })));
}

/** A free port of the loopback interface. Free now, that is: a start that finds it taken asks for another. */
export async function tcpAddress(): Promise<ServerAddress> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string')
    throw new Error('Expected the system to name a free port.');
  return { kind: 'tcp', port: address.port };
}

/** The connection string for one database of the server. It holds the password: never log it. */
export function connectionUrl(address: ServerAddress, password: string, database: string): string {
  const user = `${ROLE}:${encodeURIComponent(password)}`;
  if (address.kind === 'tcp') return `postgresql://${user}@127.0.0.1:${address.port}/${database}`;
  // The host in the query wins over the one in front, for node-postgres and for libpq alike.
  return `postgresql://${user}@localhost:${address.port}/${database}?host=${encodeURIComponent(address.folder)}`;
}

/** The server's settings for this address. */
export function addressSettings(address: ServerAddress): Record<string, string> {
  return address.kind === 'tcp'
    ? { listen_addresses: '127.0.0.1', port: String(address.port), unix_socket_directories: '' }
    : {
        listen_addresses: '',
        port: String(address.port),
        // A list in which a comma separates; quotes keep a comma or a space in a folder's name together.
        unix_socket_directories: `"${address.folder.replaceAll('"', '""')}"`,
        unix_socket_permissions: '0700',
      };
}
