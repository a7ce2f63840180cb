// A program of this repository, run with its own Node after an install where one is due.
import { install } from './install.mjs';
import { runNode } from './processes.mjs';
import { at } from './repository.mjs';

// What a server allocates for a command is garbage a moment later. With Node's own 16 MB for what is new it is looked
// through many times a second, and what is in use just then is copied each time; with 64 MB seldom. Costs that memory.
const ROOM_FOR_WHAT_IS_NEW = ['--min-semi-space-size=32', '--max-semi-space-size=64'];

// What Node makes of the source is kept: every start but the first takes a third of the time until it is loaded.
const NODE_COMPILE_CACHE = at('node_modules', '.cache', 'node');

/** Runs a TypeScript entry file to its end and leaves with its exit code. */
export async function launch(entry, args = process.argv.slice(2)) {
  await install();
  const env = { NODE_COMPILE_CACHE, ...process.env };
  process.exit(await runNode([...ROOM_FOR_WHAT_IS_NEW, at(entry), ...args], { env }));
}
