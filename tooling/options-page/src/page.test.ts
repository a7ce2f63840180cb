import { readFileSync } from 'node:fs';
import { OPTIONS } from '@intray/core';
import { expect, test } from 'vitest';
import { OPTIONS_PAGE, optionsPage } from './page.ts';

test('[O1] docs/options.md is as the registry has it; if not, run npm run options', () => {
  expect(readFileSync(OPTIONS_PAGE, 'utf8')).toBe(optionsPage());
});

test('[O1] every option stands on the page once, in a row of seven cells', () => {
  const rows = optionsPage()
    .split('\n')
    .filter((line) => /^\| `/.test(line));
  expect(rows).toHaveLength(OPTIONS.length);
  for (const { pattern } of OPTIONS) {
    const own = rows.filter((line) => line.startsWith(`| \`${pattern}\` |`));
    expect(own, pattern).toHaveLength(1);
    expect(own[0]?.split(/(?<!\\)\|/), pattern).toHaveLength(9);
  }
});
