/** What is measured of the desk: nobody stands beside it, so each figure has a mark of its own. */
import { figure } from '../report/table.ts';

export interface Figure {
  /** What was measured. */
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** What else is worth knowing of it. */
  readonly beside: string;
  readonly wanted?: { readonly kind: 'below' | 'at least'; readonly value: number };
}

const reached = ({ value, wanted }: Figure): boolean =>
  wanted === undefined || (wanted.kind === 'below' ? value < wanted.value : value >= wanted.value);

/** The figures as a Markdown table. */
export function tableOfFigures(figures: readonly Figure[]): string {
  const rows = figures.map((each) => {
    const { what, value, unit, beside, wanted } = each;
    const sign = wanted?.kind === 'below' ? '<' : '≥';
    const mark = wanted === undefined ? '–' : `${sign} ${wanted.value}${unit} ${reached(each) ? '✓' : '✗'}`;
    return `| ${what} | ${figure(value)}${unit} | ${beside} | ${mark} |`;
  });
  return ['| measured | Intray | beside | wanted |', '|---|---|---|---|', ...rows].join('\n');
}
