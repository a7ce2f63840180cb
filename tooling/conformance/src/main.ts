/** `npm run conformance`: asks a server whether it speaks the Web Services v2 wire. */
import { writeFile } from 'node:fs/promises';
import { readOptions, USAGE } from './options.ts';
import { lineOf, reportOf, summaryOf } from './report.ts';
import { run } from './run.ts';

async function main(): Promise<number> {
  const write = (line: string) => process.stdout.write(`${line}\n`);
  const options = await readOptions(process.argv.slice(2), process.env, process.stdin);
  if (options === undefined) {
    write(USAGE);
    return 0;
  }
  const { settings, area, json, list } = options;
  const results = await run({
    settings,
    only: (candidate) => candidate.id.startsWith(area),
    onResult(result) {
      const line = list ? `${result.outcome.padEnd(15)} ${result.id}` : lineOf(result);
      if (line !== undefined) write(line);
    },
  });
  const report = reportOf(settings.url, results);
  if (json !== undefined) await writeFile(json, `${JSON.stringify(report, null, 2)}\n`);
  write(`\n${summaryOf(report)}`);
  if (results.length === 0) throw new Error(`--only: no case begins with "${area}".`);
  return report.failed === 0 ? 0 : 1;
}

process.exitCode = await main().catch((cause: unknown) => {
  process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
  return 2;
});
