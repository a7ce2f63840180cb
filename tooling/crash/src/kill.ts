/** kill -9, of one part or another, and the time until everything is back without anybody's help. */
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as after } from 'node:timers/promises';
import { LOOK_EVERY } from './patience.ts';
import type { ServerProcess } from './server-process.ts';

export const VICTIMS = ['server', 'database', 'database and its children', 'server and database'] as const;
/** What dies. `database` is the postmaster alone: its children find out by themselves. */
export type Victim = (typeof VICTIMS)[number];

/**
 * Kills, and resolves when `/readyz` says yes again. After the death of a server the same command is run again; after
 * the death of the database nothing at all is done.
 * @returns milliseconds from the kill to ready
 */
export async function killAndAwaitReturn(server: ServerProcess, victim: Victim): Promise<number> {
  const postmaster = await server.postmaster();
  if (postmaster === undefined) throw new Error('There is no database to kill.');
  const began = performance.now();
  const takesDatabase = victim !== 'server';
  if (victim === 'database and its children') killAll([postmaster.pid, ...childrenOf(postmaster.pid)]);
  else if (takesDatabase) killAll([postmaster.pid]);

  if (victim === 'server' || victim === 'server and database') {
    await server.kill();
    await server.start();
  } else {
    await anotherPostmaster(server, postmaster.pid);
    await server.ready();
  }
  return performance.now() - began;
}

/** A server that lives has to notice first: until another database runs, `ready` may be an answer of before. */
async function anotherPostmaster(server: ServerProcess, dead: number): Promise<void> {
  while (server.pid !== undefined) {
    const now = await server.postmaster();
    if (now !== undefined && now.pid !== dead) return;
    await after(LOOK_EVERY);
  }
  throw new Error(`The server died with its database:\n${await server.lastLines()}`);
}

function killAll(pids: readonly number[]): void {
  for (const pid of pids)
    try {
      process.kill(pid, 'SIGKILL');
    } catch (cause) {
      // A child that ended a moment before is as dead as we want it.
      if ((cause as NodeJS.ErrnoException).code !== 'ESRCH') throw cause;
    }
}

/** By the process table of Linux; elsewhere only the postmaster itself is killed. */
function childrenOf(parent: number): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && parentOf(name) === parent)
    .map(Number);
}

function parentOf(pid: string): number | undefined {
  try {
    return Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    return undefined;
  }
}
