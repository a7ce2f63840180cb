import { join } from 'node:path';
import { expect, test } from 'vitest';
import { coverageOf, REQUIREMENTS } from './coverage.ts';
import { readSources } from './repository.ts';

const sources = readSources(join(import.meta.dirname, '../../..'));

test('this repository claims no more than its tests show, and its tests quote only what exists', () => {
  const { requirements, unknown, faults } = coverageOf(sources);
  expect(faults).toEqual([]);
  expect(unknown).toEqual([]);
  expect(requirements).toHaveLength(REQUIREMENTS);
});

test('test files of packages that were installed or built are passed by', () => {
  const paths = sources.tests.map(({ path }) => path);
  expect(paths).toContain('tooling/requirements/src/repository.test.ts');
  expect(paths.filter((path) => /node_modules|\/(out|dist)\/|\/\./.test(path))).toEqual([]);
});
