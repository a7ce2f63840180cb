import { type Operations, user } from '@intray/core';
import { DatabaseFailure } from '@intray/store';
import { DIRECT, MemoryDatabase, memoryStore, sharing } from '@intray/store/memory';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../engine.ts';
import { systemIds } from '../ids.ts';
import { CENTRE } from '../testing/centre.ts';
import { ManualClock } from '../testing/manual-clock.ts';

const log = { info() {}, warn() {}, error() {} };

/** Two nodes on one database, which can be taken away from the first of them. */
async function twoNodes() {
  const shared = sharing(new MemoryDatabase());
  const clock = new ManualClock();
  const way = { open: true };
  const wires = [
    {
      ...DIRECT,
      async ask<T>(work: () => T): Promise<T> {
        if (!way.open)
          throw new DatabaseFailure(new Error('nobody answers'), { doing: 'ask', connectionLost: true });
        return work();
      },
    },
    DIRECT,
  ];
  const stores = wires.map((wire) => memoryStore(shared, wire));
  await stores[1]?.saveConfiguration(CENTRE, 'adam', 1);
  const engines = stores.map((store, n) =>
    createEngine({
      store,
      clock,
      ids: systemIds,
      log,
      nodeId: `node ${n + 1}`,
      node: { version: '1.2.3', connections: () => ({ desks: n, cometd: 2, people: 3 }) },
    }),
  );
  for (const engine of engines) await engine.start();
  const [first, second] = engines as [(typeof engines)[0], (typeof engines)[0]];
  const ask = async (engine = first): Promise<Operations> => {
    const answer = await engine.operations(user('adam'));
    if (!answer.ok) throw new Error(answer.refusal.message);
    return answer.value;
  };
  const states = async () => (await ask()).nodes.map(({ id, state }) => `${id}: ${state}`);
  const stop = () => Promise.all(engines.map((engine) => engine.stop()));
  return { clock, way, stores, first, second, ask, states, stop };
}

describe('how the servers are', () => {
  it('[P13 N1 N4] is told to an administrator, by any node, of all of them; and to nobody else', async () => {
    const { clock, first, second, ask, stop } = await twoNodes();
    const startedAt = clock.now();
    for (const who of ['ana', 'lena', 'nobody'])
      expect(await first.operations(user(who))).toMatchObject({
        ok: false,
        refusal: { code: 'not_permitted', detail: { privilege: 'see-servers' } },
      });
    await first.execute({
      command: { type: 'startSession', agentId: 'ana', channels: [{ mediaType: 'workitem', ready: false }] },
      actor: user('ana'),
    });
    await first.execute({
      command: {
        type: 'submit',
        interactionId: first.newInteractionId(),
        mediaType: 'workitem',
        queue: 'Inbox',
        userData: {},
      },
      actor: user('adam'),
    });
    await clock.advance(2_000);
    const told = await ask(second);
    expect(told).toMatchObject({
      answeredBy: 'node 2',
      asOf: clock.now(),
      database: { reachable: true },
      troubles: [],
      people: { loggedOn: 1, reachable: 1 },
      waiting: 1,
    });
    const report = { version: '1.2.3', startedAt, life: 'serving', behind: { events: 0, ms: 0 } };
    expect(told.nodes).toMatchObject([
      {
        id: 'node 1',
        at: clock.now(),
        state: 'serving',
        report: {
          ...report,
          routingSince: startedAt,
          connections: { desks: 0, cometd: 2, people: 3 },
          minutes: [{ at: startedAt, commands: 2, commits: 2, offers: 0 }],
        },
      },
      { id: 'node 2', state: 'serving', report },
    ]);
    expect(told.nodes[1]?.report?.routingSince).toBeUndefined();
    await clock.advance(120_000);
    const minutes = (await ask()).nodes[0]?.report?.minutes ?? [];
    expect(minutes.map(({ at }) => at - startedAt)).toEqual([0, 60_000, 120_000]);
    await stop();
  });

  it('[N2 N6] tells a node that ends in order from one that is gone, and forgets both', async () => {
    const { clock, stores, first, second, ask, states, stop } = await twoNodes();
    await second.drain();
    expect(await states()).toEqual(['node 2: draining', 'node 1: serving']);
    await second.stop();
    expect(await states()).toEqual(['node 1: serving', 'node 2: stopped']);
    const [{ report }] = (await ask()).nodes as [Operations['nodes'][number]];
    await stores[1]?.beat('killed', clock.now(), report);
    await clock.advance(8_000);
    expect(await states()).toEqual(['killed: late', 'node 1: serving', 'node 2: stopped']);
    await clock.advance(2_000);
    expect(await states()).toEqual(['node 1: serving', 'killed: gone', 'node 2: stopped']);
    await clock.advance(3_700_000);
    expect(await states()).toEqual(['node 1: serving']);
    expect((await stores[1]?.operations([]))?.nodes.map(({ id }) => id)).toEqual(['node 1']);
    await first.stop();
    await stop();
  });

  it('[N5] is what was known last while the database cannot be reached, with when that was', async () => {
    const { clock, way, first, ask, states, stop } = await twoNodes();
    await clock.advance(2_000);
    const known = await ask();
    way.open = false;
    await clock.advance(30_000);
    expect(await ask()).toMatchObject({
      asOf: known.asOf,
      now: clock.now(),
      nodes: known.nodes,
      database: { reachable: false, note: expect.stringContaining('nobody answers') },
    });
    way.open = true;
    await clock.advance(2_000);
    expect(await ask()).toMatchObject({ asOf: clock.now(), database: { reachable: true } });
    expect(await states()).toEqual(['node 1: serving', 'node 2: serving']);
    await first.stop();
    await stop();
  });
});
