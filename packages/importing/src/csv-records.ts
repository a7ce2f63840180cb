/**
 * Reads one CSV record (RFC 4180) out of physical lines, and knows a damaged one when it sees it.
 *
 * A quote that is missing makes the field it should have closed run on over the rows that follow, until some later
 * quote ends it. Those rows must not perish with the damaged one. Two facts help:
 *
 * - A record is complete at the first line up to which the quotes are even in number; so a record that runs on needs
 *   no parsing until then.
 * - A row is a row: where a line inside the supposed field is by itself a whole record with as many columns as the
 *   header, the field was never meant to hold it. Prose may look like a row of three columns ("thanks, regards, Jo"),
 *   so in a file of few columns only a record that is wrong anyhow is taken apart in this way.
 */
// The build without Node's buffers: the same file is read in a browser and by the command.
import { CsvError, parse } from 'csv-parse/browser/esm/sync';
import { IMPORT_TEXTS, importText } from './import-texts.ts';
import type { LineWindow } from './line-window.ts';
import type { Line } from './lines.ts';

/** From so many columns on, a line inside a quoted field that looks like a row is taken for one. */
export const TELLING_COLUMNS = 10;
/** A quoted field that runs on over more lines or characters than this has lost its closing quote. */
const MOST_LINES = 2_000;
const MOST_CHARACTERS = 4 * 1024 * 1024;

/** `lines`: how many of them the record, or the damage, takes up. */
export type CsvRecord =
  | { readonly lines: number; readonly fields: readonly string[] }
  | { readonly lines: number; readonly flaw: string };

/** Reads records of a file with a given delimiter and, once the header has told it, number of columns. */
export class CsvRecords {
  readonly #window: LineWindow;
  readonly #delimiter: string;
  columns: number | undefined;

  constructor(window: LineWindow, delimiter: string) {
    this.#window = window;
    this.#delimiter = delimiter;
  }

  /** The record that begins at the window's next line, which must exist. Takes nothing. */
  async next(): Promise<CsvRecord> {
    const record = await this.#at(0);
    if (record.lines === 1) return record;
    const sound = 'fields' in record;
    if (sound && (this.columns ?? 0) < TELLING_COLUMNS) return record;
    if (!(await this.#holdsWholeRow(record.lines))) return record;
    return {
      lines: 1,
      flaw: IMPORT_TEXTS.quoteMissing,
    };
  }

  async #holdsWholeRow(lines: number): Promise<boolean> {
    for (let offset = 1; offset < lines; offset += 1) if ('fields' in (await this.#at(offset))) return true;
    return false;
  }

  /** What stands at a line, read by the letter of the format. */
  async #at(offset: number): Promise<CsvRecord> {
    const lines: Line[] = [];
    let open = false;
    let characters = 0;
    do {
      const line = await this.#window.peek(offset + lines.length);
      if (line === undefined) return UNCLOSED;
      lines.push(line);
      characters += line.text.length;
      if (lines.length > 1 && (lines.length > MOST_LINES || characters > MOST_CHARACTERS)) return UNCLOSED;
      open = hasOddQuotes(line.text) !== open;
    } while (open);

    const flaw = lines.find((line) => line.flaw !== undefined)?.flaw;
    if (flaw !== undefined) return { lines: lines.length, flaw };
    const text = lines.map((line, index) => line.text + (index < lines.length - 1 ? line.end : '')).join('');
    return this.#parse(text, lines.length);
  }

  #parse(text: string, lines: number): CsvRecord {
    let records: string[][];
    try {
      records = parse(text, { delimiter: this.#delimiter, relax_column_count: true, record_delimiter: '\n' });
    } catch (cause) {
      if (!(cause instanceof CsvError)) throw cause;
      // Where the damage is not one of columns, the lines after the first may well be sound rows.
      return { lines: 1, flaw: explain(cause) };
    }
    const fields = records[0] ?? [''];
    const expected = this.columns ?? fields.length;
    if (fields.length === expected) return { lines, fields };
    const amount = fields.length < expected ? 'tooFew' : 'tooMany';
    return { lines, flaw: importText(amount, { expected, found: fields.length }) };
  }
}

const UNCLOSED: CsvRecord = { lines: 1, flaw: IMPORT_TEXTS.quoteOpen };

function hasOddQuotes(text: string): boolean {
  let odd = false;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) odd = !odd;
  return odd;
}

function explain(cause: CsvError): string {
  switch (cause.code) {
    case 'INVALID_OPENING_QUOTE':
      return IMPORT_TEXTS.quoteInside;
    case 'CSV_INVALID_CLOSING_QUOTE':
      return IMPORT_TEXTS.quoteFollowed;
    case 'CSV_QUOTE_NOT_CLOSED':
      return IMPORT_TEXTS.quoteNotClosed;
    default:
      return importText('notCsv', { why: cause.message });
  }
}
