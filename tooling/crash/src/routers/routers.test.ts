import { describe, expect, it } from 'vitest';
import { runRouters } from './rounds.ts';

/** The long form is `npm run crash -- --routers`. */
const SEED = 20_261_127;

describe('kill -9 of the server that routes, under load, with another one beside it', () => {
  it('[R100 F6 F7 F8 F10 G1 G2 G3 G4] work goes on through the other one, nothing is offered twice, nothing is lost', async () => {
    const report = await runRouters({
      servers: 2,
      rounds: 2,
      seed: SEED,
      sample: 4,
      signal: AbortSignal.timeout(110_000),
    });
    expect([...report.rounds.flatMap(({ breaches }) => breaches), ...report.finalBreaches]).toEqual([]);
    expect(report.rounds).toHaveLength(2);
    expect(report.acknowledged).toBeGreaterThan(2 * 120);
    expect(report.exitCodes).toEqual([0, 0]);
  }, 120_000);
});
