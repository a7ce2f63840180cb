import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase, type Queryable } from '../database/database.ts';
import { DataFolderInUse, EmbeddedPostgresFailure } from './failures.ts';
import { findPostgresProcesses, isAlive } from './processes.ts';
import { folderMark } from './server-address.ts';
import { type EmbeddedPostgres, type EmbeddedPostgresOptions, startEmbeddedPostgres } from './start.ts';

const isRoot = process.getuid?.() === 0;

let root: string;
const children: ChildProcess[] = [];
const servers: EmbeddedPostgres[] = [];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'intray-embedded-'));
  // As a data folder would be found: other accounts may enter it. One test takes this away again.
  await chmod(root, 0o755);
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const server of servers.splice(0)) await server.stop();
  await rm(root, { recursive: true, force: true });
});

/** Not durable unless asked, where nothing has to outlive a killed server: flushing costs seconds a cluster. */
async function start(options: Partial<EmbeddedPostgresOptions> = {}): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir: root, log: () => {}, durable: false, ...options });
  servers.push(server);
  return server;
}

async function asked<Result>(url: string, work: (database: Queryable) => Promise<Result>): Promise<Result> {
  const database = openDatabase({ url, poolSize: 2, applicationName: 'embedded-test' });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

async function setting(url: string, name: string): Promise<unknown> {
  const { rows } = await asked(url, (database) => database.query({ text: `show ${name}` }));
  return rows[0]?.[name];
}

type Report = { readonly url: string; readonly pid: number; readonly refusal?: string };

/** Opens the folder in another process, as another Intray would. */
async function startInChild(dataDir: string): Promise<{ child: ChildProcess; report: Report }> {
  const script = fileURLToPath(new URL('./start-in-child.ts', import.meta.url));
  const child = spawn(process.execPath, [script, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { child, report: JSON.parse(line) as Report };
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

describe('an ordinary life', () => {
  test('first start, work, stop, second start: the work is there, and nothing is left running', async () => {
    const first = await start();
    await asked(first.url, (database) => database.query({ text: 'create table kept as select 7 as number' }));
    await Promise.all([first.stop(), first.stop()]);
    expect(first.pid).toBeUndefined();
    expect(findPostgresProcesses(folderMark(root))).toEqual([]);

    const second = await start();
    const { rows } = await asked(second.url, (database) =>
      database.query({ text: 'select number from kept' }),
    );
    expect(rows).toEqual([{ number: 7 }]);
    expect(second.url).toBe(first.url);
  });

  test('keeps the promise of durability, speaks UTF-8 and UTC, and does not depend on the C library', async () => {
    const { url } = await start({ durable: true });
    const names = ['fsync', 'synchronous_commit', 'full_page_writes', 'server_encoding', 'TimeZone'];
    const values = await Promise.all(names.map((name) => setting(url, name)));
    expect(values).toEqual(['on', 'on', 'on', 'UTF8', 'UTC']);
    const { rows } = await asked(url, (database) =>
      database.query({
        text: "select distinct datlocprovider::text || ' ' || datlocale as locale from pg_database",
      }),
    );
    expect(rows).toEqual([{ locale: 'b C.UTF-8' }]);
  });

  test('starting the same folder twice in one process gives the same server', async () => {
    const [first, second] = await Promise.all([start(), start()]);
    expect(second).toBe(first);
  });

  test('over TCP only the loopback interface listens, and the password is wanted', async () => {
    const { url } = await start({ listen: 'tcp' });
    expect(await setting(url, 'listen_addresses')).toBe('127.0.0.1');
    const stranger = new URL(url);
    stranger.password = 'guessed';
    await expect(setting(stranger.href, 'port')).rejects.toMatchObject({ code: '28P01' });
  });

  test('the password and the cluster are for their owner only', async () => {
    await start();
    expect((await stat(join(root, 'password'))).mode & 0o777).toBe(0o600);
    expect((await stat(join(root, 'cluster'))).mode & 0o777).toBe(0o700);
  });
});

describe('after a kill', () => {
  test('a killed process leaves an orphan; the next start clears it away, and acknowledged work is kept', async () => {
    const { child, report } = await startInChild(root);
    await asked(report.url, (database) =>
      database.query({ text: 'create table kept as select 7 as number' }),
    );
    await kill(child);
    expect(isAlive(report.pid)).toBe(true);

    const next = await start();
    expect(isAlive(report.pid)).toBe(false);
    const { rows } = await asked(next.url, (database) => database.query({ text: 'select number from kept' }));
    expect(rows).toEqual([{ number: 7 }]);
  });

  test('process and server both killed: the stale files do not keep the next start from succeeding', async () => {
    const { child, report } = await startInChild(root);
    process.kill(report.pid, 'SIGKILL');
    await kill(child);
    expect(await readFile(join(root, 'cluster', 'postmaster.pid'), 'utf8')).toContain(String(report.pid));
    expect(await setting((await start({ durable: true })).url, 'fsync')).toBe('on');
  });

  test("a stale postmaster.pid whose number now belongs to somebody else's program is no obstacle", async () => {
    await (await start()).stop();
    const other = spawn('sleep', ['60'], isRoot ? await ownerOf(join(root, 'cluster')) : {});
    children.push(other);
    await writeFile(join(root, 'cluster', 'postmaster.pid'), `${other.pid}\n${root}/cluster\n1\n5432\n\n\n`);
    await start();
    expect(other.exitCode).toBeNull();
  });

  test('a killed server is started again at the same address, says so, and the pool finds it by itself', async () => {
    const restarted = Promise.withResolvers<void>();
    const server = await start({ durable: true, onRestart: restarted.resolve });
    const database = openDatabase({ url: server.url, poolSize: 2, applicationName: 'embedded-test' });
    await database.query({ text: 'create table kept as select 7 as number' });
    const before = server.pid ?? 0;
    process.kill(before, 'SIGKILL');
    await restarted.promise;
    expect(server.pid).not.toBe(before);
    const { rows } = await database.query({ text: 'select number from kept' });
    expect(rows).toEqual([{ number: 7 }]);
    await database.close();
  });

  test('stop while the server is being restarted still ends with nothing running', async () => {
    const server = await start();
    process.kill(server.pid ?? 0, 'SIGKILL');
    await server.stop();
    expect(findPostgresProcesses(folderMark(root))).toEqual([]);
  });

  test('an interrupted first start is not mistaken for a cluster', async () => {
    await mkdir(join(root, 'cluster.initialising'));
    await writeFile(join(root, 'cluster.initialising', 'PG_VERSION'), '18\n');
    await start();
    expect(await readdir(root)).not.toContain('cluster.initialising');
  });
});

describe('refusals', () => {
  test('a folder that another process has open is refused, naming the process', async () => {
    const { child, report } = await startInChild(root);
    const refusal = await start().catch((cause: unknown) => cause);
    expect(refusal).toBeInstanceOf(DataFolderInUse);
    expect(refusal).toMatchObject({ dataDir: root, pid: child.pid });
    expect(String(refusal)).toContain('stop that process');
    // The one who was there first noticed nothing.
    expect(await setting(report.url, 'fsync')).toBe('on');
    await kill(child);
    await start();
  });

  test('of many that start at once on a fresh folder, exactly one succeeds', async () => {
    const reports = (await Promise.all([1, 2, 3].map(() => startInChild(root)))).map(({ report }) => report);
    expect(reports.filter((report) => report.refusal === undefined)).toHaveLength(1);
    expect(reports.filter((report) => report.refusal?.startsWith('DataFolderInUse'))).toHaveLength(2);
    for (const child of children) await kill(child);
    await start();
  });

  test("another version's cluster is refused and left alone", async () => {
    await mkdir(join(root, 'cluster'));
    await writeFile(join(root, 'cluster', 'PG_VERSION'), '15\n');
    await expect(start()).rejects.toMatchObject({ code: 'version_mismatch' });
    expect(await readdir(join(root, 'cluster'))).toEqual(['PG_VERSION']);
  });

  test('a server that does not start is reported with what it said, and the folder is free again', async () => {
    await (await start()).stop();
    await writeFile(
      join(root, 'cluster', 'postgresql.auto.conf'),
      "shared_preload_libraries = 'no_such_library'\n",
    );
    const failure = await start().catch((cause: unknown) => cause);
    expect(failure).toBeInstanceOf(EmbeddedPostgresFailure);
    expect(failure).toMatchObject({ code: 'start_failed' });
    expect(String(failure)).toContain('no_such_library');
    expect(await readdir(root)).not.toContain('intray.lock');
  });

  test('a lost password file is named as the cause, at once', async () => {
    await (await start()).stop();
    await rm(join(root, 'password'));
    const failure = await start().catch((cause: unknown) => cause);
    expect(String(failure)).toContain('password');
  });
});

describe('awkward places', () => {
  test('a data folder whose path is too long for a socket', async () => {
    const dataDir = join(root, 'a'.repeat(60), 'b'.repeat(60));
    const server = await start({ dataDir });
    expect(await setting(server.url, 'data_directory')).toBe(join(dataDir, 'cluster'));
    expect(server.url).toContain(encodeURIComponent(join(tmpdir(), folderMark(dataDir))));
    await server.stop();
    await expect(stat(join(tmpdir(), folderMark(dataDir)))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('a data folder with spaces, commas and quotes in its name', async () => {
    const server = await start({ dataDir: join(root, `it's, "my" data`) });
    expect(await setting(server.url, 'server_encoding')).toBe('UTF8');
  });

  test("a data folder inside a private folder such as root's home", async () => {
    const dataDir = join(root, 'private', 'data');
    await mkdir(join(root, 'private'), { mode: 0o700 });
    const first = await start({ dataDir });
    await asked(first.url, (database) => database.query({ text: 'create table kept as select 7 as number' }));
    await first.stop();
    const { child, report } = await startInChild(dataDir);
    await kill(child);
    const second = await start({ dataDir });
    expect(isAlive(report.pid)).toBe(false);
    const { rows } = await asked(second.url, (database) =>
      database.query({ text: 'select number from kept' }),
    );
    expect(rows).toEqual([{ number: 7 }]);
  });
});

async function ownerOf(path: string): Promise<{ uid: number; gid: number }> {
  const { uid, gid } = await stat(path);
  return { uid, gid };
}
