/**
 * Rows as one parameter, in PostgreSQL's own binary form for an array of rows. Written as text, the same rows cost the
 * database a third of every save to read: each quote is escaped twice and each character looked at three times.
 */
import { keptText } from './kept-json.ts';

/** One column of a row. `undefined` is null; objects are given as JSON text. */
export type Field = string | number | boolean | readonly string[] | undefined;
export type Fields = readonly Field[];

/**
 * The types of columns there are, with the numbers that PostgreSQL has for them since ever. `kept` is JSON from `keptJson`
 * in a column of text: it goes as it is.
 */
const NUMBERS = { bool: 16, int8: 20, int4: 23, text: 25, kept: 25, 'text[]': 1009, jsonb: 3802 } as const;
export type ColumnType = keyof typeof NUMBERS;

/** A row type of the database: its number there, and its columns in their order. */
export interface RowType {
  readonly oid: number;
  readonly columns: readonly ColumnType[];
}

/** `null` for no rows. */
export function rowArray(type: RowType, rows: readonly Fields[]): Buffer | null {
  if (rows.length === 0) return null;
  writer.reset();
  writer.arrayOf(type.oid, rows.length);
  for (const fields of rows) {
    const row = writer.beginLength();
    writer.int32(type.columns.length);
    for (let column = 0; column < type.columns.length; column += 1)
      writer.field(type.columns[column] as ColumnType, fields[column]);
    writer.endLength(row);
  }
  return writer.copy();
}

/** What text of this length and more is written by the engine of JavaScript, and not letter by letter. */
const LONG = 24;
const FIRST_SIZE = 64 * 1024;
const TWO_TO_THE_32 = 4_294_967_296;
const FIRST_JSONB_FORMAT = 1;

class Writer {
  #bytes = Buffer.allocUnsafe(FIRST_SIZE);
  #at = 0;

  reset(): void {
    this.#at = 0;
    // One huge batch must not hold its memory for ever.
    if (this.#bytes.length > 64 * FIRST_SIZE) this.#bytes = Buffer.allocUnsafe(FIRST_SIZE);
  }

  /** What was written, as bytes that nobody writes into again. */
  copy(): Buffer {
    return Buffer.from(this.#bytes.subarray(0, this.#at));
  }

  int32(value: number): void {
    this.#room(4);
    this.#at = this.#bytes.writeInt32BE(value, this.#at);
  }

  /** The head of an array with one dimension, without nulls. */
  arrayOf(elementType: number, length: number): void {
    this.int32(1);
    this.int32(0);
    this.#unsigned(elementType);
    this.int32(length);
    this.int32(1);
  }

  /** Leaves room for the length of what follows; `endLength` fills it in. */
  beginLength(): number {
    this.int32(0);
    return this.#at;
  }

  endLength(begin: number): void {
    this.#bytes.writeInt32BE(this.#at - begin, begin - 4);
  }

  field(type: ColumnType, value: Field): void {
    this.int32(NUMBERS[type]);
    if (value === undefined) {
      this.int32(-1);
      return;
    }
    const begin = this.beginLength();
    switch (type) {
      case 'int4':
        this.int32(value as number);
        break;
      case 'int8':
        this.#int64(value as number);
        break;
      case 'bool':
        this.#byte(value === true ? 1 : 0);
        break;
      case 'text':
        this.#text(value as string);
        break;
      case 'text[]':
        this.#texts(value as readonly string[]);
        break;
      case 'jsonb':
        this.#byte(FIRST_JSONB_FORMAT);
        this.#utf8(value as string);
        break;
      case 'kept':
        this.#utf8(value as string);
        break;
    }
    this.endLength(begin);
  }

  #unsigned(value: number): void {
    this.#room(4);
    this.#at = this.#bytes.writeUInt32BE(value, this.#at);
  }

  #int64(value: number): void {
    if (!Number.isSafeInteger(value)) throw new Error(`Expected a whole number to save, got ${value}.`);
    const high = Math.floor(value / TWO_TO_THE_32);
    this.int32(high);
    this.#unsigned(value - high * TWO_TO_THE_32);
  }

  #byte(value: number): void {
    this.#room(1);
    this.#bytes[this.#at] = value;
    this.#at += 1;
  }

  #texts(texts: readonly string[]): void {
    if (texts.length === 0) {
      this.int32(0);
      this.int32(0);
      this.int32(NUMBERS.text);
    } else {
      this.arrayOf(NUMBERS.text, texts.length);
      for (const text of texts) {
        const begin = this.beginLength();
        this.#text(text);
        this.endLength(begin);
      }
    }
  }

  #text(text: string): void {
    if (text.length >= LONG || !this.#plain(text)) this.#utf8(keptText(text));
  }

  /** Ids and names are short and plain: written here at a third of what a call into the engine costs. */
  #plain(text: string): boolean {
    this.#room(text.length);
    const bytes = this.#bytes;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      if (code < 0x20 || code > 0x7e) return false;
      bytes[this.#at + index] = code;
    }
    this.#at += text.length;
    return true;
  }

  #utf8(text: string): void {
    this.#room(text.length * 3);
    this.#at += this.#bytes.write(text, this.#at);
  }

  #room(more: number): void {
    if (this.#at + more <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#at + more));
    this.#bytes.copy(larger, 0, 0, this.#at);
    this.#bytes = larger;
  }
}

const writer = new Writer();
