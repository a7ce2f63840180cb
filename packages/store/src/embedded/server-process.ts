import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { setTimeout as after } from 'node:timers/promises';
import pg from 'pg';
import { runAs } from './account.ts';
import { PLAIN_ENVIRONMENT } from './binaries.ts';
import { type Cluster, pathFromInside } from './cluster.ts';
import { EmbeddedPostgresFailure } from './failures.ts';
import { LastLines } from './last-lines.ts';
import { addressSettings, connectionUrl, type ServerAddress } from './server-address.ts';

/** What to run, where it listens, and who hears its log. */
export type ServerOrder = {
  readonly cluster: Cluster;
  readonly address: ServerAddress;
  readonly password: string;
  /** The `cluster_name`: makes all its processes recognisable in the process table. */
  readonly mark: string;
  readonly log: (line: string) => void;
  /** Longest wait until it answers, in milliseconds. Recovery after a crash may take minutes. */
  readonly startTimeoutMs: number;
};

/** A `postgres` that answers. `ended` resolves when its process is gone, for whatever reason. */
export type ServerProcess = {
  readonly pid: number;
  readonly ended: Promise<void>;
  /** Fast shutdown: open transactions are rolled back, all is flushed. Resolves when the process is gone. */
  stop(): Promise<void>;
};

/** After this long a fast shutdown becomes an immediate one: the next start recovers from the log. */
const FAST_SHUTDOWN_MS = 60_000;
const POLL_MS = 20;

function settings(order: ServerOrder): Record<string, string> {
  return {
    ...addressSettings(order.address),
    cluster_name: order.mark,
    shared_buffers: '128MB',
    max_connections: '100',
    max_wal_size: '2GB',
    wal_compression: 'on',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_destination: 'stderr',
    logging_collector: 'off',
    log_checkpoints: 'off',
    password_encryption: 'scram-sha-256',
    fsync: order.cluster.durable ? 'on' : 'off',
    synchronous_commit: order.cluster.durable ? 'on' : 'off',
    full_page_writes: order.cluster.durable ? 'on' : 'off',
  };
}

/** Starts the server and resolves when a real connection succeeds; throws `EmbeddedPostgresFailure` otherwise. */
export async function startServerProcess(order: ServerOrder): Promise<ServerProcess> {
  const { cluster } = order;
  const said = new LastLines(50, order.log);
  const flags = Object.entries(settings(order)).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(
    cluster.binaries.postgres,
    ['-D', pathFromInside(cluster.folder, cluster.account), ...flags],
    {
      cwd: cluster.folder,
      env: PLAIN_ENVIRONMENT,
      stdio: ['ignore', 'pipe', 'pipe'],
      // A process group of its own: Ctrl-C in the terminal must reach us, who stop it after our own work is done.
      detached: process.platform !== 'win32',
      ...runAs(cluster.account),
    },
  );
  let failedToSpawn: Error | undefined;
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    child.once('error', (cause) => {
      failedToSpawn = cause;
      resolve();
    });
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => said.add(chunk));
  }
  // If we leave without stopping it, it is at least told; the next start would find and stop it anyway.
  const tellAtExit = () => void child.kill('SIGINT');
  process.once('exit', tellAtExit);
  void ended.then(() => process.removeListener('exit', tellAtExit));

  const outcome = await answers(
    order,
    () => child.exitCode !== null || child.signalCode !== null || failedToSpawn !== undefined,
  );
  if (outcome === 'answers' && child.pid !== undefined) {
    return { pid: child.pid, ended, stop: () => shutDown(child, cluster, ended) };
  }
  if (outcome === 'ended') await ended;
  else await shutDown(child, cluster, ended);
  const reasons = {
    answers: 'it has no process number',
    ended: failedToSpawn?.message ?? `it ended with ${child.exitCode ?? child.signalCode}`,
    silent: `it did not answer within ${order.startTimeoutMs / 1000} s`,
    denied:
      'it does not know the password in the data folder; put back the file "password" that belongs to it',
  };
  throw new EmbeddedPostgresFailure(
    'start_failed',
    `The embedded database did not start: ${reasons[outcome]}.`,
    said.lines,
  );
}

/** Connects until it succeeds. A closed door and "starting up" are what is expected at first. */
async function answers(
  { address, password, startTimeoutMs }: ServerOrder,
  hasEnded: () => boolean,
): Promise<'answers' | 'ended' | 'silent' | 'denied'> {
  const WRONG_PASSWORD = '28P01';
  const connectionString = connectionUrl(address, password, 'postgres');
  const deadline = performance.now() + startTimeoutMs;
  while (performance.now() < deadline) {
    if (hasEnded()) return 'ended';
    const client = new pg.Client({ connectionString, connectionTimeoutMillis: 2_000 });
    client.on('error', () => {});
    try {
      await client.connect();
      return 'answers';
    } catch (cause) {
      if (cause instanceof pg.DatabaseError && cause.code === WRONG_PASSWORD) return 'denied';
      await after(POLL_MS);
    } finally {
      await client.end().catch(() => {});
    }
  }
  return 'silent';
}

async function shutDown(child: ChildProcess, cluster: Cluster, ended: Promise<void>): Promise<void> {
  if (process.platform === 'win32') {
    // There are no signals on Windows; the package's pg_ctl knows how to reach the server.
    spawnSync(cluster.binaries.pgCtl, ['stop', '-D', cluster.folder, '-m', 'fast', '-W'], {
      env: PLAIN_ENVIRONMENT,
    });
  } else {
    child.kill('SIGINT');
  }
  const patience = setTimeout(() => child.kill('SIGQUIT'), FAST_SHUTDOWN_MS);
  await ended;
  clearTimeout(patience);
}
