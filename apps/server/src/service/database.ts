/** The database that this process works on: the one that is named, or the embedded one in the data folder. */
import { join } from 'node:path';
import { startEmbeddedPostgres } from '@intray/store/embedded';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';

export interface DatabaseServer {
  /** Holds the password: never to be logged. */
  readonly url: string;
  readonly embedded: boolean;
  stop(): Promise<void>;
}

/** Where the embedded database keeps its files. */
export const databaseFolder = (config: Pick<Config, 'dataDir'>): string => join(config.dataDir, 'postgres');

/** @throws DataFolderInUse, EmbeddedPostgresFailure */
export async function findDatabase(config: Config, log: Logger): Promise<DatabaseServer> {
  if (config.databaseUrl !== undefined)
    return { url: config.databaseUrl, embedded: false, stop: async () => {} };
  const postgres = await startEmbeddedPostgres({
    dataDir: databaseFolder(config),
    log: (line) => log.debug({ part: 'postgres' }, line),
    onRestart: () => log.warn({ part: 'postgres' }, 'The embedded database died and is back.'),
  });
  return { url: postgres.url, embedded: true, stop: () => postgres.stop() };
}
