import { mkdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type Account, canEnter, chooseAccount } from './account.ts';
import { findNativeFolder, type NativeFolder, prepareBinaries } from './binaries.ts';
import { type Cluster, ensureCluster, ensurePassword } from './cluster.ts';
import { EmbeddedPostgresFailure } from './failures.ts';
import { lockFolder } from './folder-lock.ts';
import { stopOrphan } from './orphan.ts';
import {
  connectionUrl,
  DATABASE,
  folderMark,
  type ServerAddress,
  socketAddress,
  tcpAddress,
} from './server-address.ts';
import type { ServerOrder } from './server-process.ts';
import { type Supervised, supervise } from './supervision.ts';

/** What the caller decides about the embedded database. */
export type EmbeddedPostgresOptions = {
  /** The folder that holds everything: the cluster, its password, the lock. Created if absent. */
  readonly dataDir: string;
  /** Hears PostgreSQL's log and what the supervision does, line by line. Must not throw. */
  readonly log: (line: string) => void;
  /** Called each time the server answers again after it died. Must not throw. */
  readonly onRestart?: () => void;
  /** `false` turns off every flush to disk: only for tests whose data is worth nothing. Default `true`. */
  readonly durable?: boolean;
  /** Default: `tcp` on Windows, which has no sockets that PostgreSQL and Node share; else `socket`. */
  readonly listen?: 'socket' | 'tcp';
  /** Longest wait for the server to answer, in milliseconds. Default 5 minutes: recovery after a crash takes time. */
  readonly startTimeoutMs?: number;
  /** Where PostgreSQL's programs are. Default: the npm package for this platform. */
  readonly native?: NativeFolder;
};

/** A running embedded database. */
export type EmbeddedPostgres = {
  /** Connection string of the database `intray`; the same across restarts of the server. Holds the password. */
  readonly url: string;
  /** Process number of the server; `undefined` while it is being restarted or after `stop`. */
  readonly pid: number | undefined;
  /** The data folder with all links resolved. */
  readonly dataDir: string;
  /** Shuts the server down cleanly and gives the folder back. May be called twice; both wait for the end. */
  stop(): Promise<void>;
};

/** Attempts at finding a port that nobody takes between our looking and the server's opening it. */
const PORT_ATTEMPTS = 5;

/** The servers of this process by folder, so that starting twice gives the same one. */
const running = new Map<string, Promise<EmbeddedPostgres>>();

/**
 * Starts a real PostgreSQL on a data folder, creating its cluster at the first start, and keeps it running. Needs
 * nothing installed and no user created; may be run as root, in which case PostgreSQL runs as an account without
 * rights. Whatever a killed earlier process left behind is cleared away first.
 *
 * A second call for the same folder in one process gives the same running server.
 * Throws `DataFolderInUse` or `EmbeddedPostgresFailure`.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  await mkdir(options.dataDir, { recursive: true });
  const dataDir = await realpath(options.dataDir);
  const already = running.get(dataDir);
  if (already !== undefined) return already;
  const starting = start({ ...options, dataDir });
  running.set(dataDir, starting);
  starting.catch(() => running.delete(dataDir));
  return starting;
}

/**
 * Ends the server that a killed process left running on a data folder, without starting another. Throws
 * `DataFolderInUse` if its process lives.
 */
export async function stopAbandonedPostgres(dataDir: string, log: (line: string) => void): Promise<void> {
  const folder = await realpath(dataDir);
  const lock = await lockFolder(folder);
  try {
    await stopOrphan(join(folder, 'cluster'), folderMark(folder), log);
  } finally {
    await lock.release();
  }
}

async function start(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { dataDir } = options;
  const lock = await lockFolder(dataDir);
  let supervised: Supervised | undefined;
  try {
    const order = await prepare(options);
    const started = await startAtAddress(order, options);
    supervised = started.supervised;
    await ensureDatabase(started.address, order.password);
    let stopped: Promise<void> | undefined;
    const stop = async () => {
      await started.supervised.stop();
      if (started.address.kind === 'socket')
        await rm(started.address.folder, { recursive: true, force: true });
      await lock.release();
      running.delete(dataDir);
    };
    return {
      url: connectionUrl(started.address, order.password, DATABASE),
      dataDir,
      get pid() {
        return started.supervised.pid;
      },
      stop() {
        stopped ??= stop();
        return stopped;
      },
    };
  } catch (cause) {
    await supervised?.stop();
    await lock.release();
    throw cause;
  }
}

type Preparation = Omit<ServerOrder, 'address'>;

/** Everything before the server itself: account, programs, orphans, password, cluster. */
async function prepare(options: EmbeddedPostgresOptions): Promise<Preparation> {
  const { dataDir, log } = options;
  const folder = join(dataDir, 'cluster');
  const mark = folderMark(dataDir);
  const account = await chooseAccount(folder);
  const native = options.native ?? (await findNativeFolder());
  const binaries = await prepareBinaries(native, account, copyPlaces(dataDir, account));
  const cluster: Cluster = { folder, account, binaries, durable: options.durable ?? true };
  const password = await ensurePassword(dataDir);
  await ensureCluster(cluster, password);
  return { cluster, password, mark, log, startTimeoutMs: options.startTimeoutMs ?? 300_000 };
}

/** Where a copy of the programs may go. The temporary folder is last: systems clear it out while we run. */
function copyPlaces(dataDir: string, account: Account): string[] {
  const inDataDir = canEnter(account, dataDir) ? [dataDir] : [];
  return account === undefined ? [...inDataDir, tmpdir()] : [...inDataDir, '/var/lib/intray', tmpdir()];
}

async function startAtAddress(preparation: Preparation, options: EmbeddedPostgresOptions) {
  const onRestart = options.onRestart ?? (() => {});
  const kind = options.listen ?? (process.platform === 'win32' ? 'tcp' : 'socket');
  for (let attempt = 1; ; attempt += 1) {
    const address =
      kind === 'tcp'
        ? await tcpAddress()
        : await socketAddress(options.dataDir, preparation.cluster.account, tmpdir());
    try {
      return { address, supervised: await supervise({ ...preparation, address }, onRestart) };
    } catch (cause) {
      const portTaken = kind === 'tcp' && cause instanceof EmbeddedPostgresFailure && attempt < PORT_ATTEMPTS;
      if (!portTaken) throw cause;
    }
  }
}

async function ensureDatabase(address: ServerAddress, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: connectionUrl(address, password, 'postgres') });
  client.on('error', () => {});
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(DATABASE)}`);
  } finally {
    await client.end();
  }
}
