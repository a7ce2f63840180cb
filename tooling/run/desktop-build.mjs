// The desktop desk: main process, preload and page in apps/desktop/out, built again only when something has changed.
import { existsSync } from 'node:fs';
import { fingerprint, isStamped, putStamp } from './fingerprint.mjs';
import { runNode } from './processes.mjs';
import { at, say } from './repository.mjs';

const MADE_OF = [
  'pnpm-lock.yaml',
  'tooling/typescript',
  'packages/core',
  'packages/importing',
  'packages/api',
  'packages/ui',
  'apps/desktop/src',
  'apps/desktop/electron.vite.config.ts',
];
const STAMP = at('apps/desktop/out/intray-built');

/** Builds it if needed; stops the process if that fails. Needs no Electron. */
export async function buildDesktop() {
  const print = fingerprint(MADE_OF);
  if (isStamped(STAMP, print) && existsSync(at('apps/desktop/out/renderer/index.html'))) return;

  say('Building the desktop desk …');
  const tool = at('apps/desktop/node_modules/electron-vite/bin/electron-vite.js');
  const code = await runNode([tool, 'build', '--logLevel', 'warn'], { cwd: at('apps/desktop') });
  if (code !== 0) {
    process.stderr.write(`The desktop desk could not be built: electron-vite ended with ${code}.\n`);
    process.exit(code);
  }
  putStamp(STAMP, print);
}
