/** npm run bench: what Intray costs, beside what others cost on the same database in the same run. */
import { fileURLToPath } from 'node:url';
import { FULL, QUICK, readOptions, UsageError } from './options.ts';
import { circumstances } from './report/circumstances.ts';
import { writeInto } from './report/document.ts';
import { progressOn } from './report/progress.ts';
import { tableOf } from './report/table.ts';
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
  const text = `${tableOf(rows)}\n\n${await circumstances(database, command)}`;
  process.stdout.write(`\n${text}\n`);
  if (options.write) {
    await writeInto(PAGE, text);
    progress.note(`Written to ${PAGE}.`);
  }
}

main(process.argv.slice(2)).catch((cause: unknown) => {
  process.exitCode = 1;
  if (cause instanceof Stopped || cause instanceof UsageError) process.stderr.write(`\n${cause.message}\n`);
  else process.stderr.write(`\n${cause instanceof Error ? cause.stack : String(cause)}\n`);
});
