/** What a run found: for people, and as JSON for programs. */
import { AREAS } from './cases/case.ts';
import type { Outcome, Result } from './run.ts';

export interface Report {
  readonly url: string;
  readonly cases: number;
  readonly passed: number;
  readonly failed: number;
  readonly notApplicable: number;
  readonly results: readonly Result[];
}

const count = (results: readonly Result[], outcome: Outcome) =>
  results.filter((result) => result.outcome === outcome).length;

export const reportOf = (url: string, results: readonly Result[]): Report => ({
  url,
  cases: results.length,
  passed: count(results, 'passed'),
  failed: count(results, 'failed'),
  notApplicable: count(results, 'not applicable'),
  results,
});

/** A line per case that did not pass, with its requirement numbers; passed ones have none. */
export function lineOf({ id, requirements, says, outcome, reason }: Result): string | undefined {
  if (outcome === 'passed') return undefined;
  const numbers = requirements.length > 0 ? ` [${requirements.join(', ')}]` : '';
  const mark = outcome === 'failed' ? '✗' : '–';
  return `${mark} ${id}${numbers} ${says}\n    ${reason ?? ''}`;
}

/** The table at the end. */
export function summaryOf({ url, results, cases, passed, failed, notApplicable }: Report): string {
  const row = (name: string, ...numbers: readonly (number | string)[]) =>
    `${name.padEnd(12)}${numbers.map((number) => String(number).padStart(10)).join('')}`;
  return [
    row('area', 'cases', 'passed', 'failed', 'n/a'),
    ...AREAS.flatMap((area) => {
      const of = results.filter((result) => result.area === area);
      if (of.length === 0) return [];
      return [row(area, of.length, count(of, 'passed'), count(of, 'failed'), count(of, 'not applicable'))];
    }),
    row('all', cases, passed, failed, notApplicable),
    '',
    failed === 0 ? `${url} keeps to the wire.` : `${url} deviates in ${failed} of ${cases} cases.`,
  ].join('\n');
}
