/** `intray doctor`: looks at everything a server needs, and says what to do about each thing that is not as it should be. */
import { randomUUID } from 'node:crypto';
import { access, mkdir, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Database, openDatabase } from '@intray/store';
import { BadConfiguration, type Config, readConfig } from '../config.ts';
import { findDatabase } from '../service/database.ts';
import { openFront } from '../service/front.ts';
import { openLog } from '../service/log.ts';
import { reasonOf } from './reasons.ts';

/** What was looked at, and what was found. A check that throws has failed, with its message. */
interface Check {
  readonly name: string;
  look(): Promise<string>;
}

/** Answers the exit code: 0 if a server would start. */
export async function doctor(): Promise<number> {
  let config: Config;
  try {
    config = readConfig();
  } catch (cause) {
    if (!(cause instanceof BadConfiguration)) throw cause;
    report('settings', cause.message, false);
    return 1;
  }
  for (const warning of config.warnings) report('settings', warning, false);
  let failures = 0;
  for (const { name, look } of checksOf(config)) {
    try {
      report(name, await look(), true);
    } catch (cause) {
      failures += 1;
      report(name, reasonOf(cause), false);
    }
  }
  process.stdout.write(failures === 0 ? 'All is well.\n' : `${failures} to mend.\n`);
  return failures === 0 ? 0 : 1;
}

const report = (name: string, text: string, ok: boolean): boolean =>
  process.stdout.write(`${ok ? '✓' : '✗'} ${name}: ${text}\n`);

/** A finding that is to be mended; the message says how. */
class Finding extends Error {
  override readonly name = 'Finding';
}

const NODE = 24;
const ENOUGH_BYTES = 1024 ** 3;
const CLOCKS_APART_MS = 2_000;

function checksOf(config: Config): readonly Check[] {
  return [
    { name: 'Node', look: node },
    { name: 'data folder', look: () => dataFolder(config) },
    { name: 'port', look: () => port(config) },
    { name: 'database', look: () => database(config) },
    { name: 'web desk', look: () => webDesk(config) },
  ];
}

async function node(): Promise<string> {
  const found = process.versions.node;
  if (Number(found.split('.')[0]) >= NODE) return found;
  throw new Finding(
    `expected ${NODE} or newer, this is ${found}. Start through npm, which brings its own: npm start`,
  );
}

async function dataFolder({ dataDir }: Config): Promise<string> {
  const probe = join(dataDir, `.probe-${randomUUID()}`);
  await mkdir(dataDir, { recursive: true });
  await writeFile(probe, '');
  await rm(probe);
  const { bavail, bsize } = await statfs(dataDir);
  const free = bavail * bsize;
  const gigabytes = `${(free / 1024 ** 3).toFixed(1)} GiB free`;
  if (free < ENOUGH_BYTES) throw new Finding(`${dataDir}: ${gigabytes}; expected at least 1 GiB. Make room.`);
  return `${dataDir}, writable, ${gigabytes}`;
}

async function port({ host, port: wanted }: Config): Promise<string> {
  const front = await openFront(host, wanted);
  await front.close(0);
  return `${wanted} on ${host} is free`;
}

async function database(config: Config): Promise<string> {
  await using parts = new AsyncDisposableStack();
  const server = await findDatabase(config, openLog('silent'));
  parts.defer(() => server.stop());
  const opened = openDatabase({ url: server.url, poolSize: 1, applicationName: 'intray-doctor' });
  parts.defer(() => opened.close());
  const { rows } = await opened.query<{ version: string; now: number }>({
    text: `select current_setting('server_version') as version, (extract(epoch from clock_timestamp()) * 1000)::float8 as now`,
  });
  const [row] = rows;
  if (row === undefined) throw new Finding('it answers a question with nothing. Check DATABASE_URL.');
  const apart = Math.abs(Date.now() - row.now);
  if (apart > CLOCKS_APART_MS)
    throw new Finding(
      `its clock and this machine's are ${Math.round(apart / 1000)} s apart. Let both follow a time server (NTP).`,
    );
  return `PostgreSQL ${row.version}${server.embedded ? ', embedded' : ''}, ${await schema(opened)}, clock in step`;
}

/** Only looks: to bring the schema up to date is for the server that needs it. */
async function schema(opened: Database): Promise<string> {
  const found = await opened.query<{ there: boolean }>({
    text: `select to_regclass('schema_migration') is not null as there`,
  });
  if (!found.rows[0]?.there) return 'empty (the first start fills it)';
  const { rows } = await opened.query<{ version: number }>({
    text: 'select coalesce(max(number), 0)::int as version from schema_migration',
  });
  return `schema ${rows[0]?.version ?? 0}`;
}

async function webDesk({ webDir }: Config): Promise<string> {
  const page = join(webDir, 'index.html');
  const found = await access(page).then(
    () => true,
    () => false,
  );
  if (!found) throw new Finding(`${page} is not there. "npm start" builds the web desk.`);
  return webDir;
}
