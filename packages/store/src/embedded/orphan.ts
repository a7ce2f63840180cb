import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { EmbeddedPostgresFailure } from './failures.ts';
import { commandLine, findPostgresProcesses, isAlive, isPostgresCommand } from './processes.ts';

/** How long a server left behind may take to shut down cleanly, and then to drop everything, in milliseconds. */
const FAST_SHUTDOWN_MS = 30_000;
const IMMEDIATE_SHUTDOWN_MS = 5_000;
const POLL_MS = 20;

/**
 * Ends what a killed Intray process left running on this cluster. Killing the parent does not end PostgreSQL, and
 * as long as that one lives, no other can be started. It is stopped rather than adopted: its log goes to a pipe that
 * nobody reads, its settings are those of an older version perhaps, and its end would go unnoticed. A fast shutdown
 * loses nothing that was committed.
 *
 * The caller holds the folder's lock, so nobody living needs that server.
 * @param mark the `cluster_name` our servers carry, see `folderMark`
 */
export async function stopOrphan(
  clusterDir: string,
  mark: string,
  log: (line: string) => void,
): Promise<void> {
  const server = await recordedServer(clusterDir);
  if (server !== undefined && isAlive(server)) {
    const command = commandLine(server);
    if (command?.includes(mark) && isPostgresCommand(command)) {
      log(`stopping the database server (pid ${server}) that an earlier run left behind`);
      signal([server], 'SIGINT');
      if (!(await gone(() => isAlive(server), FAST_SHUTDOWN_MS))) signal([server], 'SIGQUIT');
    } else if (command !== undefined && !isPostgresCommand(command)) {
      // The number went to another program meanwhile. PostgreSQL itself cannot tell and would refuse to start.
      await rm(join(clusterDir, 'postmaster.pid'), { force: true });
    }
    // Some other PostgreSQL, or a system that does not tell: PostgreSQL's own check shall decide.
  }
  await stopLeftovers(mark, log);
}

/**
 * Ends the children of a server that was itself killed. Most notice within milliseconds; one in a long computation
 * does not, holds the shared memory, and keeps a new server from starting.
 */
export async function stopLeftovers(mark: string, log: (line: string) => void): Promise<void> {
  const remain = () => findPostgresProcesses(mark);
  if (await gone(() => remain().length > 0, 500)) return;
  log(`ending processes that a dead database server left behind (pid ${remain().join(', ')})`);
  signal(remain(), 'SIGQUIT');
  if (await gone(() => remain().length > 0, IMMEDIATE_SHUTDOWN_MS)) return;
  signal(remain(), 'SIGKILL');
  if (await gone(() => remain().length > 0, IMMEDIATE_SHUTDOWN_MS)) return;
  throw new EmbeddedPostgresFailure(
    'orphan_unstoppable',
    `Expected the database processes of an earlier run to end, but they still run (pid ${remain().join(', ')}). ` +
      'End them by hand and start again.',
  );
}

/** The server's number in `postmaster.pid`, its first line; stale after a kill. */
async function recordedServer(clusterDir: string): Promise<number | undefined> {
  const text = await readFile(join(clusterDir, 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number.parseInt(text, 10);
  return Number.isSafeInteger(pid) && pid > 0 ? pid : undefined;
}

function signal(pids: readonly number[], name: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'ESRCH') throw cause;
    }
  }
}

/** There is no event for the end of somebody else's child, so this asks, often. `false`: still there at the end. */
async function gone(isThere: () => boolean, withinMs: number): Promise<boolean> {
  const deadline = performance.now() + withinMs;
  while (isThere()) {
    if (performance.now() > deadline) return false;
    await after(POLL_MS);
  }
  return true;
}
