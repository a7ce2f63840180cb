import { describe, expect, test } from 'vitest';
import { ROUTER } from '../actor.ts';
import { given } from '../testing/house.ts';
import { inHands, inTray, ready, submitted } from '../testing/steps.ts';
import { MINUTE } from '../values.ts';
import { workbinKey } from '../workbin/workbin.ts';
import { delivered } from './whereabouts.ts';

const i1 = { interactionId: 'i1' } as const;
const tray = { type: 'email.in-progress', owner: { kind: 'Agent', id: 'ana' } } as const;

describe('where it lay last', () => {
  test('[I22 R138 R139] stays known in the hands of the agent who pulled it', () => {
    const house = given(ready('ana'), submitted(), inTray(tray));
    const put = house.now;
    house.pass(MINUTE).given('ana', { type: 'pull', ...i1 });
    expect(house.interaction()).toMatchObject({
      placedAt: put + MINUTE,
      placement: { place: workbinKey(tray), at: put, since: put },
    });
  });

  test('[R139] is as old as the first time when it comes back to the same place, and new in another', () => {
    const house = given(ready('ana'), submitted(), inTray(tray));
    const first = house.now;
    house.pass(MINUTE).given('ana', { type: 'pull', ...i1 });
    house.given('ana', { type: 'placeInWorkbin', ...i1, workbin: tray });
    expect(house.interaction().placement).toEqual({
      place: workbinKey(tray),
      at: first + MINUTE,
      since: first,
    });
    house.pass(MINUTE).given('ana', { type: 'moveToQueue', ...i1, queue: 'Orders' });
    expect(house.interaction().placement).toEqual({
      place: 'Orders',
      at: first + 2 * MINUTE,
      since: first + 2 * MINUTE,
    });
  });

  test('is not changed by an edit where it lies', () => {
    const house = given(ready('ana'), submitted(), inTray(tray));
    const { placement } = house.interaction();
    house.pass(MINUTE).given('ana', { type: 'attachUserData', ...i1, userData: { a: 1 } });
    expect(house.interaction().placement).toEqual(placement);
  });
});

describe('how it was offered', () => {
  test('[I22 R55 R62 R143] names the agent and the group, counts, and survives a stay in a tray', () => {
    const house = given(ready('ana'), submitted(), inHands('ana'));
    const { delivery } = house.interaction();
    expect(delivery).toMatchObject({ agentId: 'ana', queue: 'Inbox', acceptedAt: house.now });
    const group = delivery?.agentGroup ?? '';
    expect(delivery?.perGroup).toEqual({ [group]: 1 });
    house
      .given('ana', { type: 'placeInWorkbin', ...i1, workbin: tray })
      .given('ana', { type: 'pull', ...i1 });
    expect(house.interaction().delivery).toEqual(delivery);
    house.given('ana', { type: 'moveToQueue', ...i1, queue: 'Inbox' });
    house.given(ROUTER, { type: 'invite', ...i1, agentId: 'ana' });
    expect(house.interaction().delivery?.perGroup).toEqual({ [group]: 2 });
  });

  test('counts a group whatever it is called', () => {
    const house = given(submitted());
    const once = delivered(house.interaction(), { agentId: 'ana', agentGroup: '__proto__' });
    const twice = delivered(
      { ...house.interaction(), delivery: once },
      { agentId: 'ana', agentGroup: '__proto__' },
    );
    expect(Object.entries(twice.perGroup)).toEqual([['__proto__', 2]]);
  });
});
