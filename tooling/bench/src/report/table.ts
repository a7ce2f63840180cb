/** The table, in Markdown. */
import type { Spread } from '../measuring/statistics.ts';
import { WORKLOAD_NAMES } from '../options.ts';
import { type Row, reaches } from './row.ts';

const HEADINGS = ['workload', 'measured', 'Intray', 'against', 'there', 'ratio (range)', 'wanted', 'on'];

/** The cells of one line, in the order of the headings. */
export type Line = readonly string[];

/** Three significant digits, thousands apart: `12,300`, `0.42`. */
export function figure(value: number): string {
  const rounded = Number(value.toPrecision(3));
  return rounded.toLocaleString('en-US', { maximumFractionDigits: 3 });
}

export const spread = ({ median, min, max }: Spread, unit = ''): string =>
  `${figure(median)}${unit} (${figure(min)}–${figure(max)})`;

/** @param on the day on which the rows were measured */
export const linesOf = (rows: readonly Row[], on: string): readonly Line[] =>
  rows.map((row) => [...cellsOf(row), on]);

export function tableOf(lines: readonly Line[]): string {
  const cells = [HEADINGS, ...lines];
  const widths = HEADINGS.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: Line) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [headings, ...body] = cells.map(line);
  return [headings, `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...body].join('\n');
}

/** The lines of a table that was written by `tableOf`. @throws Error if its columns are others */
export function linesIn(text: string): readonly Line[] {
  const [headings = [], , ...lines] = text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
  if (headings.join('|') !== HEADINGS.join('|'))
    throw new Error(
      `Expected a table with the columns ${HEADINGS.join(', ')}, found ${headings.join(', ') || 'none'}. Measure all workloads anew.`,
    );
  return lines;
}

/** What was measured now, in the place of what was measured of the same workloads before. */
export function renewed(before: readonly Line[], measured: readonly Line[]): readonly Line[] {
  const again = new Set(measured.map(([workload]) => workload));
  const all = [...before.filter(([workload]) => !again.has(workload)), ...measured];
  return WORKLOAD_NAMES.flatMap((name) => all.filter(([workload]) => workload === name));
}

function cellsOf(row: Row): string[] {
  const { workload, what, intray, against, other, ratio, bar, enough } = row;
  const bars = [
    ...(bar === undefined ? [] : [`${bar.kind === 'at least' ? '≥' : '≤'} ${bar.value}`]),
    ...(enough === undefined ? [] : [enough.says]),
  ];
  const wanted = bars.length === 0 ? '–' : `${bars.join(' or ')} ${reaches(row) ? '✓' : '✗'}`;
  return [workload, what, intray, against, other, spread(ratio, '×'), wanted];
}
