/** Opens a file of rows, whatever its format. */
import { createReadStream } from 'node:fs';
import { type Mapping, openRows, type Source } from '@intray/importing';

/**
 * @param onBytes hears how many bytes have been read so far
 * @throws UnreadableFile
 */
export async function openSource(
  path: string,
  mapping: Mapping,
  onBytes: (bytes: number) => void = () => {},
): Promise<Source> {
  return openRows(path, counted(createReadStream(path), onBytes), mapping);
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
