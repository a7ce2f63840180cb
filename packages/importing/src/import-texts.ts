/** Why a row, a file or a mapping cannot be used: the texts of the sentences, with their gaps. */
import { filled, type Gaps } from '@intray/core';

export const IMPORT_TEXTS = {
  // Rows.
  valueTooLong: 'column "{column}" holds {n} characters; expected at most {most}',
  lineTooLong: 'the line is {n} bytes long; expected at most {most}',
  notUtf8:
    'the line is not valid UTF-8; save the file as UTF-8, or name its encoding in the mapping (encoding: windows-1252)',
  quoteMissing:
    'a quoted field is not closed on this line and would swallow the rows after it; a quote is missing',
  quoteOpen: 'a quoted field is opened on this line and never closed',
  quoteInside: 'broken quotes: a quote stands inside a field that does not begin with one',
  quoteFollowed: 'broken quotes: text follows the quote that closes a field',
  quoteNotClosed: 'broken quotes: a quoted field is never closed',
  notCsv: 'not a CSV record: {why}',
  tooFew: 'too few columns: expected {expected}, found {found}',
  tooMany: 'too many columns: expected {expected}, found {found}',
  notJson: 'not JSON: {why}',
  noObject: 'expected a JSON object, {"column": value, …}, on each line',
  keyMissing: 'the key is missing: {columns} is empty',
  mediaMissing: 'the media type is missing',
  queueMissing: 'the queue is missing',
  priority: 'the priority "{priority}" is not a whole number',
  refused: 'refused by the server: {said} ({code})',
  notTime: 'column "{column}": "{text}" is not a time of the form {format}',

  // Files.
  emptyFile: 'The file is empty. Expected a first line with the names of the columns.',
  noHeader: 'The first line should name the columns, but {flaw}. Mend it and start again.',
  twoColumns: 'Two columns are called "{name}". Give each column a name of its own.',
  utf16: 'The file is UTF-16 ("Unicode text"). Expected UTF-8: save it as "CSV UTF-8".',
  anyFormat: '{name} could be of any format. Name it in the mapping: "format: csv" or "format: jsonl".',

  // Mappings: a line each, what it is about in front of it.
  mappingUnusable: 'The mapping cannot be used.',
  mappingUnfit: 'The mapping does not fit the file.',
  columnsAre: 'The columns are: {columns}',
  noColumnMeant: 'the file has no column "{column}". Did you mean "{meant}"?',
  noColumn: 'the file has no column "{column}".',
  zone: 'expected a time zone such as America/New_York or UTC',
} as const;
export type ImportTextCode = keyof typeof IMPORT_TEXTS;

/** The sentence. */
export const importText = <Code extends ImportTextCode>(
  code: Code,
  facts: Readonly<Record<Gaps<(typeof IMPORT_TEXTS)[Code]>, string | number>>,
): string => filled(IMPORT_TEXTS[code], facts);
