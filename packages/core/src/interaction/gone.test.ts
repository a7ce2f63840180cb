/** What becomes of offers and of work in hand when their agent is gone. */
import { describe, expect, test } from 'vitest';
import { TIMER } from '../actor.ts';
import { CONFIG, centreWith, TRAYS } from '../testing/centre.ts';
import { given, givenIn, type House } from '../testing/house.ts';
import { answerOf, happenedIn, inHands, inTray, invited, ready, submitted } from '../testing/steps.ts';
import { SECOND } from '../values.ts';
import { whenAgentIsGone } from './deadlines.ts';

const i1 = { interactionId: 'i1' } as const;

/** The agent gives no sign of life, and the sweeper does what follows from that. */
function lapse(house: House, agentId: string) {
  house.pass(15 * SECOND).given(TIMER, { type: 'expireLease', agentId });
  const follows = whenAgentIsGone(house.interaction(), agentId, 'leaseLapsed', house.centre);
  return follows === undefined ? [] : happenedIn(house.when(TIMER, follows));
}

function logOff(house: House, agentId: string) {
  house.given(agentId, { type: 'endSession', agentId });
  const follows = whenAgentIsGone(house.interaction(), agentId, 'sessionEnded', house.centre);
  return follows === undefined ? [] : happenedIn(house.when(TIMER, follows));
}

describe.each([
  ['the lease lapses', lapse],
  ['the agent logs off', logOff],
] as const)('when %s', (_, leave) => {
  test('[S6] an offer is taken back at once, and can go to somebody else', () => {
    const house = given(ready('ana', 'ben'), submitted(), invited('ana'));
    expect(leave(house, 'ana')).toEqual(['InviteRevoked']);
    expect(house.interaction()).toMatchObject({ state: 'Queued', queue: 'Inbox' });
    expect(house.interaction().invitation).toBeUndefined();
  });

  test('[S7] work in hand stays where the contact centre keeps it', () => {
    const house = given(ready('ana'), submitted('i1', { mediaType: 'workitem' }), inHands('ana'));
    expect(leave(house, 'ana')).toEqual([]);
    expect(house.interaction()).toMatchObject({ state: 'Processing', handler: 'ana' });
    const reason = leave === lapse ? 'leaseLapsed' : 'sessionEnded';
    expect(answerOf(house.when(TIMER, { type: 'revoke', ...i1, reason }))).toBe('kept_by_policy');
  });

  test('[S7] or goes to its agent’s tray for the medium', () => {
    const house = given(ready('ana'), submitted(), inHands('ana'));
    expect(leave(house, 'ana')).toEqual(['WorkReturnedToWorkbin']);
    expect(house.interaction()).toMatchObject({ state: 'InWorkbin', workbin: TRAYS.ana });
  });

  test('[S7] or goes back to its queue', () => {
    const house = given(ready('ana'), submitted('i1', { mediaType: 'chat' }), inHands('ana'));
    expect(leave(house, 'ana')).toEqual(['WorkReturnedToQueue']);
    expect(house.interaction()).toMatchObject({ state: 'Queued', queue: 'Inbox' });
  });

  test('[S7 G1] where there is no tray, or it is full, the work goes to its queue and is not lost', () => {
    const trayless = given(ready('ana'), submitted('i1', { mediaType: 'twitter' }), inHands('ana'));
    expect(leave(trayless, 'ana')).toEqual(['WorkReturnedToQueue']);
    const full = given(
      ready('ana'),
      ...['i2', 'i3'].flatMap((id) => [submitted(id), inTray(TRAYS.ana, 'ana', id)]),
      submitted(),
      inHands('ana'),
    );
    expect(leave(full, 'ana')).toEqual(['WorkReturnedToQueue']);
  });

  test('[S8] an offer between colleagues ends when either is gone, and the origin’s work goes where such work goes', () => {
    const transferring = () =>
      given(ready('ana', 'ben'), submitted(), inHands('ana'), (house) =>
        house.given('ana', { type: 'transfer', ...i1, agentId: 'ben' }),
      );
    const targetGone = transferring();
    expect(leave(targetGone, 'ben')).toEqual(['TransferRevoked']);
    expect(targetGone.interaction()).toMatchObject({ state: 'Processing', handler: 'ana' });
    const originGone = transferring();
    expect(leave(originGone, 'ana')).toEqual(['WorkReturnedToWorkbin']);
    expect(originGone.session('ben').load).toEqual({ email: 0 });
  });
});

test('[S7] the media type’s own policy goes before the contact centre’s', () => {
  const mediaTypes = CONFIG.mediaTypes.map((one) =>
    one.id === 'email' ? { ...one, whenAgentGone: 'keep' as const } : one,
  );
  const centre = centreWith({ whenAgentGone: 'queue' }, { mediaTypes });
  const kept = givenIn(centre, ready('ana'), submitted(), inHands('ana'));
  expect(lapse(kept, 'ana')).toEqual([]);
  const returned = givenIn(centre, ready('ana'), submitted('i1', { mediaType: 'facebook' }), inHands('ana'));
  expect(lapse(returned, 'ana')).toEqual(['WorkReturnedToQueue']);
});

test('[S6] nobody takes an offer back from an agent who is there', () => {
  const house = given(ready('ana'), submitted(), invited('ana'));
  for (const reason of ['leaseLapsed', 'sessionEnded'] as const)
    expect(answerOf(house.when(TIMER, { type: 'revoke', ...i1, reason }))).toBe('not_due');
});
