import { expect, test } from 'vitest';
import { lineOf, reportOf, summaryOf } from './report.ts';
import type { Outcome, Result } from './run.ts';

const result = (outcome: Outcome, more: Partial<Result> = {}): Result => ({
  id: 'add/AddWorkitem/workitem',
  area: 'add',
  requirements: ['R34', 'R44'],
  says: 'AddWorkitem puts a workitem away',
  expects: 'success',
  outcome,
  milliseconds: 3,
  ...(outcome === 'passed' ? {} : { reason: 'because' }),
  ...more,
});

test('counts by outcome and area', () => {
  const report = reportOf('http://server', [
    result('passed'),
    result('failed'),
    result('not applicable', { area: 'pull' }),
  ]);
  expect(report).toMatchObject({ cases: 3, passed: 1, failed: 1, notApplicable: 1 });
  expect(summaryOf(report)).toBe(
    [
      'area             cases    passed    failed       n/a',
      'add                  2         1         1         0',
      'pull                 1         0         0         1',
      'all                  3         1         1         1',
      '',
      'http://server deviates in 1 of 3 cases.',
    ].join('\n'),
  );
});

test('a case that passed needs no line; others say what they are about and why', () => {
  expect(lineOf(result('passed'))).toBeUndefined();
  expect(lineOf(result('failed'))).toBe(
    '✗ add/AddWorkitem/workitem [R34, R44] AddWorkitem puts a workitem away\n    because',
  );
  expect(lineOf(result('not applicable', { requirements: [] }))).toMatch(
    /^– add\/AddWorkitem\/workitem AddW/,
  );
});
