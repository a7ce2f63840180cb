/** A file as physical lines, each with its number, its text, and what is wrong with its bytes. */
import { IMPORT_TEXTS, importText } from './import-texts.ts';

/** The longest line that is kept, in bytes: twice the largest request the server takes. What is beyond is dropped. */
export const LINE_LIMIT = 4 * 1024 * 1024;

export const ENCODINGS = ['utf-8', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export interface Line {
  /** Counted from 1, as an editor does. */
  readonly number: number;
  /** Without the line end. If the bytes are not of the encoding: each byte as one character, so nothing is lost. */
  readonly text: string;
  /** `\n`, `\r\n`, or nothing at the end of the file. */
  readonly end: string;
  /** Why the line cannot be used at all. */
  readonly flaw?: string;
}

/** The file is of a kind that cannot be read line by line at all. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
}

/**
 * Splits chunks of bytes at line feeds. Constant memory, whatever the file.
 * @throws UnreadableFile for UTF-16, which spreadsheets call "Unicode text"
 */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
  encoding: Encoding = 'utf-8',
): AsyncGenerator<Line> {
  const decode = decoder(encoding);
  let parts: Uint8Array[] = [];
  let length = 0;
  let number = 0;
  const keep = (part: Uint8Array) => {
    const room = LINE_LIMIT - length;
    if (room > 0 && part.length > 0) parts.push(room < part.length ? part.subarray(0, room) : part);
    length += part.length;
  };
  const take = (terminated: boolean): Line => {
    number += 1;
    const line = toLine(joined(parts), { number, length, terminated, decode });
    parts = [];
    length = 0;
    return line;
  };

  let atStart = true;
  for await (const chunk of chunks) {
    if (atStart && chunk.length > 0) {
      refuseUtf16(chunk);
      atStart = false;
    }
    let from = 0;
    for (let feed = chunk.indexOf(10); feed !== -1; feed = chunk.indexOf(10, from)) {
      keep(chunk.subarray(from, feed));
      yield take(true);
      from = feed + 1;
    }
    keep(chunk.subarray(from));
  }
  if (length > 0) yield take(false);
}

type Decode = (bytes: Uint8Array) => string | undefined;

interface Circumstances {
  readonly number: number;
  /** Of the whole line in bytes, which may be more than was kept. */
  readonly length: number;
  readonly terminated: boolean;
  readonly decode: Decode;
}

function toLine(kept: Uint8Array, { number, length, terminated, decode }: Circumstances): Line {
  const carriage = terminated && kept.at(-1) === 13 && kept.length === length;
  let bytes = carriage ? kept.subarray(0, -1) : kept;
  if (number === 1 && BYTE_ORDER_MARK.every((byte, at) => bytes[at] === byte)) bytes = bytes.subarray(3);
  const end = terminated ? (carriage ? '\r\n' : '\n') : '';
  if (length > kept.length) {
    const flaw = importText('lineTooLong', { n: length, most: LINE_LIMIT });
    return { number, text: asCharacters(bytes), end, flaw };
  }
  const text = decode(bytes);
  if (text !== undefined) return { number, text, end };
  return { number, text: asCharacters(bytes), end, flaw: IMPORT_TEXTS.notUtf8 };
}

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Each byte as the character of its number; in pieces, because a call takes only so many arguments. */
function asCharacters(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8_192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return text;
}

/** Answers `undefined` for bytes that are not of the encoding. Core's own decoder says so by throwing. */
function decoder(encoding: Encoding): Decode {
  const strict = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  return (bytes) => {
    try {
      return strict.decode(bytes);
    } catch {
      return undefined;
    }
  };
}

function refuseUtf16(start: Uint8Array): void {
  const mark = `${start[0]},${start[1]}`;
  if (mark === '255,254' || mark === '254,255') throw new UnreadableFile(IMPORT_TEXTS.utf16);
}
