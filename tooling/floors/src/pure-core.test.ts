import { expect, test } from 'vitest';
import { Scratch } from './scratch.ts';

const CORE = 'packages/core';
const PLANTED = `${CORE}/src/planted.ts`;

// One statement a line, so that the line of an error names what was refused.
const UNSPELLABLE = [
  "export const a = fetch('http://localhost');",
  'export const b = process.pid;',
  'export const c = setTimeout(() => {}, 1);',
  'export const d = window.name;',
  "console.log('said');",
  'export const e = crypto.randomUUID();',
  "export { readFileSync } from 'node:fs';",
  'export const f = performance.now();',
  'export const g = new AbortController();',
  'export const h = structuredClone({});',
];

test('types: core as it stands passes its pure project', () => {
  using scratch = new Scratch();
  expect(scratch.typeCheck(CORE)).toEqual({ passed: true, output: '' });
});

test('types: core cannot spell the network, the process, timers, the browser, the console or files', () => {
  using scratch = new Scratch();
  scratch.plant(PLANTED, UNSPELLABLE.join('\n'));
  const { passed, output } = scratch.typeCheck(CORE);
  expect(passed).toBe(false);
  const letThrough = UNSPELLABLE.filter((_, index) => !output.includes(`planted.ts(${index + 1},`));
  expect(letThrough).toEqual([]);
});
