/** On what, with what and when it was measured: without that a figure means nothing. */

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { cpus, release, totalmem, type } from 'node:os';

const PEERS = ['pg', 'pg-boss', 'graphile-worker', 'ws', 'xstate'];

export async function circumstances(database: string, command: string): Promise<string> {
  const processors = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  const versions = await Promise.all(PEERS.map(async (name) => `${name} ${await versionOf(name)}`));
  return [
    `\`${command}\`, ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    `${processors.length} × ${processors[0]?.model.trim() ?? 'unknown processor'}, ${memory}, ${type()} ${release()}`,
    `${database} (fsync, synchronous_commit and full_page_writes on), Node ${process.versions.node}, ${versions.join(', ')}`,
  ].join('  \n');
}

/** Not every package lets its package.json be imported, so it is read where the package was found. */
async function versionOf(name: string): Promise<string> {
  const entry = createRequire(import.meta.url).resolve(name);
  const folder = entry.slice(0, entry.lastIndexOf(`/node_modules/${name}/`) + `/node_modules/${name}`.length);
  const { version } = JSON.parse(await readFile(`${folder}/package.json`, 'utf8')) as { version: string };
  return version;
}
