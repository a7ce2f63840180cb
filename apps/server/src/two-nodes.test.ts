import { join } from 'node:path';
import type { Operations } from '@intray/core';
import { startEmbeddedPostgres } from '@intray/store/embedded';
import { expect, it } from 'vitest';
import { scratchFolder, startServer, type TestServer } from './testing/processes.ts';

const PATIENCE = { timeout: 60_000 };

const operations = async (server: TestServer): Promise<Operations> =>
  (await (await server.as('admin1', '/api/v1/operations/nodes')).json()) as Operations;

it('[N1 N2 N4 N7] of two servers on one database one is killed, and the other shows it as gone', async () => {
  await using folder = await scratchFolder();
  const database = await startEmbeddedPostgres({ dataDir: join(folder.path, 'postgres'), log() {} });
  try {
    const environment = { DATABASE_URL: database.url };
    await using killed = await startServer(join(folder.path, 'one'), environment);
    await using left = await startServer(join(folder.path, 'two'), environment);
    const nameOf = ({ url }: TestServer) => expect.stringMatching(new RegExp(`:${new URL(url).port}$`));

    await expect
      .poll(async () => (await operations(left)).nodes.map(({ state }) => state), PATIENCE)
      .toEqual(['serving', 'serving']);
    expect(await operations(left)).toMatchObject({
      answeredBy: nameOf(left),
      database: { reachable: true, migration: expect.stringMatching(/^\d{4}-/) },
    });
    const routes = async () =>
      (await operations(left)).nodes
        .filter(({ state, report }) => state !== 'gone' && report?.routingSince !== undefined)
        .map(({ id }) => id);
    await expect.poll(routes, PATIENCE).toEqual([nameOf(killed)]);
    expect((await left.as('agent1', '/api/v1/operations/nodes')).status).toBe(403);

    killed.child.kill('SIGKILL');
    await killed.exited;
    await expect
      .poll(async () => (await operations(left)).troubles, PATIENCE)
      .toEqual([{ code: 'node_gone', node: nameOf(killed) }]);
    expect(await routes()).toEqual([nameOf(left)]);

    left.child.kill('SIGTERM');
    expect(await left.exited).toBe(0);
  } finally {
    await database.stop();
  }
});
