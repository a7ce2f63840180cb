/** A file with one JSON object per line, as rows. */
import type { Json } from '@intray/core';
import { z } from 'zod';
import { IMPORT_TEXTS, importText } from './import-texts.ts';
import type { Line } from './lines.ts';
import { type Cells, type Source, type SourceRow, tooLarge } from './source-row.ts';

/** Objects may leave keys out, so the columns are those of so many rows from the beginning. */
const ROWS_TO_LEARN_FROM = 100;

const Row = z.record(z.string(), z.json());

/** Gets ready to read; the columns are all keys of the first hundred rows. */
export async function openJsonLines(lines: AsyncIterable<Line>): Promise<Source> {
  const source = lines[Symbol.asyncIterator]();
  const first: Line[] = [];
  const columns = new Set<string>();
  while (first.length < ROWS_TO_LEARN_FROM) {
    const { done, value } = await source.next();
    if (done) break;
    first.push(value);
    const row = toRow(value);
    if ('cells' in row) for (const key of Object.keys(row.cells)) columns.add(key);
  }
  async function* rows(): AsyncGenerator<SourceRow> {
    for (const line of first) if (!isEmpty(line)) yield toRow(line);
    for (let next = await source.next(); !next.done; next = await source.next())
      if (!isEmpty(next.value)) yield toRow(next.value);
  }
  return { columns: [...columns], rows: rows() };
}

const isEmpty = (line: Line): boolean => line.text.trim() === '' && line.flaw === undefined;

function toRow(line: Line): SourceRow {
  const where = { line: line.number, lastLine: line.number, raw: line.text };
  if (line.flaw !== undefined) return { ...where, flaw: line.flaw };
  let value: unknown;
  try {
    value = JSON.parse(line.text);
  } catch (cause) {
    return {
      ...where,
      flaw: importText('notJson', { why: cause instanceof Error ? cause.message : 'unreadable' }),
    };
  }
  const row = Row.safeParse(value);
  if (!row.success) return { ...where, flaw: IMPORT_TEXTS.noObject };
  const cells = row.data as Readonly<Record<string, Json>> satisfies Cells;
  const flaw = tooLarge(cells);
  return flaw === undefined ? { ...where, cells } : { ...where, flaw };
}
