import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DataFolderInUse } from './failures.ts';
import { identify, isStillRunning } from './processes.ts';

const LOCK_FILE = 'intray.lock';

/** What the lock file says about its holder. `token` tells two locks of one process apart. */
type Holder = { readonly pid: number; readonly since: string | null; readonly token: string };

/** The right to use a data folder. `release` gives it back and may be called twice. */
export type FolderLock = { release(): Promise<void> };

/**
 * Takes the data folder for this process, or throws `DataFolderInUse`. The lock of a process that was killed is
 * recognised by the process being gone (or its number belonging to a younger one) and is taken over without help.
 */
export async function lockFolder(dataDir: string): Promise<FolderLock> {
  const mine: Holder = { ...identify(process.pid), token: randomUUID() };
  return lock(join(dataDir, LOCK_FILE), mine, (pid) => new DataFolderInUse(dataDir, pid));
}

async function lock(
  path: string,
  mine: Holder,
  inUse: (pid: number) => DataFolderInUse,
): Promise<FolderLock> {
  // Each round takes the lock, throws, or finds that the former holder has just let go of it.
  while (!((await take(path, mine)) || (await takeOver(path, mine, inUse))));
  return {
    async release() {
      if ((await readHolder(path))?.token === mine.token) await rm(path, { force: true });
    },
  };
}

/** Written beside and then linked: the lock appears whole or not at all, and `link` refuses if there is one. */
async function take(path: string, holder: Holder): Promise<boolean> {
  const draft = `${path}.${holder.token}`;
  await writeFile(draft, JSON.stringify(holder), { mode: 0o644 });
  try {
    await link(draft, path);
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw cause;
  } finally {
    await rm(draft, { force: true });
  }
}

async function readHolder(path: string): Promise<Holder | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw cause;
  }
  try {
    const { pid, since, token } = JSON.parse(text) as Partial<Holder>;
    if (typeof pid === 'number' && typeof token === 'string') return { pid, since: since ?? null, token };
  } catch {
    // Falls through to the same answer as a well-formed file without a holder.
  }
  // A power cut can leave the file empty or torn. Nobody living writes such a file, so its holder is dead.
  return { pid: -1, since: 'torn', token: text };
}

/**
 * Takes the lock of a dead holder; false if it is gone meanwhile. Many may find the same dead lock, and the slower
 * must not take away what the quicker has just taken: who takes over holds a second lock while looking once more and
 * writing. That one may have been left by a process that died right there, and is then taken over in the same way.
 */
async function takeOver(
  path: string,
  mine: Holder,
  inUse: (pid: number) => DataFolderInUse,
): Promise<boolean> {
  if (!(await isLeftBehind(path, inUse))) return false;
  const guard = await lock(`${path}.taking-over`, { ...mine, token: randomUUID() }, inUse);
  try {
    if (!(await isLeftBehind(path, inUse))) return false;
    const draft = `${path}.${mine.token}`;
    await writeFile(draft, JSON.stringify(mine), { mode: 0o644 });
    await rename(draft, path);
    return true;
  } finally {
    await guard.release();
  }
}

/** True for a dead holder's lock, false for none; throws for a living holder's. */
async function isLeftBehind(path: string, inUse: (pid: number) => DataFolderInUse): Promise<boolean> {
  const holder = await readHolder(path);
  if (holder !== undefined && isStillRunning(holder)) throw inUse(holder.pid);
  return holder !== undefined;
}
