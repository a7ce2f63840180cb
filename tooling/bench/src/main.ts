/** npm run bench: what Intray costs, beside what others cost on the same database in the same run. */
import { fileURLToPath } from 'node:url';
import { FULL, QUICK, readOptions, UsageError, WORKLOAD_NAMES } from './options.ts';
import { circumstances } from './report/circumstances.ts';
import { textOf, writeInto } from './report/document.ts';
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
  const turns = { plan: options.quick ? QUICK : FULL, signal: stopping.signal, tell: progress.tell };
  const { rows, database } = await runBench(options.only, turns).finally(progress.end);
  const command = ['npm run bench', ...(args.length > 0 ? ['--', ...args] : [])].join(' ');
  const now = await circumstances(database, command);
  const lines = linesOf(rows, now.day);
  process.stdout.write(`\n${textOf(lines, now.run, now.on)}\n`);
  if (options.write) {
    await writeInto(PAGE, lines, now, options.only.length === WORKLOAD_NAMES.length);
    progress.note(`Written to ${PAGE}.`);
  }
}

main(process.argv.slice(2)).catch((cause: unknown) => {
  process.exitCode = 1;
  if (cause instanceof Stopped || cause instanceof UsageError) process.stderr.write(`\n${cause.message}\n`);
  else process.stderr.write(`\n${cause instanceof Error ? cause.stack : String(cause)}\n`);
});
