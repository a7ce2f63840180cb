// Brings everything the repository needs, Node 24 included, into node_modules. Nothing is installed globally.

import { existsSync } from 'node:fs';
import { fingerprint, isStamped, putStamp } from './fingerprint.mjs';
import { packageFolders } from './packages.mjs';
import { run } from './processes.mjs';
import { at, node24, pinnedPnpm, say } from './repository.mjs';

const STAMP = at('node_modules', '.intray-installed');

/** Installs if node_modules is missing or no longer what the lockfile says; stops the process if that fails. */
export async function install() {
  const print = fingerprint([
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    'package.json',
    ...packageFolders().map((folder) => `${folder}/package.json`),
  ]);
  if (isStamped(STAMP, print) && existsSync(node24)) return;

  const pnpm = pinnedPnpm();
  say(`Installing with ${pnpm} …`);
  // A new layout of node_modules replaces the old one without asking: there may be nobody to answer.
  const args = ['-y', pnpm, 'install', '--frozen-lockfile', '--config.confirmModulesPurge=false'];
  const code = await run('npx', args, { shell: process.platform === 'win32' });
  if (code !== 0) {
    process.stderr.write(
      `${pnpm} install ended with ${code}; its message stands above. ` +
        'It needs the npm registry and about 1.5 GB of free disk.\n',
    );
    process.exit(code);
  }
  putStamp(STAMP, print);
}
