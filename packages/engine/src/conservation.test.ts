/** Whatever people do, in whatever order, on whichever node: nothing is lost, doubled or counted wrongly. */
import {
  type Command,
  holders,
  type Interaction,
  replay,
  restingIn,
  user,
  type WorkbinRef,
  waitingIn,
  workbinKey,
} from '@intray/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CENTRE, SHARED, SMALL } from './testing/centre.ts';
import { House } from './testing/house.ts';

const SEED = 20_260_106;
const RUNS = 200;
const AGENTS = ['ana', 'ben', 'cem'];
const ITEMS = 4;
const IN_PROGRESS = AGENTS.map(
  (id): WorkbinRef => ({ type: 'email.in-progress', owner: { kind: 'Agent', id } }),
);
const TRAYS: readonly WorkbinRef[] = [SHARED, SMALL, ...IN_PROGRESS];

interface Step {
  readonly item: number;
  readonly who: string;
  readonly node: number;
  readonly command: Record<string, unknown>;
}

const one = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const agent = one(...AGENTS);
const simple = (type: string) => fc.constant({ type });
const command: fc.Arbitrary<Record<string, unknown>> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ type: fc.constant('invite'), agentId: agent }) },
  { weight: 3, arbitrary: simple('accept') },
  { weight: 4, arbitrary: simple('pull') },
  {
    weight: 3,
    arbitrary: fc.record({ type: fc.constant('placeInWorkbin'), workbin: one<WorkbinRef>(SHARED, SMALL) }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('moveToWorkbin'), workbin: one(...TRAYS) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('moveToQueue'), queue: fc.constant('Inbox') }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('transfer'), agentId: agent }) },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('snooze'), wakeAt: fc.constant(4_000_000_000_000) }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('revoke'), reason: one('supervisor', 'origin') }) },
  ...['reject', 'complete', 'reopen', 'restart', 'hold', 'resume', 'cancel', 'wake'].map((type) => ({
    weight: 1,
    arbitrary: simple(type),
  })),
  { weight: 1, arbitrary: fc.constant({ type: 'addNote', text: 'seen' }) },
  { weight: 1, arbitrary: fc.constant({ type: 'attachUserData', userData: { a: 1, b: { c: ['x'] } } }) },
  { weight: 1, arbitrary: fc.constant({ type: 'deleteUserData', keys: ['a'] }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('updateProperties'), priority: one(1, 5) }) },
);
const step: fc.Arbitrary<Step> = fc.record({
  item: fc.nat(ITEMS - 1),
  who: one(...AGENTS, 'lena', 'lena'),
  node: fc.nat(1),
  command,
});

describe('any sequence of commands', () => {
  it('keeps every interaction in one place, every count right, and every row equal to its events [G1] [G3] [G4]', async () => {
    // Nobody routes: the offers are part of the sequence.
    const config = { ...CENTRE, settings: { ...CENTRE.settings, leaseSeconds: 600 } };
    await using house = await House.open({ engines: 2, config });
    for (const id of [...AGENTS, 'lena']) await house.present(id, ['workitem', 'email', 'chat']);
    const all: string[] = [];

    const story = async (steps: readonly Step[]): Promise<void> => {
      const media = ['workitem', 'email', 'chat', 'workitem'];
      const ids = await Promise.all(
        media.map((mediaType, n) => house.submit({ mediaType }, house.engines[n % 2])),
      );
      all.push(...ids);
      // Six at a time: some meet in a batch, some on two nodes.
      for (let at = 0; at < steps.length; at += 6)
        await Promise.all(
          steps.slice(at, at + 6).map(({ item, who, node, command }) =>
            house.engines[node]?.execute({
              command: { ...command, interactionId: ids[item] } as Command,
              actor: user(who),
            }),
          ),
        );
      const rows = await Promise.all(ids.map((id) => house.row(id)));
      for (const row of rows) {
        expect(places(row), `${row.id} in ${row.state}`).toBe(1);
        const { items } = await house.store.history(row.id, { limit: 200, order: 'oldest', keys: [] });
        expect(replay(items)).toEqual(row);
      }
      // The next story begins with empty hands; what rests in trays and queues stays for the count.
      for (const row of rows)
        for (const id of [row.handler, row.invitation?.agentId])
          if (id !== undefined) await house.on('lena', row.id, { type: 'cancel' });
    };
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 36 }), story), {
      seed: SEED,
      numRuns: RUNS,
      endOnFailure: true,
    });
    await countsAreRight(house, all);
    // Most of what is asked at random is refused; enough must be done for the test to mean something.
    const done = house.engines.reduce((sum, engine) => sum + engine.metrics().granted, 0);
    expect(done).toBeGreaterThan(RUNS * 10);
    expect(house.engines.reduce((sum, engine) => sum + engine.metrics().conflicts, 0)).toBeGreaterThan(0);
  }, 120_000);
});

/** On a desk or offered, in a tray, in a queue, or finished: in exactly one of these. */
function places(row: Interaction): number {
  const finished = row.state === 'Done' || row.state === 'Cancelled';
  return [
    holders(row).length > 0,
    restingIn(row) !== undefined,
    waitingIn(row) !== undefined,
    finished,
  ].filter(Boolean).length;
}

async function countsAreRight(house: House, ids: readonly string[]): Promise<void> {
  const rows = await Promise.all(ids.map((id) => house.row(id)));
  const resting = (tray: WorkbinRef) =>
    rows.filter((row) => row.workbin !== undefined && workbinKey(row.workbin) === workbinKey(tray)).length;
  expect(await house.store.workbinCounts(TRAYS)).toEqual(TRAYS.map(resting));
  const contents = await house.store.workbinContents(TRAYS);
  for (const [index, tray] of TRAYS.entries()) {
    const media = rows
      .filter((row) => row.workbin !== undefined && workbinKey(row.workbin) === workbinKey(tray))
      .map(({ mediaType }) => mediaType);
    const perMediaType = Object.fromEntries(
      [...new Set(media)].map((one) => [one, media.filter((other) => other === one).length]),
    );
    expect(contents[index]).toEqual({ count: media.length, perMediaType });
  }
  expect(resting(SMALL)).toBeLessThanOrEqual(1);
  expect(await house.store.queueCounts(['Inbox'])).toEqual([
    rows.filter((row) => waitingIn(row) !== undefined).length,
  ]);
  for (const session of await house.store.sessions(AGENTS))
    for (const [mediaType, load] of Object.entries(session.load))
      expect(load, `${session.agentId} ${mediaType}`).toBe(
        rows.filter((row) => row.mediaType === mediaType && holders(row).includes(session.agentId)).length,
      );
}
