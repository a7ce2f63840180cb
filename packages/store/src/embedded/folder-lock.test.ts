import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DataFolderInUse } from './failures.ts';
import { lockFolder } from './folder-lock.ts';
import { identify } from './processes.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'intray-lock-'));
});

afterEach(() => rm(folder, { recursive: true }));

const plant = (text: string) => writeFile(join(folder, 'intray.lock'), text);

test('a held lock refuses, a released one does not, and releasing twice is harmless', async () => {
  const lock = await lockFolder(folder);
  await expect(lockFolder(folder)).rejects.toBeInstanceOf(DataFolderInUse);
  await lock.release();
  const next = await lockFolder(folder);
  await lock.release();
  await expect(lockFolder(folder)).rejects.toBeInstanceOf(DataFolderInUse);
  await next.release();
  expect(await readdir(folder)).toEqual([]);
});

test('the lock of a process that is gone is taken over', async () => {
  const NO_PROCESS = 2 ** 22 + 1; // above the largest number Linux gives out
  await plant(JSON.stringify({ pid: NO_PROCESS, since: null, token: 'old' }));
  await (await lockFolder(folder)).release();
});

test('a number that a younger process has now does not keep the lock', async () => {
  await plant(JSON.stringify({ pid: process.pid, since: 'another boot:1', token: 'old' }));
  await (await lockFolder(folder)).release();
});

test('a living holder is believed, with the moment it began', async () => {
  await plant(JSON.stringify({ ...identify(process.ppid), token: 'theirs' }));
  await expect(lockFolder(folder)).rejects.toMatchObject({ pid: process.ppid });
  expect(await readFile(join(folder, 'intray.lock'), 'utf8')).toContain('theirs');
});

test.each(['', '{"pid":', '{"pid":"x"}'])('a lock torn by a power cut (%j) is taken over', async (text) => {
  await plant(text);
  await (await lockFolder(folder)).release();
});

test('of many that find the same dead lock, one gets it', async () => {
  await plant(JSON.stringify({ pid: process.pid, since: 'another boot:1', token: 'old' }));
  const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => lockFolder(folder)));
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
  expect(await readdir(folder)).toEqual(['intray.lock']);
});

test('a process that died while it took over a lock holds up nobody', async () => {
  await plant(JSON.stringify({ pid: process.pid, since: 'another boot:1', token: 'old' }));
  await writeFile(
    join(folder, 'intray.lock.taking-over'),
    JSON.stringify({ pid: process.pid, since: 'another boot:2', token: 'dead' }),
  );
  await lockFolder(folder);
  expect(await readdir(folder)).toEqual(['intray.lock']);
});
