/** Several equal servers on one database that outlives them all, behind one address. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { startEmbeddedPostgres } from '@intray/store/embedded';
import { LOOK_EVERY } from '../patience.ts';
import { ServerProcess } from '../server-process.ts';
import { openFront } from './front.ts';

export interface Servers {
  /** Where everybody knocks. */
  readonly url: string;
  readonly databaseUrl: string;
  readonly folders: readonly string[];
  /** Resolves with the one that holds the right to route; while nobody does, this asks again. */
  routing(): Promise<ServerProcess>;
  /** Stops them as an operator would, one after the other; answers their exit codes. */
  stop(): Promise<readonly (number | null)[]>;
  /** Ends whatever still runs, and removes the folders unless they are to be looked at. */
  clearAway(keepFolders: boolean): Promise<void>;
}

export async function startServers(count: number): Promise<Servers> {
  const folder = await mkdtemp(join(tmpdir(), 'intray-crash-'));
  await chmod(folder, 0o755);
  const database = await startEmbeddedPostgres({ dataDir: folder, log: () => {} });
  const servers: ServerProcess[] = [];
  const clearAway = async (keepFolders: boolean) => {
    for (const server of servers) await server.clearAway(keepFolders);
    await database.stop();
    if (!keepFolders) await rm(folder, { recursive: true, force: true });
  };
  try {
    for (let number = 0; number < count; number += 1) {
      const server = await ServerProcess.prepare(database.url);
      servers.push(server);
      // The first one brings the schema and the demo in; the others find them.
      await server.start();
    }
    const front = await openFront(servers.map(({ port }) => port));
    return {
      url: front.url,
      databaseUrl: database.url,
      folders: [folder, ...servers.map((server) => server.folder)],
      routing: () => whoRoutes(servers),
      async stop() {
        const codes: (number | null)[] = [];
        for (const server of servers) codes.push(await server.stop());
        return codes;
      },
      async clearAway(keepFolders) {
        await front.close();
        await clearAway(keepFolders);
      },
    };
  } catch (cause) {
    await clearAway(false);
    throw cause;
  }
}

async function whoRoutes(servers: readonly ServerProcess[]): Promise<ServerProcess> {
  for (;;) {
    for (const server of servers) if (server.pid !== undefined && (await routes(server))) return server;
    await after(LOOK_EVERY);
  }
}

async function routes(server: ServerProcess): Promise<boolean> {
  const answer = await fetch(`${server.url}/metrics`);
  return /^intray_routing 1$/m.test(await answer.text());
}
