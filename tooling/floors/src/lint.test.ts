import { afterAll, expect, test } from 'vitest';
import { Scratch } from './scratch.ts';

// The linter reads in a tenth of a second what takes longer to copy, so all plants share one copy, each in a
// file of its own, and only that file is asked about.
const scratch = new Scratch();
afterAll(() => scratch[Symbol.dispose]());

type Plant = readonly [what: string, path: string, text: string, reason: RegExp];

const CLOCK = /Core has no clock and no dice/;
const CATCH = /Core catches nothing/;
const ENV = /noProcessEnv|The environment is read in/;
const ASIDE = /noSkippedTests|noFocusedTests|set aside/;
const NAME = /named for what it does/;
const TEST = "import { test } from 'vitest';\n";

const REFUSED: Plant[] = [
  ['Date.now in core', 'packages/core/src/p1.ts', 'export const a = () => Date.now();', CLOCK],
  ['new Date() in core', 'packages/core/src/p2.ts', 'export const a = () => new Date();', CLOCK],
  [
    'the clock passed as a value in core',
    'packages/core/src/p3.ts',
    'export const a = { now: Date.now };',
    CLOCK,
  ],
  ['Math.random in core', 'packages/core/src/p4.ts', 'export const a = () => Math.random();', CLOCK],
  ['unpacked Math in core', 'packages/core/src/p5.ts', 'export const { random } = Math;', CLOCK],
  ['performance.now in core', 'packages/core/src/p6.ts', 'export const a = () => performance.now();', CLOCK],
  ['globalThis in core', 'packages/core/src/p7.ts', "export const a = globalThis['Date'];", CLOCK],
  [
    'catch in core',
    'packages/core/src/p8.ts',
    'export function a(f: () => boolean) {\n  try {\n    return f();\n  } catch {\n    return true;\n  }\n}',
    CATCH,
  ],
  [
    '.catch() in core',
    'packages/core/src/p9.ts',
    'export const a = (p: Promise<boolean>) => p.catch(() => true);',
    CATCH,
  ],
  ['process.env in a package', 'packages/store/src/p1.ts', 'export const a = process.env.HOME;', ENV],
  ['process.env beside config.ts', 'apps/server/src/p1.ts', 'export const a = process.env.HOME;', ENV],
  [
    'env from node:process',
    'packages/store/src/p2.ts',
    "import { env } from 'node:process';\nexport const a = env.HOME;",
    ENV,
  ],
  ['unpacked env', 'packages/store/src/p3.ts', 'const { env } = process;\nexport const a = env;', ENV],
  ['export *', 'packages/api/src/p1.ts', "export * from 'zod';", /noReExportAll/],
  ['export * as', 'packages/api/src/p2.ts', "export * as z from 'zod';", /noReExportAll/],
  ['any', 'packages/api/src/p3.ts', 'export const a: any = 1;', /noExplicitAny/],
  ['@ts-ignore', 'packages/api/src/p4.ts', "// @ts-ignore\nexport const a: number = '1';", /noTsIgnore/],
  ['test.only', 'packages/api/src/p1.test.ts', `${TEST}test.only('a', () => {});`, ASIDE],
  ['test.skip', 'packages/api/src/p2.test.ts', `${TEST}test.skip('a', () => {});`, ASIDE],
  ['test.todo', 'packages/api/src/p3.test.ts', `${TEST}test.todo('a');`, ASIDE],
  ['test.skipIf', 'packages/api/src/p4.test.ts', `${TEST}test.skipIf(1)('a', () => {});`, ASIDE],
  [
    'the server half of api on a screen',
    'packages/ui/src/p1.ts',
    "import { a } from '@intray/api';\nexport const b = a;",
    /noRestrictedImports/,
  ],
  [
    'a type of the server half of api in the web desk',
    'apps/web/src/p1.ts',
    "import type { A } from '@intray/api';\nexport type B = A;",
    /noRestrictedImports/,
  ],
  ...['utils', 'helpers', 'types', 'manager', 'lib', 'common'].map(
    (name): Plant => [
      `a file named ${name}.ts`,
      `packages/engine/src/${name}.ts`,
      'export const a = 1;',
      NAME,
    ],
  ),
  [
    'a devDependency outside tests',
    'packages/core/src/p10.ts',
    "import { test } from 'vitest';\nexport const a = test;",
    /noUndeclaredDependencies/,
  ],
  [
    'a promise nobody waits for',
    'packages/engine/src/p3.ts',
    'async function a() {\n  return 1;\n}\nexport function b() {\n  a();\n}',
    /noFloatingPromises/,
  ],
  [
    'a switch that forgets a case',
    'packages/engine/src/p4.ts',
    "export function a(b: 'x' | 'y') {\n  switch (b) {\n    case 'x':\n      return 1;\n  }\n}",
    /useExhaustiveSwitchCases/,
  ],
  ['a file named types.tsx', 'packages/ui/src/parts/types.tsx', 'export const a = 1;', NAME],
];

test.each(REFUSED)('lint: refuses %s', (_, path, text, reason) => {
  scratch.plant(path, `${text}\n`);
  const { passed, output } = scratch.lint(path);
  expect(output).toMatch(reason);
  expect(passed).toBe(false);
});

test('lint: refuses a cycle, of types alone too', () => {
  scratch.plant('packages/engine/src/p1.ts', "import type { B } from './p2.ts';\nexport type A = B | 1;\n");
  scratch.plant('packages/engine/src/p2.ts', "import type { A } from './p1.ts';\nexport type B = A[];\n");
  const { passed, output } = scratch.lint('packages/engine/src/p1.ts');
  expect(output).toMatch(/noImportCycles/);
  expect(passed).toBe(false);
});

test.each([
  [
    'a date made of a given time in core',
    'packages/core/src/ok1.ts',
    'export const a = (now: number) => new Date(now);',
  ],
  ['process.env in config.ts', 'apps/server/src/config.ts', 'export const a = process.env.HOME;'],
  ['the client half of api on a screen', 'packages/ui/src/ok1.ts', "export { a } from '@intray/api/client';"],
  ['a file named for what it does', 'packages/engine/src/librarian.ts', 'export const a = 1;'],
])('lint: lets %s through', (_, path, text) => {
  scratch.plant(path, `${text}\n`);
  expect(scratch.lint(path)).toMatchObject({ passed: true });
});
