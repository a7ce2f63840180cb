import type { ContactCentreConfig, PageRequest } from '@intray/core';
import { describe, expect, it } from 'vitest';
import { CENTRE } from './testing/centre.ts';
import { House } from './testing/house.ts';

const MINUTE = 60_000;
const PAGE: PageRequest = { limit: 200, order: 'oldest', keys: [] };

/** Everything that comes to the door is repaired; old work before young, loud work before all. */
const CITY: ContactCentreConfig = {
  ...CENTRE,
  settings: { ...CENTRE.settings, leaseSeconds: 600 },
  queues: [
    ...CENTRE.queues,
    { id: 'Door', name: 'Door', agentGroups: [] },
    { id: 'Repairs', name: 'Repairs', agentGroups: ['Team'] },
  ],
  departments: [{ id: 'City', name: 'City' }],
  processes: [{ id: 'Repairs', name: 'Repairs', department: 'City', queue: 'Repairs' }],
  capturePoints: [{ id: 'Web', name: 'Web', queues: ['Door'] }],
  taskRules: [
    {
      id: 'sort',
      name: 'Sort',
      phase: 'classification',
      do: [{ action: 'setProcess', value: 'Repairs' }],
    },
    {
      id: 'age',
      name: 'By age',
      phase: 'prioritisation',
      table: {
        hit: 'first',
        when: [{ field: 'age', op: 'from' }],
        do: [{ action: 'setPriority' }, { action: 'reprioritiseAfter' }],
        rows: [
          { when: ['59m'], do: [50, null] },
          { when: [null], do: [10, '1h'] },
        ],
      },
    },
    {
      id: 'loud',
      name: 'Loud first',
      phase: 'prioritisation',
      when: [{ field: 'data', key: 'decibels', op: 'from', value: 90 }],
      do: [{ action: 'increasePriority', value: 100 }],
    },
  ],
};

const submit = async (
  house: House,
  more: { userData?: Record<string, string | number>; task?: object } = {},
) => {
  const id = house.engine.newInteractionId();
  await house.given('adam', id, {
    type: 'submit',
    mediaType: 'workitem',
    queue: 'Door',
    userData: {},
    ...more,
  });
  return id;
};

const waiting = async (house: House) => (await house.store.queueContent('Repairs', PAGE)).items;

describe('tasks', () => {
  it('come in sorted and ranked in one commit, and are offered from the queue that the rules chose [T1 T2]', async () => {
    await using house = await House.open({ config: CITY });
    await using ear = await house.listen();
    const id = await submit(house, { userData: { decibels: 95 } });
    expect(await house.row(id)).toMatchObject({
      state: 'Queued',
      queue: 'Repairs',
      priority: 110,
      version: 2,
    });
    expect(await house.store.queueCounts(['Door', 'Repairs'])).toEqual([0, 1]);
    await house.ready('ana');
    await ear.untilType('AgentInvited', id);
    expect(await house.row(id)).toMatchObject({ state: 'Invited', delivery: { queue: 'Repairs' } });
  });

  it('are ranked anew when it is time, however many there are, and the queue is in the new order [T11]', async () => {
    await using house = await House.open({ config: CITY });
    const old = await Promise.all(Array.from({ length: 1_100 }, () => submit(house)));
    await house.clock.advance(30 * MINUTE);
    const young = await submit(house);
    expect((await waiting(house)).every(({ priority }) => priority === 10)).toBe(true);
    await house.clock.advance(30 * MINUTE + 1);
    await expect
      .poll(async () => (await house.store.interaction(old.at(-1) ?? ''))?.priority, { timeout: 60_000 })
      .toBe(50);
    await expect
      .poll(async () => (await waiting(house)).filter(({ priority }) => priority === 50).length, {
        timeout: 60_000,
      })
      .toBe(200);
    expect(old).toContain((await waiting(house))[0]?.id);
    expect((await house.row(young)).priority).toBe(10);
  });

  it('are ranked by another server, if it was to be while none ran [T11]', async () => {
    await using house = await House.open({ config: CITY });
    const id = await submit(house);
    await house.engine.stop();
    house.clock.jump(2 * 60 * MINUTE);
    await house.addEngine();
    await expect.poll(async () => (await house.row(id)).priority, { timeout: 20_000 }).toBe(50);
  });

  it('are held when a rule fails, with the reason, and tried again by themselves [T13]', async () => {
    await using house = await House.open({ config: CITY });
    const id = await submit(house, { userData: { decibels: 'very' } });
    expect(await house.row(id)).toMatchObject({
      state: 'Held',
      task: { error: { rule: 'loud', attempts: 1 } },
    });
    await house.clock.advance(MINUTE + 1);
    await expect.poll(async () => (await house.row(id)).task?.error?.attempts, { timeout: 20_000 }).toBe(2);
    await house.given('adam', id, { type: 'cancel' });
    expect(await house.row(id)).toMatchObject({ state: 'Cancelled' });
  });

  it('are offered to nobody before they are active, and to whoever is ready when they are [T4]', async () => {
    await using house = await House.open({ config: CITY });
    await house.ready('ana');
    await using ear = await house.listen();
    const id = await submit(house, { task: { activateAt: house.clock.now() + 10 * MINUTE } });
    expect(await house.row(id)).toMatchObject({ state: 'Snoozed', queue: 'Repairs', priority: 0 });
    await house.clock.advance(10 * MINUTE + 1);
    await ear.untilType('AgentInvited', id);
    expect(ear.heard.flatMap((event) => (event.subject === 'interaction' ? [event.type] : []))).toEqual([
      ...['InteractionSubmitted', 'ActivationAwaited', 'WokeInQueue', 'RulesApplied', 'AgentInvited'],
    ]);
  });
});
