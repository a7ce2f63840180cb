// Running other programs: to their end, with their output captured, or in place of this one.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { node24, root } from './repository.mjs';

// Nothing that we start reports home.
const QUIET = { NEXT_TELEMETRY_DISABLED: '1', TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' };

const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP'];

const PARENT_LOOK_MS = 100;

/**
 * Runs a program with this terminal as its own and resolves with its exit code (128 + n after signal n).
 * SIGINT, SIGTERM and SIGHUP are handed on. At a terminal Ctrl-C already reaches the whole group, and a second
 * SIGINT would mean "at once" to a server that is finishing its work, so there it is not sent again.
 */
export function run(command, args, options = {}) {
  const child = begin(command, args, { ...options, stdio: 'inherit' });
  const forward = (signal) => {
    if (signal === 'SIGINT' && process.stdin.isTTY) return;
    child.kill(signal);
  };
  for (const signal of FORWARDED) process.on(signal, forward);
  const watch = whenAbandoned(() => child.kill('SIGTERM'));
  return ended(child).finally(() => {
    clearInterval(watch);
    for (const signal of FORWARDED) process.off(signal, forward);
  });
}

/** Runs a program and resolves with `{ code, output }`, both of its streams in one text. */
export async function capture(command, args, options = {}) {
  const child = begin(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const collect = (chunk) => {
    output += chunk;
  };
  child.stdout.setEncoding('utf8').on('data', collect);
  child.stderr.setEncoding('utf8').on('data', collect);
  return { code: await ended(child), output };
}

/** Runs a TypeScript or JavaScript file with the repository's own Node, like {@link run}. */
export function runNode(args, options) {
  return run(node24, args, options);
}

/**
 * npm hands a signal to the shell it runs us in; the shell dies of it without telling us, and we would serve on
 * with nobody left to stop us. A changed parent is how we notice. Only under npm: whoever starts the script
 * directly and leaves it behind means it.
 */
function whenAbandoned(stop) {
  if (!process.env.npm_lifecycle_event) return undefined;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, PARENT_LOOK_MS);
  return watch;
}

function begin(command, args, { env, ...options }) {
  return spawn(command, args, { cwd: root, env: { ...process.env, ...QUIET, ...env }, ...options });
}

function ended(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}
