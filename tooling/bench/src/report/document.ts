/** Puts the table into the page about performance, between two marks, and leaves the rest of the page alone. */
import { readFile, writeFile } from 'node:fs/promises';
import type { Circumstances } from './circumstances.ts';
import { type Line, linesIn, renewed, tableOf } from './table.ts';

export const BEGIN = '<!-- bench: begin (written by npm run bench -- --write) -->';
export const END = '<!-- bench: end -->';

/** What stands between the marks. @throws Error if they are not there, once and in order */
export function inside(page: string): string {
  return cut(page).old.trim();
}

/** The page with another text between its marks. @throws Error if the marks are not there, once and in order */
export function between(page: string, text: string): string {
  const { before, after } = cut(page);
  return `${before}${BEGIN}\n\n${text}\n\n${END}${after}`;
}

function cut(page: string) {
  const [before, rest, ...more] = page.split(BEGIN);
  const [old, after, ...evenMore] = rest?.split(END) ?? [];
  if (before === undefined || old === undefined || after === undefined || more.length + evenMore.length > 0)
    throw new Error(
      `Expected the page to hold "${BEGIN}" and then "${END}", each once. Put them where the table belongs.`,
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
  `${tableOf(lines)}\n\nLast run: ${run}  \n${on}`;

/** @throws Error as `renewedText` */
export async function writeInto(
  path: string,
  measured: readonly Line[],
  circumstances: Circumstances,
  all: boolean,
): Promise<void> {
  const page = await readFile(path, 'utf8');
  await writeFile(path, between(page, renewedText(inside(page), measured, circumstances, all)));
}
