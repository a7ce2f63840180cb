/** `npm run simulate`: days in a simulated contact centre, each from its seed, with everything that can go wrong. */
import { parseArgs } from 'node:util';
import { type CampaignReport, campaign } from './campaign.ts';
import { day } from './day.ts';
import { KEPT } from './kept-seeds.ts';
import { forget, nextSeed, noteSeed } from './progress.ts';

const USAGE = `npm run simulate -- [--seeds 1000] [--from 1] [--seed S] [--long] [--afresh]

Lives through days in a contact centre under virtual time and checks after every commit what must always hold. Days
that once went wrong (kept-seeds.json) come first; one that goes wrong is added there.
  --seeds   how many days (default 1,000)
  --from    the seed of the first one (default 1)
  --seed    one day again, with everything that happens, line by line
  --long    100,000 days. Ctrl-C stops; the same command goes on where it was
  --afresh  begins the long run anew
  --no-keep repeats no kept days and keeps none; ends with the first that goes wrong
Ends with 0 if every day went well, 1 if not.`;

const LONG = 100_000;
const write = (line: string): void => void process.stdout.write(`${line}\n`);

interface Asked {
  readonly seeds: number;
  readonly from: number;
  readonly seed: number | undefined;
  readonly long: boolean;
  readonly afresh: boolean;
  readonly keep: boolean;
}

/** @throws Error with a sentence for the person who typed it */
function read(args: readonly string[]): Asked | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seeds: { type: 'string' },
      from: { type: 'string', default: '1' },
      seed: { type: 'string' },
      long: { type: 'boolean', default: false },
      afresh: { type: 'boolean', default: false },
      'no-keep': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return undefined;
  const { long, afresh } = values;
  return {
    seeds: values.seeds === undefined ? (long ? LONG : 1_000) : whole('seeds', values.seeds),
    from: whole('from', values.from),
    seed: values.seed === undefined ? undefined : whole('seed', values.seed),
    long,
    afresh,
    keep: !values['no-keep'],
  };
}

function whole(name: string, text: string): number {
  if (/^\d{1,10}$/.test(text)) return Number(text);
  throw new Error(`--${name}: expected a whole number, got "${text}".`);
}

async function replay(seed: number): Promise<number> {
  const { breach, items, acknowledged, took } = await day(seed, { write });
  write(`Day ${seed}: ${items} pieces of work, ${acknowledged} commands, ${Math.round(took / 1_000)} s.`);
  if (breach === undefined) {
    write('All went well.');
    return 0;
  }
  write(`BROKEN: ${breach.rule}\n${breach.detail}`);
  return 1;
}

async function many({ seeds, from, long, afresh, keep }: Asked): Promise<number> {
  const stopping = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stopping.abort());
  if (afresh) forget();
  const first = long ? nextSeed(from) : from;
  if (first > from) write(`Going on with day ${first}.`);
  const every = long ? 1_000 : 100;
  let days = 0;
  const report = await campaign({
    from: first,
    count: from + seeds - first,
    keep: keep ? KEPT : undefined,
    firstOnly: !keep,
    signal: stopping.signal,
    onDay({ seed, breach }, next) {
      days += 1;
      if (long) noteSeed(next);
      if (breach !== undefined)
        write(
          `Day ${seed} BROKEN: ${breach.rule}\n  ${breach.detail}\n  again: npm run simulate -- --seed ${seed}`,
        );
      if (days % every === 0) write(`${days} days …`);
    },
  });
  if (long && !report.stopped) forget();
  write(summary(report));
  return report.failed.length === 0 ? 0 : 1;
}

function summary({
  days,
  steps,
  commits,
  items,
  acknowledged,
  took,
  failed,
  stopped,
}: CampaignReport): string {
  const n = (figure: number) => figure.toLocaleString('en');
  const hours = (took / 3_600_000).toFixed(1);
  return (
    `${stopped ? 'Stopped after' : 'Done:'} ${n(days)} days (${hours} h of virtual time), ${n(steps)} steps, ` +
    `${n(commits)} commits, ${n(items)} pieces of work, ${n(acknowledged)} acknowledged commands. ` +
    `${failed.length === 0 ? 'Nothing was broken.' : `${failed.length} broken: ${failed.map(({ seed }) => seed).join(', ')}.`}`
  );
}

try {
  const asked = read(process.argv.slice(2));
  if (asked === undefined) write(USAGE);
  else process.exitCode = asked.seed === undefined ? await many(asked) : await replay(asked.seed);
} catch (wrong) {
  process.stderr.write(`${wrong instanceof Error ? wrong.message : String(wrong)}\n`);
  process.exitCode = 2;
}
