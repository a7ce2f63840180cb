import { describe, expect, test } from 'vitest';
import { coverageOf, REQUIREMENTS } from './coverage.ts';
import { asJson, asText, isSound, summary } from './report.ts';

const rows = (state: (n: number) => string) =>
  Array.from(
    { length: REQUIREMENTS },
    (_, i) => `| R${i + 1} | Does ${i + 1}. | Add | ${state(i + 1)} |`,
  ).join('\n');

const sources = (
  test: string,
  { spec = '- **I7** Nothing is lost.', document = rows(() => 'open') } = {},
) => ({
  requirements: { path: 'docs/spec/requirements.md', content: `## All\n${document}` },
  specs: [{ path: 'docs/spec/life.md', content: spec }],
  tests: [{ path: 'packages/core/src/pull.test.ts', content: test }],
});

describe('rules beside tests', () => {
  test('lists which test shows what, with its place', () => {
    const coverage = coverageOf(sources("test('[R2, I7] pull', () => {});\ntest('[R2] again', () => {});"));
    expect(coverage.requirements[1]?.tests).toEqual([
      { file: 'packages/core/src/pull.test.ts', line: 1, title: '[R2, I7] pull' },
      { file: 'packages/core/src/pull.test.ts', line: 2, title: '[R2] again' },
    ]);
    expect(coverage.rules).toMatchObject([{ id: 'I7', at: 'docs/spec/life.md:1', tests: [{ line: 1 }] }]);
    expect(isSound(coverage)).toBe(true);
    expect(summary(coverage)).toBe('R: 1 of 145 shown · rules: 1 of 1 shown · unknown ids: 0');
  });

  test('the text ends with the summary, and can leave out what is shown', () => {
    const coverage = coverageOf(sources("test('[R2] pull', () => {});"));
    expect(asText(coverage, false)).toContain('packages/core/src/pull.test.ts:1 [R2] pull');
    expect(asText(coverage, true)).not.toContain('[R2] pull');
    expect(asText(coverage, true).split('\n').at(-1)).toBe(summary(coverage));
  });

  test('the JSON can be read back', () => {
    const json = JSON.parse(asJson(coverageOf(sources("test('[R2] pull', () => {});"))));
    expect(json.summary).toEqual({ requirements: { shown: 1, of: 145 }, rules: { shown: 0, of: 1 } });
    expect(json.requirements).toHaveLength(145);
  });

  test('an id that no document defines is wrong, and is told with its place', () => {
    const coverage = coverageOf(sources("test('[R146] [I8] pull', () => {});"));
    expect(coverage.unknown.map(({ id }) => id)).toEqual(['I8', 'R146']);
    expect(isSound(coverage)).toBe(false);
    expect(asText(coverage, true)).toContain('packages/core/src/pull.test.ts:1');
  });

  test('a document that claims what no test shows is wrong', () => {
    const { faults } = coverageOf(sources('', { document: rows((n) => (n === 9 ? 'shown' : 'open')) }));
    expect(faults).toEqual([expect.stringMatching(/^docs\/spec\/requirements\.md:10: R9 is marked shown/)]);
  });

  test('a document that claims less than tests show is merely late', () => {
    expect(isSound(coverageOf(sources("test('[R2] pull', () => {});")))).toBe(true);
  });

  test('a number given twice, a missing row, one too many and a strange state are wrong', () => {
    const document = rows(() => 'open')
      .replace('| R3 |', '| R146 |')
      .replace('| R4 | Does 4. | Add | open |', '| R4 | D | A | maybe |');
    const { faults } = coverageOf(sources('', { document, spec: '- **I7** a\n- **I7** b' }));
    expect(faults).toEqual([
      expect.stringContaining('I7 is written 2 times'),
      expect.stringContaining('R3 has no row'),
      expect.stringContaining('R146 is beyond R145'),
      expect.stringContaining('R4 has the state "maybe"'),
    ]);
  });
});
