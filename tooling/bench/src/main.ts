/** npm run bench: what Intray costs, beside what others cost on the same database in the same run. */
import { fileURLToPath } from 'node:url';
import { desk, FULL_DESK, QUICK_DESK } from './desk/desk.ts';
import { tableOfFigures } from './desk/figure.ts';
import { desktop, FULL_DESKTOP, QUICK_DESKTOP } from './desktop/desktop.ts';
import { FULL, QUICK, readOptions, UsageError, WORKLOAD_NAMES } from './options.ts';
import { circumstances } from './report/circumstances.ts';
import {
  DESK_MARKS,
  DESKTOP_MARKS,
  renewedText,
  textOf,
  withCircumstances,
  writeInto,
} from './report/document.ts';
import { progressOn } from './report/progress.ts';
import { linesOf } from './report/table.ts';
import { runBench } from './run-bench.ts';

const PAGE = fileURLToPath(new URL('../../../docs/performance.md', import.meta.url));

class Stopped extends Error {}

async function main(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  const stopping = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    process.once(name, () => stopping.abort(new Stopped('Stopped before the end; nothing was written.')));

  const progress = progressOn(process.stderr);
  const { signal } = stopping;
  const { tell } = progress;
  const command = ['npm run bench', ...(args.length > 0 ? ['--', ...args] : [])].join(' ');
  if (options.desk) {
    const plan = options.quick ? QUICK_DESK : FULL_DESK;
    const { figures, database } = await desk(plan, { signal, tell }).finally(progress.end);
    const { run, on } = await circumstances(database, command);
    const text = withCircumstances(tableOfFigures(figures), run, on);
    process.stdout.write(`\n${text}\n`);
    if (options.write) await writeInto(PAGE, () => text, DESK_MARKS);
  } else if (options.desktop) {
    const plan = options.quick ? QUICK_DESKTOP : FULL_DESKTOP;
    const { figures } = await desktop(plan, { signal, tell }).finally(progress.end);
    const { run, on } = await circumstances('', command);
    // There is no database and no peer beside it: the machine is all that matters.
    const [machine = ''] = on.split('\n');
    const text = withCircumstances(tableOfFigures(figures), run, machine.trim());
    process.stdout.write(`\n${text}\n`);
    if (options.write) await writeInto(PAGE, () => text, DESKTOP_MARKS);
  } else {
    const turns = { plan: options.quick ? QUICK : FULL, signal, tell };
    const { rows, database } = await runBench(options.only, turns).finally(progress.end);
    const now = await circumstances(database, command);
    const lines = linesOf(rows, now.day);
    process.stdout.write(`\n${textOf(lines, now.run, now.on)}\n`);
    const all = options.only.length === WORKLOAD_NAMES.length;
    if (options.write) await writeInto(PAGE, (old) => renewedText(old, lines, now, all));
  }
  if (options.write) progress.note(`Written to ${PAGE}.`);
}

main(process.argv.slice(2)).catch((cause: unknown) => {
  process.exitCode = 1;
  if (cause instanceof Stopped || cause instanceof UsageError) process.stderr.write(`\n${cause.message}\n`);
  else process.stderr.write(`\n${cause instanceof Error ? cause.stack : String(cause)}\n`);
});
