import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import { circumstances } from './report/circumstances.ts';
import { textOf } from './report/document.ts';
import { linesIn, linesOf } from './report/table.ts';
import { runBench } from './run-bench.ts';

/** Says nothing about speed: so short a round has hardly begun. */
const TINY = { rounds: 1, roundMs: 60, warmUpMs: 30 };
const leftOvers = () => readdirSync(tmpdir()).filter((name) => name.startsWith('intray-bench-'));

it('measures lives and decisions from end to end, fills the table, and leaves nothing behind', async () => {
  const before = leftOvers();
  const told: string[] = [];
  const { signal } = new AbortController();
  const turns = { plan: TINY, signal, tell: (doing: string) => void told.push(doing) };
  const { rows, database } = await runBench(['decide', 'lives'], turns);

  expect(rows.map(({ workload }) => workload)).toEqual(['decide', 'decide', 'lives']);
  for (const { ratio } of rows) {
    expect(ratio.median).toBeGreaterThan(0);
    expect(Number.isFinite(ratio.median)).toBe(true);
  }
  const { day, run, on } = await circumstances(database, 'npm run bench');
  expect(on).toContain('PostgreSQL 18');
  expect(linesIn(textOf(linesOf(rows, day), run, on))).toHaveLength(rows.length);
  expect(told).toContain('lives: round 1 of 1: Intray, 64 callers');
  expect(leftOvers()).toEqual(before);
}, 120_000);

it('stops when asked to, and takes its PostgreSQL with it', async () => {
  const before = leftOvers();
  const stopping = new AbortController();
  const tell = (doing: string) => doing.includes('warming up') && stopping.abort(new Error('enough'));
  await expect(
    runBench(['lives'], { plan: TINY, signal: stopping.signal, tell: (doing) => void tell(doing) }),
  ).rejects.toThrow('enough');
  expect(leftOvers()).toEqual(before);
}, 120_000);

it('says what it was asked wrongly', () => {
  const main = new URL('./main.ts', import.meta.url).pathname;
  const run = () =>
    execFileSync(process.execPath, [main, '--only', 'lifes'], { encoding: 'utf8', stdio: 'pipe' });
  expect(run).toThrow('There is no workload "lifes"');
});
