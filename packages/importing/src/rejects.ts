/** The rows that were not imported, as CSV: line number, reason, and the row as it stood. */

export interface Reject {
  readonly line: number;
  readonly reason: string;
  readonly raw: string;
}

/** Where rejected rows are kept: a file, or the memory of a page. */
export interface Rejects {
  /** Length of what has been kept, in bytes. */
  readonly bytes: number;
  /** Adds rows, in the order given. */
  add(rejects: readonly Reject[]): Promise<void>;
}

export const REJECTS_HEAD = 'line,reason,raw\n';

/** Rejects as lines of the file, without its head. */
export const rejectLines = (rejects: readonly Reject[]): string =>
  rejects.map(({ line, reason, raw }) => `${line},${quoted(reason)},${quoted(raw)}\n`).join('');

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
