import { spawnSync } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Account, chooseAccount } from './account.ts';
import { findNativeFolder, type NativeFolder, prepareBinaries } from './binaries.ts';
import { EmbeddedPostgresFailure } from './failures.ts';

/** As root the folder is closed to PostgreSQL's account; as anybody else, closed to everybody. */
const CLOSED = process.getuid?.() === 0 ? 0o700 : 0o000;

let root: string;
let account: Account;
let native: NativeFolder;
let hidden: NativeFolder;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'intray-binaries-'));
  await chmod(root, 0o755);
  account = await chooseAccount(join(root, 'cluster'));
  native = await findNativeFolder();
  hidden = { path: join(root, 'private', 'native'), version: native.version };
  await mkdir(join(root, 'private'));
  await cp(native.path, hidden.path, { recursive: true, verbatimSymlinks: true });
  // As after an install that skipped the package's own script: the libraries' short names are missing.
  const links = JSON.parse(await readFile(join(hidden.path, 'pg-symlinks.json'), 'utf8')) as {
    target: string;
  }[];
  for (const { target } of links) await rm(join(root, 'private', target));
});

afterAll(async () => {
  await chmod(join(root, 'private'), 0o700);
  await rm(root, { recursive: true });
});

test('runs them where they are if that is possible', async () => {
  const binaries = await prepareBinaries(native, account, [join(root, 'unused')]);
  expect(binaries.postgres.startsWith(native.path)).toBe(true);
  expect(binaries.major).toBe(18);
  expect(await readdir(root)).not.toContain('unused');
});

test('copies them once when library links are missing or the folder is closed to the account', async () => {
  const copied = await prepareBinaries(hidden, account, [join(root, 'copies')]);
  const copy = join(root, 'copies', `postgres-${native.version}`);
  expect(copied.postgres).toBe(join(copy, 'bin', 'postgres'));
  expect(spawnSync(copied.initdb, ['--version'], { encoding: 'utf8' }).stdout).toContain('18');
  expect(await readdir(join(root, 'copies'))).toEqual([`postgres-${native.version}`]);

  const { ino } = await stat(copy);
  if (process.getuid?.() === 0) await chmod(join(root, 'private'), CLOSED);
  await prepareBinaries(hidden, account, [join(root, 'copies')]);
  expect((await stat(copy)).ino).toBe(ino);
});

test('does not run a copy that others could have put there or changed', async () => {
  const copy = join(root, 'open', `postgres-${native.version}`);
  await mkdir(copy, { recursive: true });
  await chmod(copy, 0o777);
  const failure = await prepareBinaries(hidden, account, [join(root, 'open')]).catch(
    (cause: unknown) => cause,
  );
  expect(failure).toBeInstanceOf(EmbeddedPostgresFailure);
  expect(failure).toMatchObject({ code: 'binaries_unusable' });
  expect(String(failure)).toContain('not ours alone');
});
