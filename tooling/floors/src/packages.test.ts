import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from './scratch.ts';

/** Where Node finds a dependency from inside a package's folder. */
function resolve(folder: string, dependency: string): string {
  return createRequire(join(repository, folder, 'package.json')).resolve(dependency);
}

test.each([
  ['packages/core', 'pg'],
  ['packages/core', 'fastify'],
  ['packages/core', '@intray/store'],
  ['packages/engine', 'pg'],
  ['packages/api', 'pg'],
  ['packages/api', '@intray/engine'],
  ['packages/ui', 'pg'],
  ['packages/ui', 'fastify'],
  ['packages/ui', '@intray/store'],
  ['apps/web', '@intray/engine'],
  ['apps/desktop', '@intray/engine'],
])('pnpm: %s cannot reach %s, which its package.json does not name', (folder, dependency) => {
  expect(() => resolve(folder, dependency)).toThrow(/Cannot find module/);
});

test.each([
  ['packages/store', 'pg'],
  ['packages/api', 'fastify'],
  ['apps/server', 'pino'],
])('pnpm: %s reaches %s, which its package.json names', (folder, dependency) => {
  expect(resolve(folder, dependency)).toContain(`${dependency}/`);
});
