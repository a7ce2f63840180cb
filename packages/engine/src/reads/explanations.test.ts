import { type AgentExplanation, type Answer, type InteractionExplanation, user } from '@intray/core';
import { describe, expect, it } from 'vitest';
import { House } from '../testing/house.ts';

describe('explanations', () => {
  const value = <T>(answer: Answer<T>): T => {
    if (!answer.ok) throw new Error(answer.refusal.message);
    return answer.value;
  };

  it('[Q22 Q23 Q24 D18] tell of work and of agents from what is kept', async () => {
    await using house = await House.open();
    await using ear = await house.listen();
    const work = async (who: string, id: string): Promise<InteractionExplanation> =>
      value(await house.engine.explainInteraction(user(who), id));
    const agent = async (who: string, id: string): Promise<AgentExplanation> =>
      value(await house.engine.explainAgent(user(who), id));
    const [first, second] = [
      await house.submit({ mediaType: 'email' }),
      await house.submit({ mediaType: 'email' }),
    ];
    await house.ready('ana', ['email']);
    await ear.untilType('AgentInvited', first);
    expect(await work('lena', first)).toMatchObject({
      where: { kind: 'agent', id: 'ana' },
      lastOffer: { agentId: 'ana', why: { selection: 'longestIdle', among: 1 } },
      next: [{ what: 'offerEnds' }],
    });
    expect(await work('lena', second)).toMatchObject({
      where: { kind: 'queue', id: 'Inbox' },
      agents: [{ agentId: 'ana', refused: 'capacity_full' }, { refused: 'no_session' }, {}, {}],
      next: [{ what: 'offeredWhenFree' }],
    });
    expect(await agent('ana', 'ana')).toMatchObject({
      media: [
        { hindrance: 'notOnThisMedium' },
        { mediaType: 'email', hindrance: 'noRoom', load: 1, capacity: 1 },
        {},
      ],
      queues: [{ queue: 'Inbox', waiting: 1, first: [{ id: second, reason: 'turn' }] }],
    });
    // What it is about is told to those who may look into the queue.
    await house.given('lena', second, { type: 'attachUserData', userData: { Subject: 'Leaking roof' } });
    expect((await agent('lena', 'ana')).queues[0]?.first[0]).toMatchObject({ subject: 'Leaking roof' });
    expect((await agent('ana', 'ana')).queues[0]?.first[0]).toMatchObject({ subject: 'Leaking roof' });
    expect(await house.engine.explainAgent(user('ben'), 'ana')).toMatchObject({
      refusal: { code: 'not_permitted' },
    });
    expect(await house.engine.explainInteraction(user('lena'), 'NONE')).toMatchObject({
      refusal: { code: 'interaction_unknown' },
    });
  });
});
