import { ROUTER, user } from '@intray/core';
import { describe, expect, it } from 'vitest';
import { basic, memoryDesk, runServer } from '../testing/index.ts';

describe('explanations over REST', () => {
  async function house() {
    const desk = memoryDesk();
    const server = await runServer({ desk });
    const agent = (agentId: string) => ({
      actor: user(agentId),
      command: { type: 'startSession', agentId } as const,
    });
    await desk.execute(agent('agent1'));
    await desk.execute({ actor: user('agent1'), command: { type: 'setReady', agentId: 'agent1' } });
    const submit = {
      type: 'submit',
      interactionId: 'WORK1',
      mediaType: 'workitem',
      queue: 'Inbox',
      userData: {},
    } as const;
    await desk.execute({ actor: user('admin1'), command: submit });
    const ask = (who: string, path: string) =>
      server.app.inject({ url: `/api/v1/${path}/explanation`, headers: basic(who) });
    return { desk, ask, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
  }

  it('[Q22] tells of waiting work whom it is for, why not to others, and what comes next', async () => {
    await using asked = await house();
    const answer = await asked.ask('lead1', 'interactions/WORK1');
    expect([answer.statusCode, answer.json()]).toMatchObject([
      200,
      {
        state: 'Queued',
        where: { kind: 'queue', id: 'Inbox' },
        routing: { selection: 'longestIdle', asked: [{ kind: 'agentGroup', id: 'Demo Team' }] },
        next: [{ what: 'offeredWhenFree' }],
      },
    ]);
    const { agents } = answer.json();
    expect(agents.find(({ agentId }: { agentId: string }) => agentId === 'agent1')).toEqual({
      agentId: 'agent1',
    });
    expect(agents.find(({ agentId }: { agentId: string }) => agentId === 'agent2')).toMatchObject({
      refused: 'no_session',
    });
    await asked.desk.execute({
      actor: ROUTER,
      command: { type: 'invite', interactionId: 'WORK1', agentId: 'agent1', among: 1 },
    });
    expect((await asked.ask('agent1', 'interactions/WORK1')).json()).toMatchObject({
      where: { kind: 'agent', id: 'agent1' },
      agents: [],
      lastOffer: { agentId: 'agent1', why: { selection: 'longestIdle', among: 1 } },
      next: [{ what: 'offerEnds' }],
    });
  });

  it('[Q23] tells agents why they get nothing', async () => {
    await using asked = await house();
    const answer = await asked.ask('agent2', 'agents/agent2');
    expect(answer.json()).toMatchObject({ agentId: 'agent2', queues: [{ queue: 'Inbox', waiting: 1 }] });
    expect(new Set(answer.json().media.map(({ hindrance }: { hindrance: string }) => hindrance))).toEqual(
      new Set(['notLoggedOn']),
    );
  });

  it.each([
    ['agent2', 'agents/agent1', 403],
    ['lead1', 'agents/agent1', 200],
    ['admin1', 'agents/nobody', 404],
    ['agent2', 'interactions/NONE', 404],
  ])('[Q22 Q23] %s asks about %s: %d', async (who, path, status) => {
    await using asked = await house();
    expect((await asked.ask(who, path)).statusCode).toBe(status);
  });
});
