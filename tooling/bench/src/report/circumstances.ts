/** On what, with what and when it was measured: without that a figure means nothing. */

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { cpus, release, totalmem, type } from 'node:os';

const PEERS = ['pg', 'pg-boss', 'graphile-worker', 'ws', 'xstate'];

export interface Circumstances {
  /** Which day it was, UTC. */
  readonly day: string;
  /** What was called, and when. */
  readonly run: string;
  /** On what machine and with what. Figures of two runs may stand in one table if this is the same. */
  readonly on: string;
}

export async function circumstances(database: string, command: string): Promise<Circumstances> {
  const processors = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  const versions = await Promise.all(PEERS.map(async (name) => `${name} ${await versionOf(name)}`));
  const now = new Date().toISOString();
  const on = [
    `${processors.length} × ${processors[0]?.model.trim() ?? 'unknown processor'}, ${memory}, ${type()} ${release()}`,
    `${database} (fsync, synchronous_commit and full_page_writes on), Node ${process.versions.node}, ${versions.join(', ')}`,
  ].join('  \n');
  return { day: now.slice(0, 10), run: `\`${command}\`, ${now.slice(0, 16).replace('T', ' ')} UTC`, on };
}

/** Not every package lets its package.json be imported, so it is read where the package was found. */
async function versionOf(name: string): Promise<string> {
  const entry = createRequire(import.meta.url).resolve(name);
  const folder = entry.slice(0, entry.lastIndexOf(`/node_modules/${name}/`) + `/node_modules/${name}`.length);
  const { version } = JSON.parse(await readFile(`${folder}/package.json`, 'utf8')) as { version: string };
  return version;
}
