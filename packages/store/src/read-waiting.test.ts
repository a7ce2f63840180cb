import type { Interaction } from '@intray/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from './open-store.ts';
import type { Store } from './store.ts';
import { change, NOW, onDeskOf, page, sampleInteraction, submit } from './test-samples.ts';
import { type FreshDatabase, freshDatabase } from './testing/index.ts';

let fresh: FreshDatabase;
let store: Store;

beforeAll(async () => {
  fresh = await freshDatabase();
  store = await openStore({ url: fresh.url, poolSize: 4, applicationName: 'waiting-test' });
});

afterAll(async () => {
  await store?.close();
  await fresh?.drop();
});

describe('the order of a queue', () => {
  const order = async (queue: string) => (await store.waiting(queue, 100)).map(({ id }) => id);
  const offered = (interaction: Interaction): Interaction => ({
    ...interaction,
    state: 'Invited',
    version: interaction.version + 1,
    invitation: { agentId: 'agent1', ticket: 2, offeredAt: NOW, until: NOW + 30_000 },
  });

  test('is priority, then the order of submission, also within one batch and one millisecond', async () => {
    const ids = ['q9', 'q1', 'q5', 'q3'];
    await submit(store, ...ids.map((id) => sampleInteraction(id, { queue: 'Order' })));
    await submit(store, sampleInteraction('urgent', { queue: 'Order', priority: 5, externalId: 'a' }));
    expect(await order('Order')).toEqual(['urgent', ...ids]);
  });

  test('is kept by an offer that is declined, and lost by work that was on a desk', async () => {
    const [a, b, c] = ['r1', 'r2', 'r3'].map((id) => sampleInteraction(id, { queue: 'Return' })) as [
      Interaction,
      Interaction,
      Interaction,
    ];
    await submit(store, a, b, c);
    await change(store, offered(a));
    expect(await order('Return')).toEqual(['r2', 'r3']);
    await change(store, { ...a, version: 3 });
    expect(await order('Return')).toEqual(['r1', 'r2', 'r3']);
    // The same millisecond throughout: it is not the clock that tells.
    await change(store, onDeskOf('agent1', 'r2', { version: 2, queue: 'Return' }));
    await change(store, { ...b, version: 3 });
    expect(await order('Return')).toEqual(['r1', 'r3', 'r2']);
    await change(store, { ...a, version: 4, placedAt: NOW + 1 });
    expect(await order('Return')).toEqual(['r3', 'r2', 'r1']);
    await change(store, { ...c, version: 2, queue: 'Elsewhere' }, { ...b, version: 4, priority: -1 });
    expect(await order('Return')).toEqual(['r1', 'r2']);
  });

  test('can be read on after any place, and leaves out what is held there', async () => {
    const held = sampleInteraction('s0', { queue: 'Long', state: 'Held' });
    const ids = Array.from({ length: 9 }, (_, index) => `s${index + 1}`);
    await submit(
      store,
      held,
      ...ids.map((id, index) => sampleInteraction(id, { queue: 'Long', priority: index % 3 })),
    );
    const [first, ...rest] = [await store.waiting('Long', 4), await store.waiting('Long', 100)];
    const next = await store.waiting('Long', 100, first.at(-1));
    expect([...first, ...next]).toEqual(rest[0]);
    expect(rest[0]?.map(({ id }) => id)).toEqual(['s3', 's6', 's9', 's2', 's5', 's8', 's1', 's4', 's7']);
    expect((await store.queueContent('Long', page())).items.map(({ id }) => id)).toContain('s0');
  });
});
