import { expect, test } from 'vitest';
import { Scratch } from './scratch.ts';

test('boundaries: the tree as it stands passes', () => {
  using scratch = new Scratch();
  const { passed, output } = scratch.boundaries();
  expect(output).toContain('no issues found');
  expect(passed).toBe(true);
});

test.each([
  ['packages/core', '@intray/store', '@intray/core'],
  ['packages/store', '@intray/engine', '@intray/store'],
  ['packages/engine', '@intray/api', '@intray/engine'],
  ['packages/api', '@intray/store', '@intray/api'],
  ['packages/api', '@intray/engine', '@intray/api'],
  ['packages/importing', '@intray/api', '@intray/importing'],
  ['packages/ui', '@intray/store', '@intray/ui'],
  ['apps/web', '@intray/engine', '@intray/web'],
  ['apps/server', '@intray/ui', '@intray/server'],
])('boundaries: %s may not stand on %s, even if its package.json says so', (folder, wanted, name) => {
  using scratch = new Scratch();
  scratch.declare(folder, wanted);
  scratch.plant(`${folder}/src/planted.ts`, `import '${wanted}';\n`);
  const { passed, output } = scratch.boundaries();
  expect(passed).toBe(false);
  const sentences = output.replace(/\s*\|?\s+/g, ' ');
  expect(sentences).toContain(
    `Package \`${wanted}\` found without any tag listed in allowlist for \`${name}\``,
  );
});

test.each([
  ['an undeclared package of ours', "import '@intray/store';", 'cannot import package `@intray/store`'],
  [
    'an undeclared type of ours',
    "import type {} from '@intray/store';",
    'cannot import package `@intray/store`',
  ],
  ['an undeclared package of others', "import 'pg';", 'cannot import package `pg`'],
  ['a path out of the package', "import '../../store/src/index.ts';", 'leaves the package'],
])('boundaries: core may not import %s', (_, line, reason) => {
  using scratch = new Scratch();
  scratch.plant('packages/core/src/planted.ts', `${line}\n`);
  const { passed, output } = scratch.boundaries();
  expect(passed).toBe(false);
  expect(output).toContain(reason);
});
