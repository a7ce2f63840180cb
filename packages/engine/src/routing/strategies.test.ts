import type { ContactCentreConfig, Strategy } from '@intray/core';
import { describe, expect, it } from 'vitest';
import { CENTRE, SHARED } from '../testing/centre.ts';
import { House } from '../testing/house.ts';

const withStrategy = (
  steps: Strategy['steps'],
  more: Partial<Strategy> = {},
  queue: Partial<ContactCentreConfig['queues'][number]> = {},
): ContactCentreConfig => ({
  ...CENTRE,
  skills: [{ id: 'English', name: 'English' }],
  agents: CENTRE.agents.map((agent) => ({ ...agent, skills: agent.id === 'ana' ? { English: 3 } : {} })),
  settings: { ...CENTRE.settings, leaseSeconds: 600 },
  strategies: [{ id: 'S', name: 'S', steps, ...more }],
  queues: [
    { id: 'Inbox', name: 'Inbox', agentGroups: ['Team'], strategy: 'S', ...queue },
    { id: 'Overdue', name: 'Overdue', agentGroups: ['Team'] },
  ],
});
const TEAM = { agentGroup: 'Team' };

describe('strategies in a whole house', () => {
  it('[Q9 Q14 Q13] offers the moment less is asked for, also work that came in before the router did', async () => {
    const relaxing = [{ skills: 'English >= 5', relax: [{ afterSeconds: 30, skills: 'English' }] }];
    await using house = await House.open({
      engines: 2,
      config: withStrategy([{ targets: relaxing, seconds: 60 }, { targets: [TEAM] }]),
    });
    const [, second] = house.engines;
    await house.engines[0]?.stop();
    await using ear = await house.listen(second);
    const [first, other] = [
      await house.submit({ mediaType: 'email' }, second),
      await house.submit({ mediaType: 'email' }, second),
    ];
    await house.ready('ben', ['email'], second);
    await house.ready('ana', ['email'], second);
    await house.clock.advance(29_000);
    expect((await house.row(first)).state).toBe('Queued');
    await house.clock.advance(1_000);
    expect(await ear.untilType('AgentInvited', first)).toMatchObject({
      data: { agentId: 'ana', strategy: 'S', skills: 'English', why: { step: 0, waited: 30_000, among: 1 } },
    });
    await house.clock.advance(29_000);
    expect((await house.row(other)).state).toBe('Queued');
    await house.clock.advance(1_000);
    expect(await ear.untilType('AgentInvited', other)).toMatchObject({
      data: { agentId: 'ben', why: { step: 1 } },
    });
  });

  it('[Q16] moves work on when its time has come: to another queue, where it is offered, or into a workbin', async () => {
    const overflow = { olderThanSeconds: 10, to: { queue: 'Overdue' } };
    await using house = await House.open({
      config: withStrategy([{ targets: [{ skills: 'English >= 9' }] }], { overflow }),
    });
    await using ear = await house.listen();
    await house.ready('ben', ['email']);
    const id = await house.submit({ mediaType: 'email' });
    await house.clock.advance(10_000);
    await ear.untilType('MovedToQueue', id);
    expect(await ear.untilType('AgentInvited', id)).toMatchObject({ data: { agentId: 'ben' } });
  });

  it('[Q16] lays work into a workbin where the strategy says so, and follows a new configuration at once', async () => {
    await using house = await House.open({ config: withStrategy([{ targets: [TEAM] }]) });
    await using ear = await house.listen();
    const id = await house.submit({ mediaType: 'chat' });
    const laying = withStrategy([{ moveTo: { workbin: SHARED } }]);
    await house.store.saveConfiguration(laying, 'adam', house.clock.now());
    await house.engine.reloadConfiguration();
    await ear.untilType('MovedToWorkbin', id);
    expect(await house.row(id)).toMatchObject({ state: 'InWorkbin', workbin: SHARED });
  });

  it('[R68 Q16] brings work to people in two ways: offered one by one, and laid into a workbin to choose from', async () => {
    const steps = [{ targets: [TEAM], seconds: 10 }, { moveTo: { workbin: SHARED } }];
    await using house = await House.open({ config: withStrategy(steps) });
    await using ear = await house.listen();
    await house.ready('ana', ['email']);
    const [first, second] = [
      await house.submit({ mediaType: 'email' }),
      await house.submit({ mediaType: 'email' }),
    ];
    expect(await ear.untilType('AgentInvited')).toMatchObject({
      interactionId: first,
      data: { agentId: 'ana' },
    });
    await house.given('ana', first, { type: 'accept' });
    await house.clock.advance(10_000);
    await ear.untilType('MovedToWorkbin', second);
    await house.given('ana', second, { type: 'pull' });
    expect(await house.row(second)).toMatchObject({
      state: 'Processing',
      handler: 'ana',
      pulledFrom: SHARED,
    });
  });

  it('[Q16] tries again later where a tray has no room, and loses nothing', async () => {
    const small = { type: 'team.small', owner: { kind: 'AgentGroup', id: 'Team' } } as const;
    await using house = await House.open({ config: withStrategy([{ moveTo: { workbin: small } }]) });
    await using ear = await house.listen();
    const first = await house.submit();
    await ear.untilType('MovedToWorkbin', first);
    const second = await house.submit();
    await expect.poll(async () => (await house.row(second)).state).toBe('Queued');
    await house.ready('ana');
    await house.given('ana', first, { type: 'pull' });
    await house.clock.advance(2_000);
    expect(await ear.untilType('MovedToWorkbin', second)).toMatchObject({ by: '@router' });
  });

  it('[Q21] makes an agent who missed an offer not ready, tells it, and offers the work to the next', async () => {
    const missedOffer = { agent: 'notReady', reason: 'lunch' } as const;
    await using house = await House.open({
      config: withStrategy([{ targets: [TEAM] }], {}, { missedOffer }),
    });
    await using ear = await house.listen();
    await house.ready('ana', ['email']);
    await house.clock.advance(10);
    await house.ready('ben', ['email']);
    const id = await house.submit({ mediaType: 'email' });
    await ear.untilType('AgentInvited', id);
    await house.clock.advance(30_000);
    expect(await ear.untilType('AgentNotReady')).toMatchObject({ agentId: 'ana', data: { reason: 'lunch' } });
    expect(await ear.untilType('AgentInvited', id)).toMatchObject({ data: { agentId: 'ben' } });
    const [session] = await house.store.sessions(['ana']);
    expect(session?.channels.email).toMatchObject({ ready: false, reason: 'lunch' });
  });
});
