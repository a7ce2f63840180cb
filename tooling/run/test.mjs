// npm test: everything that shows that the house stands, on a machine that has nothing but Node and npm.
// With a filter (`npm test -- workbin`) only the test files whose path holds it, without the checks.
import { findBrowser } from './browser.mjs';
import { runChecks } from './checks.mjs';
import { buildDesktop } from './desktop-build.mjs';
import { install } from './install.mjs';
import { report } from './report.mjs';
import { say } from './repository.mjs';
import { runSuites } from './suites.mjs';
import { buildWeb } from './web.mjs';

const filters = process.argv.slice(2);

await install();
const INTRAY_CHROMIUM = await findBrowser();
await buildWeb();
await buildDesktop();

const failedChecks = filters.length > 0 ? [] : await failingChecks();

say('Running the tests …');
const { passed, failures } = await runSuites(filters, { INTRAY_CHROMIUM });

const failed = [...failedChecks, ...failures];
if (failed.length > 0) process.stdout.write(`\nFailed:\n${failed.map((name) => `  ✗ ${name}\n`).join('')}`);
if (passed + failed.length === 0)
  process.stdout.write(`\nNo test ran${filters.length ? `: no file matches ${filters.join(', ')}` : ''}.\n`);
process.stdout.write(`\n${passed} passed, ${failed.length} failed\n`);
process.exitCode = passed > 0 && failed.length === 0 ? 0 : 1;

async function failingChecks() {
  say('Checking lint, floors and types …');
  const results = await runChecks(report);
  return results.filter((result) => !result.ok).map((result) => `check: ${result.name}`);
}
