// One Vitest process over all packages (vitest.config.ts), read back from its JSON report.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { runNode } from './processes.mjs';
import { at, root } from './repository.mjs';

const REPORT = at('test-results/vitest.json');

/**
 * Runs the test files whose path holds one of the filters, all without a filter. Resolves with the number of
 * tests passed and the names of those that failed. A file that could not be loaded, an error outside any test
 * and a run without a report count as failures too: silence is no success.
 */
export async function runSuites(filters, env) {
  rmSync(REPORT, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`];
  const vitest = at('node_modules/vitest/vitest.mjs');
  const code = await runNode([vitest, 'run', '--passWithNoTests', ...reporters, ...filters], { env });
  if (!existsSync(REPORT)) return { passed: 0, failures: [`vitest ended with ${code} and left no report`] };

  const { numPassedTests, testResults } = JSON.parse(readFileSync(REPORT, 'utf8'));
  const failures = testResults.flatMap(failuresOf);
  if (code !== 0 && failures.length === 0)
    failures.push(`vitest ended with ${code}: an error outside any test`);
  return { passed: numPassedTests, failures };
}

function failuresOf({ name, status, assertionResults }) {
  const file = relative(root, name);
  const failed = assertionResults.filter((test) => test.status === 'failed');
  if (failed.length === 0 && status === 'failed') return [`${file}: the file failed outside its tests`];
  return failed.map((test) => `${file}: ${test.fullName}`);
}
