// The web desk: a static export in apps/web/out, built again only when something it is made of has changed.
import { existsSync } from 'node:fs';
import { compressFolder } from './compress.mjs';
import { fingerprint, isStamped, putStamp } from './fingerprint.mjs';
import { runNode } from './processes.mjs';
import { at, say } from './repository.mjs';

const MADE_OF = [
  'pnpm-lock.yaml',
  'tooling/run/compress.mjs',
  'tooling/typescript',
  'packages/core',
  'packages/importing',
  'packages/api',
  'packages/ui',
  'apps/web',
];
const STAMP = at('apps/web/.next/intray-built');

/** Builds the web desk if needed; stops the process if that fails. */
export async function buildWeb() {
  const print = fingerprint(MADE_OF);
  if (isStamped(STAMP, print) && existsSync(at('apps/web/out/index.html'))) return;

  say('Building the web desk …');
  const code = await runNode([at('apps/web/node_modules/next/dist/bin/next'), 'build'], {
    cwd: at('apps/web'),
  });
  if (code !== 0) {
    process.stderr.write(`The web desk could not be built: next build ended with ${code}.\n`);
    process.exit(code);
  }
  compressFolder(at('apps/web/out'));
  putStamp(STAMP, print);
}
