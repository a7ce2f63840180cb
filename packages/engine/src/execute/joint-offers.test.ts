import { describe, expect, it } from 'vitest';
import { CENTRE } from '../testing/centre.ts';
import { House } from '../testing/house.ts';

/** A house whose router has looked at the queue already: before that it cannot know what is first in it. */
async function warm(): Promise<House> {
  const house = await House.open();
  await house.ready('ana', ['email']);
  await using ear = await house.listen();
  const id = await house.submit({ mediaType: 'email' });
  await ear.untilType('AgentInvited', id);
  await house.given('ana', id, { type: 'accept' });
  await house.given('ana', id, { type: 'complete' });
  return house;
}

/** The kinds of events of each commit, in order. A cursor begins with the number of its transaction. */
async function commits(house: House, from: string): Promise<readonly (readonly string[])[]> {
  const { entries } = await house.store.feed(from, 100);
  const byCommit = Map.groupBy(entries, ({ cursor }) => cursor.split('.')[0]);
  return [...byCommit.values()].map((told) => told.map(({ event }) => event.type));
}

describe('offers in the same commit', () => {
  it('carries work that comes in and its offer, and waiting work when somebody gets free [Q9]', async () => {
    await using house = await warm();
    const from = await house.store.feedEnd();
    const { invitesSent } = house.engine.metrics();
    await using ear = await house.listen();
    const first = await house.submit({ mediaType: 'email' });
    const second = await house.submit({ mediaType: 'email' });
    await ear.untilType('AgentInvited', first);
    await house.given('ana', first, { type: 'accept' });
    await house.given('ana', first, { type: 'complete' });
    await ear.untilType('AgentInvited', second);
    expect(await commits(house, from)).toEqual([
      ['InteractionSubmitted', 'AgentInvited'],
      ['InteractionSubmitted'],
      ['InteractionAccepted'],
      ['InteractionCompleted', 'AgentInvited'],
    ]);
    expect(await house.row(first)).toMatchObject({ version: 4, state: 'Done' });
    expect(await house.row(second)).toMatchObject({ version: 2, state: 'Invited' });
    expect(house.engine.metrics()).toMatchObject({ invitesSent: invitesSent + 2, invitesRefused: 0 });
    expect(await house.store.queueCounts(['Inbox'])).toEqual([0]);
  });

  it('answers with the version and state of the command itself, not of the offer [F6]', async () => {
    await using house = await warm();
    const interactionId = house.engine.newInteractionId();
    const command = {
      type: 'submit',
      interactionId,
      mediaType: 'email',
      queue: 'Inbox',
      userData: {},
    } as const;
    const actor = { kind: 'user', id: 'adam' } as const;
    const order = { commandId: 'submit 1', command, actor };
    const outcome = await house.engine.execute(order);
    expect(outcome).toMatchObject({
      ok: true,
      version: 1,
      state: 'Queued',
      events: ['InteractionSubmitted'],
    });
    expect(await house.engine.execute(order)).toEqual(outcome);
    expect((await house.row(interactionId)).version).toBe(2);
  });

  it('offers no more than fits, the highest priority first, of what comes in one batch [Q1] [Q6]', async () => {
    await using house = await warm();
    await house.ready('ben', ['email']);
    await using ear = await house.listen();
    const ids = await Promise.all(
      [1, 5, 3, 9].map((priority) => house.submit({ mediaType: 'email', priority })),
    );
    await ear.untilType('AgentInvited', ids[3]);
    const states = await Promise.all(ids.map(async (id) => (await house.row(id)).state));
    expect(states).toEqual(['Queued', 'Invited', 'Queued', 'Invited']);
  });

  it('keeps the place in the queue of work that was offered as it came, and declined [Q1]', async () => {
    await using house = await warm();
    await using ear = await house.listen();
    const before = await house.submit({ mediaType: 'email' });
    await ear.untilType('AgentInvited', before);
    const waits = await house.submit({ mediaType: 'email' });
    await house.given('ana', before, { type: 'reject' });
    await ear.untilType('AgentInvited', waits);
    const last = await house.submit({ mediaType: 'email' });
    const { items } = await house.store.queueContent('Inbox', { limit: 9, order: 'oldest', keys: [] });
    expect(items.map(({ id }) => id)).toEqual([before, last]);
    await house.ready('ben', ['email']);
    expect(await ear.untilType('AgentInvited', before)).toMatchObject({ data: { agentId: 'ben' } });
  });

  it('sends work behind what waits already when it comes to a queue and is declined at once [Q1]', async () => {
    await using house = await warm();
    await using ear = await house.listen();
    const held = await house.submit({ mediaType: 'email' });
    await ear.untilType('AgentInvited', held);
    await house.given('ana', held, { type: 'accept' });
    const chat = await house.submit({ mediaType: 'chat' });
    const from = await house.store.feedEnd();
    await house.given('ana', held, { type: 'moveToQueue', queue: 'Inbox' });
    await ear.untilType('AgentInvited', held);
    expect(await commits(house, from)).toEqual([['MovedToQueue', 'AgentInvited']]);
    await house.given('ana', held, { type: 'reject' });
    const { items } = await house.store.queueContent('Inbox', { limit: 9, order: 'oldest', keys: [] });
    expect(items.map(({ id }) => id)).toEqual([chat, held]);
  });

  it('carries the offers of two batches at a time, each its own, and nobody gets two [Q9] [Q6]', async () => {
    const crowd = Array.from({ length: 50 }, (_, number) => `one of many ${number}`);
    const [team] = CENTRE.agentGroups;
    if (team === undefined) throw new Error('Expected the centre to have a team.');
    await using house = await House.open({
      config: {
        ...CENTRE,
        agents: [...CENTRE.agents, ...crowd.map((id) => ({ id, name: id, roles: ['Agent'] }))],
        agentGroups: [{ ...team, members: crowd }],
      },
    });
    await Promise.all(crowd.map((id) => house.ready(id, ['email'])));
    const from = await house.store.feedEnd();
    await using ear = await house.listen();
    const ids = await Promise.all(crowd.map(() => house.submit({ mediaType: 'email' })));
    for (const _ of ids) await ear.untilType('AgentInvited');
    const half = [...Array(25).fill('InteractionSubmitted'), ...Array(25).fill('AgentInvited')];
    expect(await commits(house, from)).toEqual([half, half]);
    const rows = await Promise.all(ids.map((id) => house.row(id)));
    expect(new Set(rows.map(({ invitation }) => invitation?.agentId)).size).toBe(50);
    expect(house.engine.metrics()).toMatchObject({ invitesRefused: 0, conflicts: 0 });
  });

  it('is no misfortune for a batch: where the agent has changed elsewhere, the work still comes in [Q9]', async () => {
    await using house = await House.open({
      engines: 2,
      alwaysRoute: true,
      config: { ...CENTRE, mediaTypes: CENTRE.mediaTypes.map((media) => ({ ...media, capacity: 1 })) },
    });
    await using ear = await house.listen();
    await house.ready('ana', ['email']);
    for (let round = 0; round < 6; round += 1) {
      // Both nodes want ana for theirs, and one of them finds that she has changed.
      const ids = await Promise.all(
        house.engines.map((engine) => house.submit({ mediaType: 'email' }, engine)),
      );
      for (const _ of ids) {
        const event = await ear.untilType('AgentInvited');
        if (event.subject !== 'interaction') continue;
        await house.given('ana', event.interactionId, { type: 'accept' });
        await house.given('ana', event.interactionId, { type: 'complete' });
      }
      const states = await Promise.all(ids.map(async (id) => (await house.row(id)).state));
      expect(states).toEqual(['Done', 'Done']);
    }
  });
});
