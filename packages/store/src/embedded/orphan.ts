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
  const command = server === undefined || !isAlive(server) ? undefined : commandLine(server);
  if (server !== undefined && command?.includes(mark) && isPostgresCommand(command)) {
    log(`stopping the database server (pid ${server}) that an earlier run left behind`);
    signal([server], 'SIGINT');
    if (!(await gone(() => isAlive(server), FAST_SHUTDOWN_MS))) signal([server], 'SIGQUIT');
  }
  await stopLeftovers(mark, log);
  if (server !== undefined && cannotBeServer(server))
    await rm(join(clusterDir, 'postmaster.pid'), { force: true });
}

/**
 * Is it certain that this process serves no cluster: dead, or another program that got the number since? PostgreSQL
 * only asks whether the number exists and then refuses to start; it takes even a zombie for alive, and in a container
 * whose first process does not collect its children, zombies stay. Where the command line cannot be read nothing is
 * certain, and PostgreSQL's own check decides, as it does about a PostgreSQL that is not ours.
 */
function cannotBeServer(pid: number): boolean {
  if (!isAlive(pid)) return true;
  const command = commandLine(pid);
  return command !== undefined && command !== '' && !isPostgresCommand(command);
}

/**
 * Ends the children of a server that was itself killed. Most notice within milliseconds; one in a long computation
 * does not, holds the shared memory, and keeps a new server from starting.
 */
async function stopLeftovers(mark: string, log: (line: string) => void): Promise<void> {
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
