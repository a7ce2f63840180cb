/** The run: load, a kill at a moment nobody chose, back, checked; again; and in the end everything gets done. */
import { setTimeout as after } from 'node:timers/promises';
import { readBooks } from './books.ts';
import { type Breach, breachesIn } from './checks.ts';
import { dice } from './dice.ts';
import { evidence } from './evidence.ts';
import { killAndAwaitReturn, type Victim } from './kill.ts';
import { ServerProcess } from './server-process.ts';
import { putUnderLoad } from './under-load.ts';
import { breachesAtTheDoor } from './wire-checks.ts';

export const TARGETS = ['server', 'database', 'both'] as const;
export type Target = (typeof TARGETS)[number];

export interface RunOptions {
  /** Kills of each target. */
  readonly rounds: number;
  readonly seed: number;
  readonly target: Target;
  readonly signal: AbortSignal;
  /** How much is asked about at the door after each kill: 40 submissions and 40 other commands unless given. */
  readonly sample?: number;
  /** Hears of every round when it is over. */
  readonly onRound?: (round: Round) => void;
}

export interface Round {
  readonly number: number;
  readonly of: number;
  readonly victim: Victim;
  /** Milliseconds of load before the kill. */
  readonly killedAfter: number;
  /** Milliseconds from the kill until the server said that it was ready. */
  readonly readyAfter: number;
  /** Commands acknowledged since the start, at the time of the check. */
  readonly acknowledged: number;
  readonly breaches: readonly Breach[];
}

export interface Report {
  readonly seed: number;
  readonly rounds: readonly Round[];
  readonly acknowledged: number;
  readonly submitted: number;
  /** Of the last check of all, when everything was done. */
  readonly finalBreaches: readonly Breach[];
  /** Of the orderly stop at the end; 0 is well. */
  readonly exitCode: number | null;
  /** Kept when something was broken, to be looked at. */
  readonly folder: string | undefined;
}

/** The kill comes after so many milliseconds more, at most. */
const LATEST_KILL = 1_500;

/** Runs to the end, or throws when the signal aborts or somebody could not go on. Clears away behind itself. */
export async function run(options: RunOptions): Promise<Report> {
  const server = await ServerProcess.prepare();
  const ending = new AbortController();
  let sound = false;
  try {
    const report = await runOn(server, {
      ...options,
      signal: AbortSignal.any([options.signal, ending.signal]),
    });
    sound = [...report.rounds, { breaches: report.finalBreaches }].every(
      ({ breaches }) => breaches.length === 0,
    );
    return sound ? report : { ...report, folder: server.folder };
  } finally {
    // Whoever is still insisting on an answer leaves now.
    ending.abort(new Error('The run is over.'));
    await server.clearAway(!sound && !options.signal.aborted);
  }
}

async function runOn(
  server: ServerProcess,
  { rounds, seed, target, signal, sample = 40, onRound }: RunOptions,
): Promise<Report> {
  const chance = dice(seed);
  const victims = victimsOf(target, rounds);
  const done: Round[] = [];

  await server.start();
  const load = await putUnderLoad(server.url, seed, signal);
  const { ledger } = load;

  for (const [index, victim] of victims.entries()) {
    const from = ledger.count;
    await load.someWork('Work before a kill');
    // A timer, and no happening, so that the kill finds the server at whatever it is doing.
    const killedAfter = chance.below(LATEST_KILL);
    await after(killedAfter, undefined, { signal });
    const readyAfter = await load.soon('The return', killAndAwaitReturn(server, victim));
    await load.someWork('Work after a kill');
    const page = ledger.page();
    const breaches = [
      ...breachesIn(evidence(page, await books(server))),
      ...(await breachesAtTheDoor({ url: server.url, ledger: page, from, sample, dice: chance, signal })),
    ];
    const round = { number: index + 1, of: victims.length, victim, killedAfter, readyAfter, breaches };
    done.push({ ...round, acknowledged: ledger.count });
    onRound?.({ ...round, acknowledged: ledger.count });
  }

  const settled = await load.settle(() => books(server));
  const page = ledger.page();
  const finalBreaches = breachesIn(evidence(page, settled, true));
  await load.end();
  return {
    seed,
    rounds: done,
    acknowledged: page.acknowledged.length,
    submitted: page.submitted.size,
    finalBreaches,
    exitCode: await server.stop(),
    folder: undefined,
  };
}

async function books(server: ServerProcess) {
  const postmaster = await server.postmaster();
  if (postmaster === undefined) throw new Error('There is no database to read.');
  return readBooks(postmaster.url);
}

/** Server and database in turn. Every fourth kill takes more: the database's children, or both at once. */
function victimsOf(target: Target, rounds: number): readonly Victim[] {
  const kinds = target === 'both' ? (['server', 'database'] as const) : [target];
  return Array.from({ length: rounds }, (_, round) => round).flatMap((round) =>
    kinds.map((kind): Victim => {
      if (round % 4 !== 3) return kind;
      return kind === 'server' ? 'server and database' : 'database and its children';
    }),
  );
}
