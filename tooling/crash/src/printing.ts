/** What a person at the terminal sees of a run. */
import type { Breach } from './checks.ts';
import type { Report, Round } from './rounds.ts';

export type Write = (line: string) => void;

/** The first few say what is wrong; ten thousand of them say no more. */
const MOST_SHOWN = 10;

/** One line a round, and what was broken in it. */
export function printRound(write: Write, round: Round): void {
  const { number, of, victim, killedAfter, readyAfter, acknowledged, breaches } = round;
  const count = `${number}/${of}`.padStart(6);
  write(
    `${count}  kill -9 ${victim.padEnd(25)} at ${String(killedAfter).padStart(4)} ms   ready after ` +
      `${seconds(readyAfter)}   ${String(acknowledged).padStart(6)} acknowledged   ${verdict(breaches)}`,
  );
  printBreaches(write, breaches);
}

/** The figures of the whole run. Answers whether every promise was kept. */
export function printReport(write: Write, report: Report): boolean {
  const { rounds, finalBreaches, acknowledged, submitted, exitCode, folder, seed } = report;
  const broken = [...rounds.flatMap(({ breaches }) => breaches), ...finalBreaches];
  write('');
  for (const victim of new Set(rounds.map((round) => round.victim))) {
    const times = rounds.filter((round) => round.victim === victim).map(({ readyAfter }) => readyAfter);
    write(
      `${victim.padEnd(25)} killed ${String(times.length).padStart(3)} times, ` +
        `ready after ${seconds(median(times))} (median), ${seconds(Math.max(...times))} (longest)`,
    );
  }
  write(`${acknowledged} commands acknowledged, ${submitted} of them new work; all of it done in the end.`);
  write(`Seed ${seed}. ${broken.length} broken promises. The server stopped with code ${exitCode}.`);
  printBreaches(write, finalBreaches);
  if (folder !== undefined) write(`Database and log are kept in ${folder}.`);
  return broken.length === 0 && exitCode === 0;
}

export function printBreaches(write: Write, breaches: readonly Breach[]): void {
  for (const { check, detail } of breaches.slice(0, MOST_SHOWN)) write(`        ${check}: ${detail}`);
  if (breaches.length > MOST_SHOWN) write(`        … and ${breaches.length - MOST_SHOWN} more`);
}

export const verdict = (breaches: readonly Breach[]): string =>
  breaches.length === 0 ? 'nothing lost, nothing doubled' : `${breaches.length} BROKEN PROMISES`;

export const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;

/** Of a list that is not empty. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[(sorted.length - 1) >> 1] ?? 0, sorted[middle] ?? 0];
  return (low + high) / 2;
}
