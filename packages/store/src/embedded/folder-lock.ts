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
  const path = join(dataDir, LOCK_FILE);
  const mine: Holder = { ...identify(process.pid), token: randomUUID() };
  // Each round either takes the lock, throws, or removes a dead holder's; others may do the same beside us.
  while (!(await take(path, mine))) {
    const holder = await readHolder(path);
    if (holder === undefined) continue;
    if (isStillRunning(holder)) throw new DataFolderInUse(dataDir, holder.pid);
    await removeDead(path, holder);
  }
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
 * Removes the lock of a dead holder. Two processes may both have found it dead, and the slower one must not remove
 * the quicker one's new lock; so the file is moved away first, looked at, and put back if it is not the dead one.
 */
async function removeDead(path: string, dead: Holder): Promise<void> {
  const away = `${path}.${randomUUID()}`;
  try {
    await rename(path, away);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw cause;
  }
  try {
    if ((await readHolder(away))?.token !== dead.token) await link(away, path);
  } finally {
    await rm(away, { force: true });
  }
}
