/** What a person at the terminal sees of a run in which routers die. */
import { median, printBreaches, seconds, verdict, type Write } from '../printing.ts';
import type { RouterReport, RouterRound } from './rounds.ts';

/** Another server has to offer work within so many milliseconds. */
export const TAKEN_OVER_WITHIN = 3_000;

/** One line a round, and what was broken in it. */
export function printRouterRound(write: Write, round: RouterRound): void {
  const { number, of, offerAfter, readyAfter, acknowledged, breaches } = round;
  const count = `${number}/${of}`.padStart(6);
  const late = offerAfter > TAKEN_OVER_WITHIN ? '   TOO LATE' : '';
  write(
    `${count}  kill -9 of the router   another one offers after ${seconds(offerAfter)}   the dead one is back after ` +
      `${seconds(readyAfter)}   ${String(acknowledged).padStart(6)} acknowledged   ${verdict(breaches)}${late}`,
  );
  printBreaches(write, breaches);
}

/** The figures of the whole run. Answers whether every promise was kept. */
export function printRouterReport(write: Write, report: RouterReport): boolean {
  const { rounds, finalBreaches, acknowledged, submitted, exitCodes, folders, seed } = report;
  const broken = [...rounds.flatMap(({ breaches }) => breaches), ...finalBreaches];
  const times = rounds.map(({ offerAfter }) => offerAfter);
  const longest = Math.max(...times);
  write('');
  write(
    `The router was killed ${times.length} times; another one offered work after ${seconds(median(times))} (median), ` +
      `${seconds(longest)} (longest; allowed ${seconds(TAKEN_OVER_WITHIN)}).`,
  );
  write(`${acknowledged} commands acknowledged, ${submitted} of them new work; all of it done in the end.`);
  write(
    `Seed ${seed}. ${broken.length} broken promises. The servers stopped with codes ${exitCodes.join(', ')}.`,
  );
  printBreaches(write, finalBreaches);
  if (folders.length > 0) write(`Database and logs are kept in ${folders.join(', ')}.`);
  return broken.length === 0 && longest <= TAKEN_OVER_WITHIN && exitCodes.every((code) => code === 0);
}
