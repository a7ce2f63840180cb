/** What a reader makes of a file, whatever its format: rows and, between them, what could not be read as one. */
import type { Json } from '@intray/core';
import { importText } from './import-texts.ts';

export type Cells = Readonly<Record<string, Json>>;

/** `line` to `lastLine`: the physical lines the row came from. `raw`: their text as it stands in the file. */
export type SourceRow =
  | { readonly line: number; readonly lastLine: number; readonly raw: string; readonly cells: Cells }
  | { readonly line: number; readonly lastLine: number; readonly raw: string; readonly flaw: string };

/** A file that is open: what its columns are, and its rows in order. To be read once. */
export interface Source {
  readonly columns: readonly string[];
  readonly rows: AsyncIterable<SourceRow>;
}

/** The longest single value, in characters: what is longer cannot be attached to an interaction anyhow. */
export const FIELD_LIMIT = 256 * 1024;

/** The reason for refusing a row because of its length, if one of its values is too long. */
export function tooLarge(cells: Cells): string | undefined {
  for (const [column, value] of Object.entries(cells)) {
    const length = typeof value === 'string' ? value.length : JSON.stringify(value).length;
    if (length > FIELD_LIMIT) return importText('valueTooLong', { column, n: length, most: FIELD_LIMIT });
  }
  return undefined;
}
