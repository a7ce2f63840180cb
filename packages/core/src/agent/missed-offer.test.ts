import { describe, expect, test } from 'vitest';
import { TIMER } from '../actor.ts';
import { CONFIG, centreWith } from '../testing/centre.ts';
import { givenIn } from '../testing/house.ts';
import { happenedIn, invited, ready, submitted } from '../testing/steps.ts';
import { SECOND } from '../values.ts';

type Missed = NonNullable<(typeof CONFIG.queues)[number]['missedOffer']>;
const missedIn = (missedOffer?: Missed) => {
  const queues = CONFIG.queues.map((queue) => ({ ...queue, ...(missedOffer ? { missedOffer } : {}) }));
  return givenIn(centreWith({}, { queues }), ready('ana'), submitted(), invited('ana')).pass(30 * SECOND);
};
const runOut = { type: 'revoke', interactionId: 'i1', reason: 'inviteTimeout' } as const;

describe('whoever lets an offer run out', () => {
  test.each([[undefined], [{ agent: 'staysReady' }]] as const)('[Q21] stays ready with %o', (policy) => {
    const house = missedIn(policy);
    expect(happenedIn(house.when(TIMER, runOut))).toEqual(['InviteRevoked']);
    expect(house.session('ana').channels.email).toMatchObject({ ready: true });
  });

  test('[Q21] is not ready for the medium any more where the queue says so, and the work is back in it', () => {
    const house = missedIn({ agent: 'notReady', reason: 'lunch' });
    const { version } = house.session('ana');
    expect(happenedIn(house.when(TIMER, runOut))).toEqual(['InviteRevoked', 'AgentNotReady']);
    expect(house.session('ana')).toMatchObject({
      version: version + 2,
      load: { email: 0 },
      channels: { email: { ready: false, reason: 'lunch', since: house.now }, chat: { ready: true } },
    });
    expect(house.interaction()).toMatchObject({ state: 'Queued', queue: 'Inbox' });
    house
      .given('ana', { type: 'renewLease', agentId: 'ana' })
      .given('ana', { type: 'setReady', agentId: 'ana' });
    expect(house.session('ana').channels.email).toMatchObject({ ready: true });
  });

  test('[Q21] and who says no stays ready all the same', () => {
    const house = missedIn({ agent: 'notReady' }).pass(-30 * SECOND);
    expect(happenedIn(house.when('ana', { type: 'reject', interactionId: 'i1' }))).toEqual([
      'InviteRejected',
    ]);
    expect(house.session('ana').channels.email).toMatchObject({ ready: true });
  });
});
