/**
 * Lists what Intray must do with the tests that show it: `npm run requirements [-- --missing | --json | --write]`.
 * Ends with 1 if a test quotes an id that no document defines, or if the documents claim what is not so.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { coverageOf } from './coverage.ts';
import { withStates } from './documents.ts';
import { asJson, asText, isSound } from './report.ts';
import { REQUIREMENTS_DOCUMENT, readSources } from './repository.ts';

const USAGE = `Lists the requirements and rules of docs/spec with the tests that quote them.

  --missing   only what no test shows yet
  --json      the same for programs
  --write     refresh the state column of ${REQUIREMENTS_DOCUMENT} first
  --help      this text
`;

const root = join(import.meta.dirname, '../../..');
const options = readOptions();

if (options === undefined) process.exitCode = 2;
else if (options.help) process.stdout.write(USAGE);
else {
  if (options.write) refreshStates();
  const coverage = coverageOf(readSources(root));
  process.stdout.write(`${options.json ? asJson(coverage) : asText(coverage, options.missing)}\n`);
  process.exitCode = isSound(coverage) ? 0 : 1;
}

function readOptions() {
  const flag = { type: 'boolean', default: false } as const;
  try {
    return parseArgs({ options: { missing: flag, json: flag, write: flag, help: flag } }).values;
  } catch (cause) {
    process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n\n${USAGE}`);
    return undefined;
  }
}

function refreshStates(): void {
  const { requirements } = coverageOf(readSources(root));
  const shown = new Set(requirements.filter(({ tests }) => tests.length > 0).map(({ id }) => id));
  const path = join(root, REQUIREMENTS_DOCUMENT);
  writeFileSync(
    path,
    withStates(readFileSync(path, 'utf8'), (id) => shown.has(id)),
  );
}
