/**
 * Vitest's global setup: one cluster for a whole test run and in it one template with all migrations applied, of
 * which `freshDatabase` makes a clone for each test file. Named in a package's `vitest.config.ts` as
 * `globalSetup: ['@intray/store/testing/global-postgres']`.
 *
 * A server of one's own is used instead when the configuration provides `databaseUrl` (`test.provide.databaseUrl`):
 * its role must be allowed to create databases.
 */
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../database/database.ts';
import { migrate } from '../database/migrate.ts';
import { startEmbeddedPostgres, stopAbandonedPostgres } from '../embedded/index.ts';
import { isAlive } from '../embedded/processes.ts';
import { urlOfDatabase } from './database-url.ts';
import type {} from './fresh-database.ts';

/** Folders carry the number of the process they belong to, so that a killed run's can be told from a living one's. */
const FOLDER = /^intray-test-(\d+)-/;

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const server = await findServer(project.config.provide?.databaseUrl);
  const template = `intray_template_${randomBytes(6).toString('hex')}`;
  try {
    await makeTemplate(server.url, template);
  } catch (cause) {
    await server.stop();
    throw cause;
  }
  project.provide('testPostgres', { url: server.url, template });
  return async () => {
    try {
      if (server.shared) await dropTemplate(server.url, template);
    } finally {
      await server.stop();
    }
  };
}

type TestServer = { readonly url: string; readonly shared: boolean; stop(): Promise<void> };

async function findServer(given: string | undefined): Promise<TestServer> {
  if (given !== undefined) return { url: given, shared: true, stop: async () => {} };
  await sweep();
  const dataDir = await mkdtemp(join(tmpdir(), `intray-test-${process.pid}-`));
  // So that the account PostgreSQL runs as finds its socket's folder in here, where `sweep` removes it with the rest.
  await chmod(dataDir, 0o755);
  const server = await startEmbeddedPostgres({ dataDir, durable: false, log: () => {} });
  return {
    url: server.url,
    shared: false,
    async stop() {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Ends the servers and removes the folders of test runs that were killed before they could. */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const owner = FOLDER.exec(name)?.[1];
    if (owner === undefined || isAlive(Number(owner))) continue;
    const dataDir = join(tmpdir(), name);
    await stopAbandonedPostgres(dataDir, () => {});
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function makeTemplate(url: string, template: string): Promise<void> {
  await administer(url, `create database ${template}`);
  const applicationName = 'intray-test-template';
  const database = openDatabase({ url: urlOfDatabase(url, template), poolSize: 1, applicationName });
  try {
    await migrate(database);
  } finally {
    await database.close();
  }
  // Nobody may connect: a database that somebody is connected to cannot be cloned.
  await administer(url, `alter database ${template} with is_template true allow_connections false`);
}

async function dropTemplate(url: string, template: string): Promise<void> {
  await administer(url, `alter database ${template} with is_template false`);
  await administer(url, `drop database ${template}`);
}

async function administer(url: string, text: string): Promise<void> {
  const server = openDatabase({ url, poolSize: 1, applicationName: 'intray-test-setup' });
  try {
    await server.query({ text });
  } finally {
    await server.close();
  }
}
