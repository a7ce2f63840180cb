/** `npm run crash`: kills the server and its database again and again, and counts what was lost. */
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { printReport, printRound } from './printing.ts';
import { run, TARGETS, type Target } from './rounds.ts';
import { printRouterReport, printRouterRound } from './routers/printing.ts';
import { type RouterRound, runRouters } from './routers/rounds.ts';

const USAGE = `npm run crash -- [--rounds 20] [--seed N] [--target server|database|both] [--routers]

Starts the whole server with the demo contact centre and a new embedded database in a temporary folder, puts it under
load, kills it (kill -9) again and again, and checks after each return that nothing acknowledged was lost or doubled.
  --rounds  kills of each target (default 20)
  --seed    chooses the moments and what everybody does (default: another one each time; it is printed)
  --target  what is killed: the server, its database, or both in turn (default both)
  --routers three servers on one database; what is killed is the one that routes, and another one must
            offer work within three seconds
Ctrl-C stops and clears away. Ends with 0 if every promise was kept, 1 if not.`;

interface Asked {
  readonly rounds: number;
  readonly seed: number;
  readonly target: Target;
  readonly routers: boolean;
}

/** @throws Error with a sentence for the person who typed it */
function read(args: readonly string[]): Asked | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: 'string', default: '20' },
      seed: { type: 'string', default: String(randomInt(2 ** 31)) },
      target: { type: 'string', default: 'both' },
      routers: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return undefined;
  const target = TARGETS.find((known) => known === values.target);
  if (target === undefined)
    throw new Error(`--target: expected one of ${TARGETS.join(', ')}, got "${values.target}".`);
  const { routers } = values;
  return { rounds: whole('rounds', values.rounds, 1), seed: whole('seed', values.seed, 0), target, routers };
}

function whole(name: string, text: string, least: number): number {
  const number = Number(text);
  if (/^\d{1,10}$/.test(text) && number >= least) return number;
  throw new Error(`--${name}: expected a whole number from ${least}, got "${text}".`);
}

async function main(): Promise<number> {
  const asked = read(process.argv.slice(2));
  const write = (line: string) => process.stdout.write(`${line}\n`);
  if (asked === undefined) {
    write(USAGE);
    return 0;
  }
  const stopping = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    process.once(name, () => stopping.abort(new Error('Stopped; everything is cleared away.')));
  write(`Seed ${asked.seed}: the same again with --seed ${asked.seed}.`);
  const { signal } = stopping;
  if (asked.routers) {
    const onRound = (round: RouterRound) => printRouterRound(write, round);
    return printRouterReport(write, await runRouters({ ...asked, servers: 3, signal, onRound })) ? 0 : 1;
  }
  const report = await run({
    ...asked,
    signal,
    onRound: (round) => printRound(write, round),
  });
  return printReport(write, report) ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (failure) {
  process.stderr.write(`${failure instanceof Error ? failure.message : String(failure)}\n`);
  process.exitCode = 1;
}
