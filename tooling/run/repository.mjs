// Where things are. Every script of this folder runs before anything is installed, on whatever Node the machine
// has: it may import nothing but Node's own modules and its neighbours.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = 20;

/** The repository's root folder, absolute. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/**
 * The Node 24 that the repository brings itself: the binary and not a shim, so that a signal sent to it arrives.
 * There only after {@link file://./install.mjs install}.
 */
export const node24 = join(
  root,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/** A path inside the repository, absolute. */
export function at(...parts) {
  return join(root, ...parts);
}

/** The pnpm that package.json pins, for example `pnpm@12.21.0`. */
export function pinnedPnpm() {
  const { packageManager } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
  return packageManager.split('+')[0];
}

/** Prints a line of progress that can be told from the output of the tools themselves. */
export function say(text) {
  process.stdout.write(`▸ ${text}\n`);
}

const major = Number(process.versions.node.split('.')[0]);
if (major < OLDEST_NODE) {
  process.stderr.write(
    `Intray needs Node ${OLDEST_NODE} or newer to start; this is Node ${process.versions.node}. ` +
      'Install a newer one from your system or nodejs.org and run the command again.\n',
  );
  process.exit(1);
}
