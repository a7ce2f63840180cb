/** `intray import`: who asks, which files, and how it ended. */
import { resolve } from 'node:path';
import type { Config } from '../config.ts';
import { deskClient } from '../import/desk-client.ts';
import { importFile } from '../import/import-file.ts';
import { credentials, type ServerArguments, serverUrl } from './credentials.ts';

export interface ImportArguments extends ServerArguments {
  readonly map: string;
  readonly rejects?: string;
  readonly state?: string;
  readonly dryRun?: boolean;
}

/** Some rows were not imported. */
const SOME_REJECTED = 3;
/** How long a server may be gone in the middle of an import, in milliseconds. */
const PATIENCE = 60_000;

/** Answers the exit code. */
export async function importCommand(path: string, given: ImportArguments, config: Config): Promise<number> {
  const at = (name: string) => resolve(config.startedIn, name);
  const file = at(path);
  const url = serverUrl(given, config);
  const rejects = at(given.rejects ?? `${path}.rejects.csv`);

  const interrupted = new AbortController();
  process.once('SIGINT', () => interrupted.abort());
  const { signal } = interrupted;
  const client = given.dryRun
    ? undefined
    : deskClient({ url, ...(await credentials(given, config, url, 'agent1')), signal, patienceMs: PATIENCE });

  const summary = await importFile({
    file,
    map: at(given.map),
    rejects,
    state: at(given.state ?? `${path}.import-state.json`),
    url,
    client,
    signal,
    output: process.stderr,
  });

  const { rows, created, alreadyThere, rejected, seconds } = summary;
  const counts = given.dryRun
    ? `${created} could be imported`
    : `${created} new, ${alreadyThere} already there`;
  process.stdout.write(`${rows} rows: ${counts}, ${rejected} rejected, ${seconds.toFixed(1)} s\n`);
  if (rejected > 0 && !given.dryRun)
    process.stdout.write(`The rejected rows and the reasons are in ${rejects}\n`);
  if (!summary.complete) {
    process.stdout.write('Interrupted. The same command goes on from here.\n');
    return 1;
  }
  return rejected > 0 ? SOME_REJECTED : 0;
}
