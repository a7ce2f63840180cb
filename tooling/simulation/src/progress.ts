/** How far a long run has come, kept beside the test results so that it can be stopped and goes on. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const FILE = join(import.meta.dirname, '../../../test-results/simulation.json');

/** The next seed, or the first one if no run was stopped. */
export function nextSeed(first: number, file = FILE): number {
  if (!existsSync(file)) return first;
  const { next } = JSON.parse(readFileSync(file, 'utf8')) as { readonly next: number };
  return next;
}

export function noteSeed(next: number, file = FILE): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ next }));
}

export const forget = (file = FILE): void => rmSync(file, { force: true });
