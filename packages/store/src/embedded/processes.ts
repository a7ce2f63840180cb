import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

/** A process by number and by the moment it began, because numbers are used again. `since` is opaque. */
export type ProcessIdentity = { readonly pid: number; readonly since: string | null };

/** Is there a process with this number? (One we may not signal is there, too.) */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
  return !isZombie(pid);
}

/** The identity of a process; `since` is `null` where the system does not tell (Windows) or the process is gone. */
export function identify(pid: number): ProcessIdentity {
  return { pid, since: process.platform === 'linux' ? sinceFromProc(pid) : sinceFromPs(pid) };
}

/** Is that very process still running? Where the beginning is not known, the number alone decides. */
export function isStillRunning(identity: ProcessIdentity): boolean {
  if (!isAlive(identity.pid)) return false;
  return identity.since === null || identify(identity.pid).since === identity.since;
}

/** The command line of a process, or `undefined` where it cannot be read. */
export function commandLine(pid: number): string | undefined {
  if (process.platform === 'linux')
    return readOrUndefined(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ').trim();
  return ps(['-ww', '-o', 'command=', '-p', String(pid)]);
}

/** Is this the command line of a PostgreSQL process: the server itself, or one of its children (`postgres: …`)? */
export function isPostgresCommand(command: string): boolean {
  const program = command.split(' ', 1)[0] ?? '';
  return program === 'postgres:' || basename(program) === 'postgres' || basename(program) === 'postgres.exe';
}

/**
 * The PostgreSQL processes, server and children, whose command line carries `mark`. The command line is world
 * readable; `/proc/<pid>/cwd` would be more telling, but in a container not even root may read another account's.
 */
export function findPostgresProcesses(mark: string): number[] {
  return listCommands()
    .filter(({ command }) => isPostgresCommand(command) && command.includes(mark))
    .map(({ pid }) => pid);
}

function listCommands(): { pid: number; command: string }[] {
  if (process.platform === 'linux') {
    const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    return pids.map((name) => ({ pid: Number(name), command: commandLine(Number(name)) ?? '' }));
  }
  const lines = ps(['-axww', '-o', 'pid=,command='])?.split('\n') ?? [];
  return lines.map((line) => {
    const [, pid = '0', command = ''] = /^\s*(\d+)\s+(.*)$/.exec(line) ?? [];
    return { pid: Number(pid), command };
  });
}

/** Fields after the command's closing bracket: the name itself may hold spaces and brackets. */
function statFields(pid: number): string[] | undefined {
  const stat = readOrUndefined(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
}

/** A killed process whose parent has not asked for its end is dead for every purpose but this table. */
function isZombie(pid: number): boolean {
  return process.platform === 'linux' && statFields(pid)?.[0] === 'Z';
}

/** Ticks since boot, together with which boot: ticks alone come round again after a restart of the machine. */
function sinceFromProc(pid: number): string | null {
  const START_TIME = 19; // field 22 of stat(5), counted from the field after the name
  const ticks = statFields(pid)?.[START_TIME];
  const boot = readOrUndefined('/proc/sys/kernel/random/boot_id')?.trim();
  return ticks === undefined || boot === undefined ? null : `${boot}:${ticks}`;
}

function sinceFromPs(pid: number): string | null {
  return ps(['-o', 'lstart=', '-p', String(pid)]) || null;
}

function ps(args: string[]): string | undefined {
  if (process.platform === 'win32') return undefined;
  const answer = spawnSync('ps', args, { encoding: 'utf8', env: { LC_ALL: 'C', PATH: '/usr/bin:/bin' } });
  return answer.status === 0 ? answer.stdout.trim() : undefined;
}

function readOrUndefined(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The process ended while we looked: there is nothing to tell about it.
    return undefined;
  }
}
