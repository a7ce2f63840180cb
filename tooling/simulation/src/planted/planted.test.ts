import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PLANTED } from './faults.ts';

const MAIN = join(import.meta.dirname, '..', 'main.ts');
const PLANT = join(import.meta.dirname, 'plant.ts');
/** No more than every run of the tests lives through. */
const SEEDS = 1_000;

/** Lives through days with the fault in the program, until one goes wrong. */
function output(fault: number): Promise<string> {
  const args = ['--import', PLANT, MAIN, '--seeds', String(SEEDS), '--no-keep'];
  const env = { ...process.env, INTRAY_PLANTED: String(fault) };
  return new Promise((resolve) => {
    execFile(process.execPath, args, { env, maxBuffer: 2 ** 26 }, (_, stdout, stderr) =>
      resolve(`${stdout}${stderr}`),
    );
  });
}

describe('a fault in the program is found by a day of the simulation', () => {
  it.each(PLANTED.map((planted, number) => ({ ...planted, number })))(
    '$name',
    async ({ number, breaks }) => {
      const said = await output(number);
      expect(said).toMatch(/^Day \d+ BROKEN: /m);
      expect(/^Day \d+ BROKEN: (.*)$/m.exec(said)?.[1]).toMatch(breaks);
    },
    120_000,
  );
});
