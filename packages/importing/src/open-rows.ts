/** Opens a stream of bytes as rows, whatever its format. */
import { openCsv } from './csv-source.ts';
import { importText } from './import-texts.ts';
import { openJsonLines } from './jsonl-source.ts';
import { readLines, UnreadableFile } from './lines.ts';
import type { Mapping } from './mapping.ts';
import type { Source } from './source-row.ts';

export type RowFormat = 'csv' | 'jsonl';

const BY_ENDING: Readonly<Record<string, RowFormat>> = { csv: 'csv', jsonl: 'jsonl', ndjson: 'jsonl' };

/** The format that a file's name tells by its ending; `undefined` if it tells none. */
export const formatOf = (name: string): RowFormat | undefined =>
  BY_ENDING[/\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''];

/**
 * @param name of the file
 * @param chunks its bytes, from the beginning
 * @throws UnreadableFile
 */
export async function openRows(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  { format = formatOf(name), encoding, delimiter }: Pick<Mapping, 'format' | 'encoding' | 'delimiter'>,
): Promise<Source> {
  if (format === undefined) throw new UnreadableFile(importText('anyFormat', { name }));
  const lines = readLines(chunks, encoding);
  return format === 'csv' ? openCsv(lines, delimiter) : openJsonLines(lines);
}
