import { readFileSync } from 'node:fs';
import { PRIVILEGES } from '@intray/core';
import { expect, test } from 'vitest';
import { PRIVILEGES_PAGE, privilegesPage } from './privileges-page.ts';

test('[P6] docs/privileges.md is as the registry has it; if not, run npm run options', () => {
  expect(readFileSync(PRIVILEGES_PAGE, 'utf8')).toBe(privilegesPage());
});

test('[P6] every privilege stands on the page once, in a row of seven cells', () => {
  const rows = privilegesPage()
    .split('\n')
    .filter((line) => /^\| `/.test(line));
  expect(rows).toHaveLength(PRIVILEGES.length);
  for (const name of PRIVILEGES) {
    const own = rows.filter((line) => line.startsWith(`| \`${name}\` |`));
    expect(own, name).toHaveLength(1);
    expect(own[0]?.split(/(?<!\\)\|/), name).toHaveLength(9);
  }
});
