/** Seeds of days that once went wrong. Every run repeats them first. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface KeptSeed {
  readonly seed: number;
  /** What did not hold on that day. */
  readonly rule: string;
}

export const KEPT = join(import.meta.dirname, '..', 'kept-seeds.json');

export const keptSeeds = (file = KEPT): readonly KeptSeed[] =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as readonly KeptSeed[]) : [];

/** Adds a seed unless it is there. */
export function keepSeed(added: KeptSeed, file = KEPT): void {
  const kept = keptSeeds(file);
  if (kept.some(({ seed }) => seed === added.seed)) return;
  const lines = [...kept, added].map(
    ({ seed, rule }) => `  { "seed": ${seed}, "rule": ${JSON.stringify(rule)} }`,
  );
  writeFileSync(file, `[\n${lines.join(',\n')}\n]\n`);
}
