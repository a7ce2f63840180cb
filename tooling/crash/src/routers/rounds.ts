/** The run: several servers under load, the one that routes dies, another takes over; again; in the end all is done. */
import { setTimeout as after } from 'node:timers/promises';
import { readBooks } from '../books.ts';
import { type Breach, breachesIn } from '../checks.ts';
import { dice } from '../dice.ts';
import { evidence } from '../evidence.ts';
import { putUnderLoad } from '../under-load.ts';
import { breachesAtTheDoor } from '../wire-checks.ts';
import { type Servers, startServers } from './servers.ts';
import { killTheRouter, type Takeover } from './takeover.ts';

export interface RouterRunOptions {
  readonly servers: number;
  readonly rounds: number;
  readonly seed: number;
  readonly signal: AbortSignal;
  /** How much is asked about at the door after each kill: 40 submissions and 40 other commands unless given. */
  readonly sample?: number;
  /** Hears of every round when it is over. */
  readonly onRound?: (round: RouterRound) => void;
}

export interface RouterRound extends Takeover {
  readonly number: number;
  readonly of: number;
  /** Commands acknowledged since the start, at the time of the check. */
  readonly acknowledged: number;
  readonly breaches: readonly Breach[];
}

export interface RouterReport {
  readonly seed: number;
  readonly rounds: readonly RouterRound[];
  readonly acknowledged: number;
  readonly submitted: number;
  /** Of the last check of all, when everything was done. */
  readonly finalBreaches: readonly Breach[];
  /** Of the orderly stop of each server at the end; 0 is well. */
  readonly exitCodes: readonly (number | null)[];
  /** Kept when something was broken, to be looked at. */
  readonly folders: readonly string[];
}

/** The kill comes at a moment within so many milliseconds. */
const LATEST_KILL = 1_500;

/** Runs to the end, or throws when the signal aborts or somebody could not go on. Clears away behind itself. */
export async function runRouters(options: RouterRunOptions): Promise<RouterReport> {
  const servers = await startServers(options.servers);
  const ending = new AbortController();
  let sound = false;
  try {
    const signal = AbortSignal.any([options.signal, ending.signal]);
    const report = await runOn(servers, { ...options, signal });
    sound = [...report.rounds, { breaches: report.finalBreaches }].every(
      ({ breaches }) => breaches.length === 0,
    );
    return sound ? report : { ...report, folders: servers.folders };
  } finally {
    ending.abort(new Error('The run is over.'));
    await servers.clearAway(!sound && !options.signal.aborted);
  }
}

async function runOn(
  servers: Servers,
  { rounds, seed, signal, sample = 40, onRound }: RouterRunOptions,
): Promise<RouterReport> {
  const { url, databaseUrl } = servers;
  const chance = dice(seed);
  const done: RouterRound[] = [];
  const load = await putUnderLoad(url, seed, signal);
  const { ledger } = load;

  for (let number = 1; number <= rounds; number += 1) {
    const from = ledger.count;
    await load.someWork('Work before a kill');
    // A timer, and no happening, so that the kill finds the server at whatever it is doing.
    await after(chance.below(LATEST_KILL), undefined, { signal });
    const takeover = await load.soon('The take-over', killTheRouter(servers));
    await load.someWork('Work after a kill');
    const page = ledger.page();
    const breaches = [
      ...breachesIn(evidence(page, await readBooks(databaseUrl))),
      ...(await breachesAtTheDoor({ url, ledger: page, from, sample, dice: chance, signal })),
    ];
    const round = { ...takeover, number, of: rounds, acknowledged: ledger.count, breaches };
    done.push(round);
    onRound?.(round);
  }

  const settled = await load.settle(() => readBooks(databaseUrl));
  const page = ledger.page();
  const finalBreaches = breachesIn(evidence(page, settled, true));
  await load.end();
  return {
    seed,
    rounds: done,
    acknowledged: page.acknowledged.length,
    submitted: page.submitted.size,
    finalBreaches,
    exitCodes: await servers.stop(),
    folders: [],
  };
}
