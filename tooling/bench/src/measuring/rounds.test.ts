import { describe, expect, it } from 'vitest';
import { rateOf, takeTurns } from './rounds.ts';

const plan = { rounds: 3, roundMs: 10, warmUpMs: 5 };

describe('rounds', () => {
  it('lets the sides take turns after a warm-up that is not counted', async () => {
    const order: string[] = [];
    const side = (name: string) => ({
      name,
      async round(ms: number) {
        order.push(`${name}${ms}`);
        return order.length;
      },
    });
    const signal = new AbortController().signal;
    const measured = await takeTurns([side('a'), side('b')], { plan, signal, tell: () => {} });
    expect(order.join(' ')).toBe('a5 b5 a10 b10 a10 b10 a10 b10');
    expect(measured).toEqual([
      [3, 5, 7],
      [4, 6, 8],
    ]);
  });

  it('stops between two rounds when asked to', async () => {
    const stopping = new AbortController();
    let rounds = 0;
    const side = {
      name: 'a',
      async round() {
        rounds += 1;
        if (rounds === 2) stopping.abort(new Error('enough'));
      },
    };
    const turns = { plan, signal: stopping.signal, tell: () => {} };
    await expect(takeTurns([side], turns)).rejects.toThrow('enough');
    expect(rounds).toBe(2);
  });

  it('counts everything that all loops did', async () => {
    let done = 0;
    const began = performance.now();
    const rate = await rateOf(4, 20, async () => {
      await new Promise(setImmediate);
      done += 3;
      return 3;
    });
    const longest = (performance.now() - began) / 1_000;
    expect(done).toBeGreaterThanOrEqual(12);
    expect(rate).toBeGreaterThanOrEqual(done / longest);
    expect(rate).toBeLessThanOrEqual(done / 0.02);
  });
});
