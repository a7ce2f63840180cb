/** Reports as CSV, a line for each name and slot. */
import { csvText } from '../rules/csv-text.ts';
import { type LiveLine, MEASURES, type MeasuresLine } from './measures.ts';

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
const TIMED = ['wait', 'handle', 'focus'] as const;

export const liveCsv = (lines: readonly LiveLine[]): string =>
  csvText([['name', ...LIVE], ...lines.map((line) => [line.name, ...LIVE.map((key) => String(line[key]))])]);

/** Sums are in milliseconds; the slot is when it begins, in milliseconds since 1970. */
export const measuresCsv = (lines: readonly MeasuresLine[]): string =>
  csvText([
    ['slot', 'name', ...MEASURES, ...TIMED.map((measure) => `${measure}Ms`)],
    ...lines.map(({ slot, name, counts, sums }) => [
      String(slot),
      name,
      ...MEASURES.map((measure) => String(counts[measure] ?? 0)),
      ...TIMED.map((measure) => String(sums[measure] ?? 0)),
    ]),
  ]);
