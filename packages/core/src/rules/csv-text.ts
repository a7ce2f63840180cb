/** Comma-separated values (RFC 4180), as spreadsheets write them: records of fields, in text and back. */
import { FAULT_TEXTS } from '../config/fault-texts.ts';

export type CsvRecords =
  | { readonly ok: true; readonly records: readonly (readonly string[])[] }
  | { readonly ok: false; readonly record: number; readonly message: string };

/** Quotes what must be quoted. Lines end with a line feed. */
export const csvText = (records: readonly (readonly string[])[]): string =>
  records.map((fields) => `${fields.map(quoted).join(',')}\n`).join('');

/** A record of one empty field would be an empty line, which readers pass over. */
const quoted = (field: string, _: number, all: readonly string[]): string =>
  /[",\r\n]/.test(field) || (field === '' && all.length === 1) ? `"${field.replaceAll('"', '""')}"` : field;

/** Reads all records. A byte order mark, empty lines and either kind of line end are let pass. */
export function csvRecords(text: string): CsvRecords {
  const records: string[][] = [];
  let fields: string[] = [];
  // Each field with what ends it; a quoted one may hold anything.
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y;
  const source = text.replace(/^\uFEFF/, '');
  while (field.lastIndex < source.length || fields.length > 0) {
    const found = field.exec(source);
    if (found === null)
      return {
        ok: false,
        record: records.length + 1,
        message: FAULT_TEXTS.csv_quote,
      };
    const [, inQuotes, plain = '', end] = found;
    fields.push(inQuotes === undefined ? plain : inQuotes.replaceAll('""', '"'));
    if (end === ',') continue;
    if (fields.length > 1 || fields[0] !== '' || inQuotes !== undefined) records.push(fields);
    fields = [];
  }
  return { ok: true, records };
}
