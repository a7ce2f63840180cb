import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Account, canEnter, giveTo, runAs } from './account.ts';
import { type Binaries, PLAIN_ENVIRONMENT } from './binaries.ts';
import { EmbeddedPostgresFailure } from './failures.ts';
import { LastLines } from './last-lines.ts';
import { ROLE } from './server-address.ts';

/** A cluster (PostgreSQL's word for a folder of databases) and who owns and serves it. */
export type Cluster = {
  readonly folder: string;
  readonly account: Account;
  readonly binaries: Binaries;
  /** `false` gives durability up for speed: for tests only. */
  readonly durable: boolean;
};

/**
 * How the cluster's folder is called in a command line, for a process started *inside* it.
 *
 * A folder below one that the account may not enter (root's home, say) has no usable path for that account. But
 * a process is moved into its working folder before it gives up root's rights, and `/proc/self/cwd` leads there
 * without walking the path. PostgreSQL never leaves that folder.
 */
export function pathFromInside(folder: string, account: Account): string {
  if (canEnter(account, folder)) return folder;
  if (process.platform === 'linux') return '/proc/self/cwd';
  throw new EmbeddedPostgresFailure(
    'folder_unreachable',
    `Expected the account ${account?.name} (PostgreSQL does not run as root) to be able to enter ${folder}. ` +
      'Choose a data folder outside of private folders, or start Intray as an ordinary user.',
  );
}

/**
 * Creates the cluster unless it is there, and checks that these binaries can serve it. It is made under another
 * name and renamed when whole, so an interrupted attempt is never mistaken for a cluster.
 */
export async function ensureCluster(cluster: Cluster, password: string): Promise<void> {
  const version = await readFile(join(cluster.folder, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (version === undefined) await initialise(cluster, password);
  else if (Number(version) !== cluster.binaries.major) {
    throw new EmbeddedPostgresFailure(
      'version_mismatch',
      `Expected a database of PostgreSQL ${cluster.binaries.major} in ${cluster.folder}, found one of ` +
        `PostgreSQL ${version.trim()}. Start the version of Intray that wrote it, export with it, and import the export.`,
    );
  }
}

async function initialise(cluster: Cluster, password: string): Promise<void> {
  const draft = `${cluster.folder}.initialising`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  await giveTo(cluster.account, draft);
  // Beside the system's temporary files, not in the data folder: the account must be able to read it.
  const secret = await secretFile(password, cluster.account);
  try {
    await runInitdb(cluster, draft, secret.path);
  } finally {
    await secret.remove();
  }
  // An empty folder may stand there already: the operator's, or a volume's. A full one without a version is not ours.
  await rename(draft, cluster.folder).catch((cause: unknown) => {
    throw new EmbeddedPostgresFailure(
      'initialise_failed',
      `Expected ${cluster.folder} to be absent or empty (${String(cause)}). Move what is in it elsewhere.`,
    );
  });
  await flushFolder(dirname(cluster.folder));
}

function runInitdb(cluster: Cluster, folder: string, passwordFile: string): Promise<void> {
  const said = new LastLines(50, () => {});
  const flags = [
    `--pgdata=${pathFromInside(folder, cluster.account)}`,
    `--username=${ROLE}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // PostgreSQL's own C.UTF-8: sorting must not change when the machine's C library does.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--no-instructions',
    ...(cluster.durable ? [] : ['--no-sync']),
  ];
  const options = { cwd: folder, env: PLAIN_ENVIRONMENT, ...runAs(cluster.account) };
  return new Promise((resolve, reject) => {
    const child = spawn(cluster.binaries.initdb, flags, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => said.add(chunk));
    }
    const fail = (what: string) =>
      reject(
        new EmbeddedPostgresFailure(
          'initialise_failed',
          `The database could not be created: ${what}.`,
          said.lines,
        ),
      );
    child.once('error', (cause) => fail(cause.message));
    child.once('close', (code, signal) =>
      code === 0 ? resolve() : fail(`initdb ended with ${code ?? signal}`),
    );
  });
}

async function secretFile(content: string, account: Account) {
  const folder = await mkdtemp(join(tmpdir(), 'intray-secret-'));
  const path = join(folder, 'password');
  await writeFile(path, content, { mode: 0o600 });
  await giveTo(account, path);
  await giveTo(account, folder);
  return { path, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** The password of this data folder, made at the first start. Only the account that runs Intray can read it. */
export async function ensurePassword(dataDir: string): Promise<string> {
  const path = join(dataDir, 'password');
  const known = (await readFile(path, 'utf8').catch(() => '')).trim();
  if (known !== '') return known;
  const password = randomBytes(24).toString('base64url');
  const draft = `${path}.new`;
  const file = await open(draft, 'w', 0o600);
  try {
    await file.writeFile(password);
    // On disk before the cluster that depends on it: a power cut must not leave a locked database without its key.
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
  await flushFolder(dataDir);
  return password;
}

/** Makes a rename last through a power cut. Windows cannot open folders and does not need it. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
