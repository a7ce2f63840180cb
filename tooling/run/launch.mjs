// A program of this repository, run with its own Node after an install where one is due.
import { install } from './install.mjs';
import { runNode } from './processes.mjs';
import { at } from './repository.mjs';

/** Runs a TypeScript entry file to its end and leaves with its exit code. */
export async function launch(entry, args = process.argv.slice(2)) {
  await install();
  process.exit(await runNode([at(entry), ...args]));
}
