/** Puts the table into the page about performance, between two marks, and leaves the rest of the page alone. */
import { readFile, writeFile } from 'node:fs/promises';

export const BEGIN = '<!-- bench: begin (written by npm run bench -- --write) -->';
export const END = '<!-- bench: end -->';

/** The page with another text between its marks. @throws Error if the marks are not there, once and in order */
export function between(page: string, text: string): string {
  const [before, rest, ...more] = page.split(BEGIN);
  const [old, after, ...evenMore] = rest?.split(END) ?? [];
  if (before === undefined || old === undefined || after === undefined || more.length + evenMore.length > 0)
    throw new Error(
      `Expected the page to hold "${BEGIN}" and then "${END}", each once. Put them where the table belongs.`,
    );
  return `${before}${BEGIN}\n\n${text}\n\n${END}${after}`;
}

export async function writeInto(path: string, text: string): Promise<void> {
  await writeFile(path, between(await readFile(path, 'utf8'), text));
}
