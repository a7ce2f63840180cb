import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CASES } from './cases/all.ts';
import type { Case } from './cases/case.ts';
import { reportOf } from './report.ts';
import { type Result, run } from './run.ts';
import { BROKEN } from './testing/faults.ts';
import { demoSettings, startIntray } from './testing/intray.ts';
import { startMutatingProxy } from './testing/mutating-proxy.ts';

let server: Awaited<ReturnType<typeof startIntray>>;
let sound: readonly Result[];

beforeAll(async () => {
  server = await startIntray();
  sound = await run({ settings: demoSettings(server.url) });
});
afterAll(() => server?.[Symbol.asyncDispose]());

const idsOf = (results: readonly (Result | Case)[]) => results.map(({ id }) => id);
const failed = (results: readonly Result[]) => results.filter(({ outcome }) => outcome === 'failed');

test('Intray passes the suite', () => {
  expect(failed(sound)).toEqual([]);
  expect(reportOf(server.url, sound).passed).toBeGreaterThan(700);
});

test('and it passes with all messages over WebSockets', async () => {
  const settings = { ...demoSettings(server.url), transport: 'websocket' } as const;
  const areas: readonly Case['area'][] = ['pull', 'subscribe', 'workitems', 'cometd', 'messages'];
  const results = await run({ settings, only: ({ area }) => areas.includes(area) });
  expect(failed(results)).toEqual([]);
  expect(results.filter(({ outcome }) => outcome === 'passed').length).toBeGreaterThan(300);
});

describe('what Intray shows on the wire', () => {
  /** Each number in the title is quoted by cases that passed, and by none that failed unexpectedly. */
  const areShown = ({ task }: { readonly task: { readonly name: string } }) => {
    for (const [number] of task.name.matchAll(/R\d+/g)) {
      const quoting = sound.filter(({ requirements }) => requirements.includes(number));
      expect(idsOf(quoting.filter(({ outcome }) => outcome === 'passed')), number).not.toEqual([]);
      expect(failed(quoting), number).toEqual([]);
    }
  };

  test('[R21, R22, R23, R24] content, and who may see it', areShown);
  test('[R25, R26, R27, R28, R29, R30, R31, R32] notifications, until they are cancelled', areShown);
  test('[R34, R35, R37, R38, R40, R41, R42, R43, R44, R45] adding in every form', areShown);
  test('[R46, R47, R48, R49, R50, R51, R52, R54] what adding answers and tells', areShown);
  test('[R55, R56, R57, R58, R59, R60, R61, R62, R63] routing keys and types', areShown);
  test('[R117, R118, R119, R120, R121, R122, R123, R124, R125] pulling in every form', areShown);
  test('[R126, R127, R128, R129, R130, R131, R132, R133] what is possible afterwards', areShown);
  test('[R134, R135, R136, R137, R138, R139, R140] system properties', areShown);
  test('[R141, R142, R143, R144] the workbin, flags and message of a pull', areShown);
});

/**
 * Wrong input is the slowest area and says nothing that others do not: broken refusals show in all of them. And who
 * signs in wrongly run after run is kept out, with the right password too.
 */
const quick = ({ id, area }: Case) => area !== 'input' && !/wrong-password|unknown-user/.test(id);

describe('a broken server is found out, by the right cases and no others', () => {
  for (const { name, fault, finds } of BROKEN)
    test(name, async () => {
      await using proxy = await startMutatingProxy(server.url, fault);
      const broken = await run({ settings: demoSettings(proxy.url), only: quick });
      const applicable = new Set(idsOf(sound.filter(({ outcome }) => outcome === 'passed')));
      const due = idsOf(
        CASES.filter((candidate) => quick(candidate) && finds(candidate) && applicable.has(candidate.id)),
      );
      expect(due).not.toEqual([]);
      expect(idsOf(failed(broken)).sort()).toEqual(due.sort());
    });
});

describe('the cases', () => {
  test('have ids of their own', () => expect(new Set(idsOf(CASES)).size).toBe(CASES.length));

  test('quote requirements between R21 and R145', () => {
    for (const { requirements } of CASES)
      for (const number of requirements) {
        expect(number).toMatch(/^R\d+$/);
        expect(Number(number.slice(1))).toBeGreaterThanOrEqual(21);
        expect(Number(number.slice(1))).toBeLessThanOrEqual(145);
      }
  });

  test('are at least 250, and cover every area', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(250);
    expect(new Set(CASES.map(({ area }) => area)).size).toBe(11);
  });
});
