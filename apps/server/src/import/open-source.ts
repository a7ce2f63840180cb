/** Opens a file of rows, whatever its format. */
import { createReadStream } from 'node:fs';
import { extname } from 'node:path';
import { openCsv } from './csv-source.ts';
import { openJsonLines } from './jsonl-source.ts';
import { readLines, UnreadableFile } from './lines.ts';
import type { Mapping } from './mapping.ts';
import type { Source } from './source-row.ts';

const BY_ENDING: Readonly<Record<string, 'csv' | 'jsonl'>> = {
  '.csv': 'csv',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
};

/**
 * @param onBytes hears how many bytes have been read so far
 * @throws UnreadableFile
 */
export async function openSource(
  path: string,
  mapping: Mapping,
  onBytes: (bytes: number) => void = () => {},
): Promise<Source> {
  const format = mapping.format ?? BY_ENDING[extname(path).toLowerCase()];
  if (format === undefined)
    throw new UnreadableFile(
      `${path} could be of any format. Name it in the mapping: "format: csv" or "format: jsonl".`,
    );
  const lines = readLines(counted(createReadStream(path), onBytes), mapping.encoding);
  return format === 'csv' ? openCsv(lines, mapping.delimiter) : openJsonLines(lines);
}

async function* counted(
  chunks: AsyncIterable<Uint8Array>,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    onBytes(bytes);
    yield chunk;
  }
}
