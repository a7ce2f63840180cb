/** Puts the table into the page about performance, between two marks, and leaves the rest of the page alone. */
import { readFile, writeFile } from 'node:fs/promises';
import type { Circumstances } from './circumstances.ts';
import { type Line, linesIn, renewed, tableOf } from './table.ts';

export const BEGIN = '<!-- bench: begin (written by npm run bench -- --write) -->';
export const END = '<!-- bench: end -->';
/** Of the table about the web desk. */
export const DESK_MARKS: Marks = {
  begin: '<!-- desk: begin (written by npm run bench -- --only desk --write) -->',
  end: '<!-- desk: end -->',
};
/** Of the table about the desktop desk. */
export const DESKTOP_MARKS: Marks = {
  begin: '<!-- desktop: begin (written by npm run bench -- --only desktop --write) -->',
  end: '<!-- desktop: end -->',
};
const BENCH_MARKS: Marks = { begin: BEGIN, end: END };

interface Marks {
  readonly begin: string;
  readonly end: string;
}

/** What stands between the marks. @throws Error if they are not there, once and in order */
export function inside(page: string, marks: Marks = BENCH_MARKS): string {
  return cut(page, marks).old.trim();
}

/** The page with another text between its marks. @throws Error if the marks are not there, once and in order */
export function between(page: string, text: string, marks: Marks = BENCH_MARKS): string {
  const { before, after } = cut(page, marks);
  return `${before}${marks.begin}\n\n${text}\n\n${marks.end}${after}`;
}

function cut(page: string, { begin, end }: Marks) {
  const [before, rest, ...more] = page.split(begin);
  const [old, after, ...evenMore] = rest?.split(end) ?? [];
  if (before === undefined || old === undefined || after === undefined || more.length + evenMore.length > 0)
    throw new Error(
      `Expected the page to hold "${begin}" and then "${end}", each once. Put them where the table belongs.`,
    );
  return { before, old, after };
}

/**
 * The text between the marks after a run. A run of all workloads replaces it; of some, their lines.
 * @throws Error if some were measured elsewhere than what stands there
 */
export function renewedText(
  old: string,
  measured: readonly Line[],
  { run, on }: Circumstances,
  all: boolean,
): string {
  if (!all && !old.endsWith(on))
    throw new Error(
      'What stands in the table was measured on another machine or with other versions. Measure all workloads anew.',
    );
  return textOf(all ? measured : renewed(linesIn(old), measured), run, on);
}

export const textOf = (lines: readonly Line[], run: string, on: string): string =>
  withCircumstances(tableOf(lines), run, on);

export const withCircumstances = (table: string, run: string, on: string): string =>
  `${table}\n\nLast run: ${run}  \n${on}`;

/** @param renew makes the new text of what stood between the marks */
export async function writeInto(path: string, renew: (old: string) => string, marks?: Marks): Promise<void> {
  const page = await readFile(path, 'utf8');
  await writeFile(path, between(page, renew(inside(page, marks)), marks));
}
