/** A CSV file with a header line, as rows. */
import { CsvRecords } from './csv-records.ts';
import { IMPORT_TEXTS, importText } from './import-texts.ts';
import { LineWindow } from './line-window.ts';
import { type Line, UnreadableFile } from './lines.ts';
import { type Source, type SourceRow, tooLarge } from './source-row.ts';

/**
 * Reads the header and gets ready for the rows. Empty lines are passed over. A damaged row costs itself only.
 * @throws UnreadableFile when there is no usable header
 */
export async function openCsv(lines: AsyncIterable<Line>, delimiter: string): Promise<Source> {
  const window = new LineWindow(lines);
  const records = new CsvRecords(window, delimiter);
  await skipEmpty(window);
  if ((await window.peek(0)) === undefined) throw new UnreadableFile(IMPORT_TEXTS.emptyFile);
  const header = await records.next();
  if ('flaw' in header) throw new UnreadableFile(importText('noHeader', { flaw: header.flaw }));
  window.take(header.lines);
  const columns = header.fields.map((name) => name.trim());
  refuseRepeated(columns);
  records.columns = columns.length;
  return { columns, rows: rows(window, records, columns) };
}

async function* rows(
  window: LineWindow,
  records: CsvRecords,
  columns: readonly string[],
): AsyncGenerator<SourceRow> {
  for (await skipEmpty(window); (await window.peek(0)) !== undefined; await skipEmpty(window)) {
    const record = await records.next();
    const taken = window.take(record.lines);
    const line = taken[0]?.number ?? 0;
    const where = { line, lastLine: line + taken.length - 1, raw: asItStands(taken) };
    if ('flaw' in record) {
      yield { ...where, flaw: record.flaw };
      continue;
    }
    const cells = Object.fromEntries(record.fields.map((field, index) => [columns[index] ?? '', field]));
    const flaw = tooLarge(cells);
    yield flaw === undefined ? { ...where, cells } : { ...where, flaw };
  }
}

async function skipEmpty(window: LineWindow): Promise<void> {
  for (
    let line = await window.peek(0);
    line?.text === '' && line.flaw === undefined;
    line = await window.peek(0)
  )
    window.take(1);
}

const asItStands = (lines: readonly Line[]): string =>
  lines.map((line, index) => line.text + (index < lines.length - 1 ? line.end : '')).join('');

function refuseRepeated(columns: readonly string[]): void {
  const repeated = columns.find((name, index) => columns.indexOf(name) !== index);
  if (repeated !== undefined) throw new UnreadableFile(importText('twoColumns', { name: repeated }));
}
