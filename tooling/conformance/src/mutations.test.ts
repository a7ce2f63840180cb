/** Servers that do the wrong thing are found out, too: by the cases about what they do, and by no others. */
import { describe, expect, test } from 'vitest';
import { CASES } from './cases/all.ts';
import type { Case } from './cases/case.ts';
import { run } from './run.ts';
import { demoSettings, startIntray } from './testing/intray.ts';
import { MUTATIONS } from './testing/mutations.ts';

/** Wrong input says nothing that other refusals do not, nor does every medium after the first. */
const quick = ({ id, area }: Case) =>
  area !== 'input' && !/wrong-password|unknown-user|\/(email|chat|facebook|twitter)$/.test(id);

describe('a server that does the wrong thing is found out, by the right cases and no others', () => {
  for (const { name, edits, finds } of MUTATIONS)
    test(name, async () => {
      await using server = await startIntray(edits);
      const settings = demoSettings(server.url);
      const results = await run({ settings, only: quick });
      const due = CASES.filter(
        (candidate) => quick(candidate) && finds(candidate) && candidate.needless?.(settings) === undefined,
      );
      expect(due).not.toEqual([]);
      const found = results.filter(({ outcome }) => outcome === 'failed');
      expect(found.map(({ id }) => id).sort()).toEqual(due.map(({ id }) => id).sort());
    });

  test('a change that has nowhere to go is no mutation: the server does not start', async () => {
    const nowhere = { file: 'packages/core/src/interaction/rules.ts', find: 'no such text', put: '' };
    await expect(startIntray([nowhere])).rejects.toThrow('does not hold once: no such text');
  });
});
