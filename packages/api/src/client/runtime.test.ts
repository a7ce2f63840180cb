import { readdirSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { expect, it } from 'vitest';

it('brings nothing into a page but itself and the tRPC client', () => {
  const files = readdirSync(import.meta.dirname).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  );
  expect(files).toContain('index.ts');
  const imported = files.flatMap((name) => {
    // What is left when the types are gone is what a browser would load.
    const code = stripTypeScriptTypes(readFileSync(`${import.meta.dirname}/${name}`, 'utf8'));
    return [...code.matchAll(/\b(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, source]) => source);
  });
  expect(imported.length).toBeGreaterThan(5);
  expect(new Set(imported.filter((source) => !source?.startsWith('./')))).toEqual(new Set(['@trpc/client']));
});
