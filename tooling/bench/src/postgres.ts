/** The PostgreSQL that everything is measured on: the embedded one, durable, in a data folder of its own. */
import { chmod, mkdtemp, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '@intray/store/embedded';
import pg from 'pg';

export interface BenchPostgres {
  readonly version: string;
  /** A new empty database; answers its connection string. */
  newDatabase(name: string): Promise<string>;
  stop(): Promise<void>;
}

/** Linux' file system in memory, where a flush costs nothing and durability means nothing. */
const TMPFS = 0x0102_1994;

/** @throws Error if what is committed there would not be on a disk */
export async function startBenchPostgres(): Promise<BenchPostgres> {
  const dataDir = await mkdtemp(join(await folderOnDisk(), 'intray-bench-'));
  // The account that PostgreSQL runs as, if we are root, must find its way in.
  await chmod(dataDir, 0o755);
  const remove = () => rm(dataDir, { recursive: true, force: true });
  let server: Awaited<ReturnType<typeof startEmbeddedPostgres>> | undefined;
  try {
    const started = await startEmbeddedPostgres({ dataDir, log: () => {} });
    server = started;
    const version = await onDatabase(started.url, durableVersion);
    return {
      version,
      async newDatabase(name) {
        await onDatabase(started.url, (client) =>
          client.query(`create database ${pg.escapeIdentifier(name)}`),
        );
        const url = new URL(started.url);
        url.pathname = `/${name}`;
        return url.href;
      },
      async stop() {
        await started.stop();
        await remove();
      },
    };
  } catch (cause) {
    await server?.stop();
    await remove();
    throw cause;
  }
}

async function folderOnDisk(): Promise<string> {
  const candidates = process.platform === 'win32' ? [tmpdir()] : [tmpdir(), '/var/tmp'];
  for (const folder of candidates) if ((await statfs(folder)).type !== TMPFS) return folder;
  throw new Error(`Expected a disk below one of ${candidates.join(', ')}: set TMPDIR to a folder on one.`);
}

async function onDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Refuses to compare on a server that only pretends to keep what it acknowledges. */
async function durableVersion(client: pg.Client): Promise<string> {
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) {
    const { rows } = await client.query<Record<string, string>>(`show ${setting}`);
    const value = rows[0]?.[setting];
    if (value !== 'on')
      throw new Error(`Expected ${setting} to be on, found ${value}: nothing here would be durable.`);
  }
  const { rows } = await client.query<{ server_version: string }>('show server_version');
  return `PostgreSQL ${rows[0]?.server_version ?? 'of an unknown version'}`;
}
