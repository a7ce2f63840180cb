import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { day } from './day.ts';

const MAIN = join(import.meta.dirname, 'main.ts');

it('[D1-D6 D9 D10 D13 F6 F8 F9 G1 G2 G3 G4 G6] a thousand days with everything that can go wrong break nothing', async () => {
  const said = await new Promise<string>((resolve) => {
    execFile(process.execPath, [MAIN, '--seeds', '1000'], { maxBuffer: 2 ** 26 }, (_, stdout, stderr) =>
      resolve(`${stdout}${stderr}`),
    );
  });
  expect(said).toMatch(/^Done: 1,\d{3} days .* Nothing was broken\.$/m);
}, 600_000);

it('the same seed is the same day, to the letter', async () => {
  const lines = async (seed: number) => {
    const told: string[] = [];
    const { steps } = await day(seed, { write: (line) => told.push(line) });
    return [steps, ...told];
  };
  const first = await lines(3);
  expect(first.length).toBeGreaterThan(100);
  expect(await lines(3)).toEqual(first);
  expect(await lines(4)).not.toEqual(first);
});
