import { describe, expect, test } from 'vitest';
import { ROUTER, TIMER } from '../actor.ts';
import type { Command } from '../commands.ts';
import { CONFIG, centreWith, TRAYS } from '../testing/centre.ts';
import { given, givenIn, type House } from '../testing/house.ts';
import { answerOf, inHands, invited, ready, submitted } from '../testing/steps.ts';
import { SECOND } from '../values.ts';

const ana = { agentId: 'ana' } as const;
const offer = (house: House, agentId = 'ana') =>
  answerOf(house.when(ROUTER, { type: 'invite', interactionId: 'i1', agentId }));

describe('who is offered what', () => {
  test('[Q4 Q5] only to agents who are logged on, ready for the medium, and serve the queue', () => {
    const house = given(
      submitted(),
      (h) => h.given('ana', { type: 'startSession', ...ana, channels: [{ mediaType: 'chat', ready: true }] }),
      ready('cem'),
    );
    expect([offer(house, 'ben'), offer(house, 'ana'), offer(house, 'cem'), offer(house, 'nobody')]).toEqual([
      'no_session',
      'channel_missing',
      'not_routed_here',
      'agent_unknown',
    ]);
    house.given('ana', { type: 'startSession', ...ana, channels: [{ mediaType: 'email', ready: false }] });
    expect(offer(house)).toBe('channel_not_ready');
    house.given('ana', { type: 'setReady', ...ana });
    expect(offer(house)).toBe('granted');
  });

  test('[Q6] never above capacity: the agent’s own figure, else that of the medium; offers count', () => {
    const house = given(ready('ana', 'gus'), ...['i1', 'i2', 'i3', 'i4'].map((id) => submitted(id)));
    const to = (agentId: string, interactionId: string) =>
      answerOf(house.when(ROUTER, { type: 'invite', interactionId, agentId }));
    expect([to('gus', 'i1'), to('gus', 'i2'), to('ana', 'i2'), to('ana', 'i3'), to('ana', 'i4')]).toEqual([
      'granted',
      'capacity_full',
      'granted',
      'granted',
      'capacity_full',
    ]);
  });

  test('[Q6] a capacity of nothing lets nothing come', () => {
    const agents = CONFIG.agents.map((agent) =>
      agent.id === 'ana' ? { ...agent, capacity: { email: 0 } } : agent,
    );
    const house = givenIn(centreWith({}, { agents }), ready('ana'), submitted());
    expect(offer(house)).toBe('channel_missing');
  });

  test.each([
    ['declined', 'ana', { type: 'reject', interactionId: 'i1' }, 0],
    ['missed', TIMER, { type: 'revoke', interactionId: 'i1', reason: 'inviteTimeout' }, 30],
    ['taken back by the lead', 'lena', { type: 'revoke', interactionId: 'i1', reason: 'supervisor' }, 0],
  ] as const)(
    '[Q7] an offer that was %s is not made to that agent again for a while, but to others',
    (_, who, command, seconds) => {
      const house = given(ready('ana', 'ben'), submitted(), invited('ana'))
        .pass(seconds * SECOND)
        .given(who, command);
      expect(offer(house)).toBe('declined_recently');
      house.pass(60 * SECOND - 1).given('ana', { type: 'renewLease', ...ana });
      expect(offer(house)).toBe('declined_recently');
      house.pass(1);
      expect(offer(house)).toBe('granted');
    },
  );

  test('[Q11] an agent is idle since they last finished, declined or put something aside, not since they took it', () => {
    const house = given(
      ready('ana'),
      submitted('i1'),
      submitted('i2'),
      submitted('i3', { queue: 'Anything' }),
    );
    const idleAfter = (command: Command) => {
      house.pass(SECOND).given('ana', command);
      return house.now - house.session('ana').idleSince;
    };
    invited('ana', 'i1')(house);
    expect(idleAfter({ type: 'accept', interactionId: 'i1' })).toBe(SECOND);
    expect(idleAfter({ type: 'placeInWorkbin', interactionId: 'i1', workbin: TRAYS.team })).toBe(0);
    invited('ana', 'i2')(house);
    expect(idleAfter({ type: 'reject', interactionId: 'i2' })).toBe(0);
    inHands('ana', 'i3')(house);
    expect(idleAfter({ type: 'complete', interactionId: 'i3' })).toBe(0);
  });

  test('[Q8] the list of those who are left in peace names each once and forgets those whose time is over', () => {
    const house = given(ready('ana', 'ben', 'gus'), submitted());
    const declines = (agentId: string) => {
      house.given(agentId, { type: 'renewLease', agentId });
      house.given(ROUTER, { type: 'invite', interactionId: 'i1', agentId });
      house.given(agentId, { type: 'reject', interactionId: 'i1' });
      return house.interaction().exclusions.map((exclusion) => exclusion.agentId);
    };
    expect(declines('ana')).toEqual(['ana']);
    house.pass(40 * SECOND);
    expect(declines('ben')).toEqual(['ana', 'ben']);
    house.pass(20 * SECOND);
    expect(declines('ana')).toEqual(['ben', 'ana']);
    house.pass(60 * SECOND);
    expect(declines('ben')).toEqual(['ben']);
  });

  test('[Q7] a lead may insist, also on an agent who is not ready or has just said no', () => {
    const house = given(ready('ana'), submitted(), invited('ana')).given('ana', {
      type: 'reject',
      interactionId: 'i1',
    });
    house.given('ana', { type: 'setNotReady', ...ana });
    expect(answerOf(house.when('lena', { type: 'invite', interactionId: 'i1', agentId: 'ana' }))).toBe(
      'granted',
    );
  });
});
