/**
 * Finds the titles of tests: what stands first in `test(…)`, `it(…)` and `describe(…)`, also behind `.each(…)`,
 * `.for(…)`, `.runIf(…)` and their like. A title made at run time from a variable is not known here and shows nothing.
 */
import { type Token, tokenize } from './tokens.ts';

export interface Title {
  readonly title: string;
  readonly line: number;
}

interface Call {
  readonly suite: boolean;
  readonly skipped: boolean;
  readonly line: number;
  /** Nothing if the title is not written down as text. */
  readonly title: string | undefined;
  /** Places among the tokens: the bracket that opens the call and the one that closes it. */
  readonly open: number;
  readonly close: number;
}

const SUITES = new Set(['describe', 'suite']);
const TESTS = new Set(['test', 'it']);
/** `test.each(table)(title, …)`: these take brackets, or a template, of their own before those with the title. */
const TAKES_ARGUMENTS = new Set(['each', 'for', 'skipIf', 'runIf', 'extend', 'prop', 'scoped']);
const NEVER_RUNS = new Set(['skip', 'todo']);
const CLOSES: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/**
 * The titles in a test file that stand for something that runs: tests that are not skipped, and suites that hold at
 * least one such test. A suite's title is not passed on to the tests inside.
 */
export function titlesOf(source: string): Title[] {
  const tokens = tokenize(source);
  const calls = tokens.flatMap((_, i) => callAt(tokens, i) ?? []);
  const skippedSuites = calls.filter((call) => call.suite && call.skipped);
  const runs = calls.filter((call) => !call.skipped && !skippedSuites.some((suite) => holds(suite, call)));
  const tests = runs.filter((call) => !call.suite);
  return runs
    .filter((call) => !call.suite || tests.some((test) => holds(call, test)))
    .flatMap(({ title, line }) => (title === undefined ? [] : { title, line }));
}

const holds = (outer: Call, inner: Call): boolean => outer.open < inner.open && inner.close < outer.close;

function callAt(tokens: readonly Token[], at: number): Call | undefined {
  const name = tokens[at];
  if (name?.kind !== 'word' || !(SUITES.has(name.value) || TESTS.has(name.value))) return undefined;
  if (is(tokens[at - 1], '.') || tokens[at - 1]?.value === 'function') return undefined;

  let skipped = false;
  let i = at + 1;
  while (is(tokens[i], '.')) {
    const modifier = tokens[i + 1]?.value ?? '';
    skipped ||= NEVER_RUNS.has(modifier);
    i += 2;
    if (!TAKES_ARGUMENTS.has(modifier)) continue;
    if (is(tokens[i], '<')) i = afterTypes(tokens, i);
    if (tokens[i]?.kind === 'text') i += 1;
    else if (is(tokens[i], '(')) i = closing(tokens, i) + 1;
  }
  if (!is(tokens[i], '(')) return undefined;
  return {
    suite: SUITES.has(name.value),
    skipped,
    line: name.line,
    title: textAt(tokens, i + 1),
    open: i,
    close: closing(tokens, i),
  };
}

/** The literal that begins at a token, with further ones added by `+`. */
function textAt(tokens: readonly Token[], at: number): string | undefined {
  const first = tokens[at];
  if (first?.kind !== 'text') return undefined;
  const rest = is(tokens[at + 1], '+') ? textAt(tokens, at + 2) : undefined;
  return first.value + (rest ?? '');
}

function closing(tokens: readonly Token[], open: number): number {
  const awaited: string[] = [];
  for (let i = open; i < tokens.length; i++) {
    const token = tokens[i];
    if (token?.kind !== 'punctuation') continue;
    const closes = CLOSES[token.value];
    if (closes !== undefined) awaited.push(closes);
    else if (token.value === awaited.at(-1)) awaited.pop();
    if (awaited.length === 0) return i;
  }
  return tokens.length;
}

/** Past the `>` that ends type arguments; the one in `=>` ends nothing. */
function afterTypes(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let i = open; i < tokens.length; i++) {
    if (is(tokens[i], '<')) depth++;
    if (is(tokens[i], '>') && !is(tokens[i - 1], '=')) depth--;
    if (depth === 0) return i + 1;
  }
  return tokens.length;
}

const is = (token: Token | undefined, value: string): boolean =>
  token?.kind === 'punctuation' && token.value === value;
