/** Reports as CSV, a line for each name and slot. */
import { csvText } from '../rules/csv-text.ts';
import { type LiveLine, MEASURES, type MeasuresLine } from './measures.ts';
import type { RecordKind, RecordsByKind, RecordsPage } from './records.ts';

const LIVE = [
  'backlog',
  'inHand',
  'held',
  'overdue',
  'youngerThan1h',
  'youngerThan1d',
  'youngerThan7d',
  'older',
] as const satisfies readonly (keyof LiveLine)[];
const COLUMNS: { readonly [K in RecordKind]: readonly (keyof RecordsByKind[K])[] } = {
  tasks: [
    ...(['cursor', 'id', 'externalId', 'mediaType', 'queue', 'department', 'process', 'state'] as const),
    ...(['priority', 'submittedAt', 'receivedAt', 'dueAt', 'completedAt', 'agentId', 'disposition'] as const),
  ],
  handlings: [
    ...(['cursor', 'id', 'version', 'agentId', 'takenAt', 'leftAt', 'endedBy'] as const),
    ...(['mediaType', 'queue', 'department', 'process'] as const),
  ],
  events: ['cursor', 'at', 'subject', 'id', 'version', 'type', 'by', 'state'],
};
const TIMED = ['wait', 'handle', 'focus'] as const;

export const liveCsv = (lines: readonly LiveLine[]): string =>
  guarded([['name', ...LIVE], ...lines.map((line) => [line.name, ...LIVE.map((key) => String(line[key]))])]);

/** Sums are in milliseconds; the slot is when it begins, in milliseconds since 1970. */
export const measuresCsv = (lines: readonly MeasuresLine[]): string =>
  guarded([
    ['slot', 'name', ...MEASURES, ...TIMED.map((measure) => `${measure}Ms`)],
    ...lines.map(({ slot, name, counts, sums }) => [
      String(slot),
      name,
      ...MEASURES.map((measure) => String(counts[measure] ?? 0)),
      ...TIMED.map((measure) => String(sums[measure] ?? 0)),
    ]),
  ]);

/** A page of records. The cursor of the last line is where to go on. */
export function recordsCsv<K extends RecordKind>(of: K, { items }: RecordsPage<RecordsByKind[K]>): string {
  const columns = COLUMNS[of];
  return guarded([
    columns.map(String),
    ...items.map((item) => columns.map((column) => String(item[column] ?? ''))),
  ]);
}

/**
 * Names come from outside, and a spreadsheet takes a cell that begins like a formula for one. An apostrophe before it
 * makes it text. Numbers stay numbers.
 */
const guarded = (records: readonly (readonly string[])[]): string =>
  csvText(
    records.map((cells) =>
      cells.map((cell) => (/^[=+\-@\t\r]/.test(cell) && !/^-?\d+$/.test(cell) ? `'${cell}` : cell)),
    ),
  );
