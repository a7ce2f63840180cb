/** The table, in Markdown. */
import type { Spread } from '../measuring/statistics.ts';
import { type Row, reaches } from './row.ts';

const HEADINGS = ['workload', 'measured', 'Intray', 'against', 'there', 'ratio (range)', 'wanted'];

/** Three significant digits, thousands apart: `12,300`, `0.42`. */
export function figure(value: number): string {
  const rounded = Number(value.toPrecision(3));
  return rounded.toLocaleString('en-US', { maximumFractionDigits: 3 });
}

export const spread = ({ median, min, max }: Spread, unit = ''): string =>
  `${figure(median)}${unit} (${figure(min)}–${figure(max)})`;

export function tableOf(rows: readonly Row[]): string {
  const cells = [HEADINGS, ...rows.map(cellsOf)];
  const widths = HEADINGS.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [headings, ...body] = cells.map(line);
  return [headings, `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...body].join('\n');
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
