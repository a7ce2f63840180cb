import { describe, expect, test } from 'vitest';
import { ROUTER } from '../actor.ts';
import type { Command } from '../commands.ts';
import type { BusinessAttribute } from '../config/business-attributes.ts';
import { centreWith } from '../testing/centre.ts';
import { House } from '../testing/house.ts';
import { answerOf, inHands, ready, submitted } from '../testing/steps.ts';
import type { UserData } from '../values.ts';

const i1 = { interactionId: 'i1' } as const;
const from = (list: string) => ({
  'interaction-workspace': { 'display-type': 'enum', 'enum.business-attribute': list },
});
const value = (id: string) => ({ id, name: `The ${id}` });

const attributes = (closed: boolean): BusinessAttribute[] => [
  { id: 'CaseData', name: 'Fields', values: [{ ...value('Tier'), annex: from('Tiers') }, value('Note')] },
  { id: 'Tiers', name: 'Tiers', ...(closed ? { closed } : {}), values: ['gold', 'silver', '3'].map(value) },
];

/** Ana has work in hand that came in with this. */
function inHand(userData: UserData = {}, closed = true): House {
  const house = new House(centreWith({}, { businessAttributes: attributes(closed) }));
  for (const step of [ready('ana'), submitted('i1', { userData }), inHands('ana')]) step(house);
  return house;
}
const attach = (
  userData: UserData,
  type: 'attachUserData' | 'updateUserData' = 'attachUserData',
): Command => ({
  type,
  ...i1,
  userData,
});

describe('a closed list', () => {
  test.each(['attachUserData', 'updateUserData'] as const)(
    '[I32] %s takes what is listed and nothing else',
    (type) => {
      const house = inHand();
      for (const tier of ['gold', 'silver', '3', 3])
        expect(house.would('ana', attach({ Tier: tier, Note: 'anything' }, type)), String(tier)).toBe(
          'granted',
        );
      for (const tier of ['purple', '', 'Gold', 4, true, null, ['gold'], { gold: 1 }])
        expect(house.would('ana', attach({ Tier: tier }, type)), JSON.stringify(tier)).toBe(
          'value_not_listed',
        );
      expect(house.would('lena', attach({ Tier: 'purple' }, type))).toBe('value_not_listed');
    },
  );

  test('[I32] one value that is not listed keeps the others out too, and the key and its values are told', () => {
    const house = inHand();
    const decision = house.when('ana', attach({ Note: 'new', Tier: 'purple' }));
    expect(decision).toMatchObject({
      ok: false,
      refusal: {
        detail: { key: 'Tier' },
        message:
          '"Tier" takes its value from a list, and what came is not in it. Choose one of: gold, silver, 3.',
      },
    });
    expect(house.interaction().userData).toEqual({});
  });

  test('[I32] what is there already may stay and may be taken away', () => {
    const house = inHand({ Tier: { since: 1, is: 'purple' } });
    expect(house.would('ana', attach({ Tier: { is: 'purple', since: 1 }, Note: 'x' }))).toBe('granted');
    expect(house.would('ana', attach({ Tier: 'purple' }))).toBe('value_not_listed');
    expect(answerOf(house.when('ana', { type: 'deleteUserData', ...i1, keys: ['Tier'] }))).toBe('granted');
  });

  test('[I33] what comes in keeps what it brings, whatever the list says', () => {
    const house = inHand({ Tier: 'purple' });
    expect(house.interaction().userData).toEqual({ Tier: 'purple' });
    const more = { type: 'submit', interactionId: 'i2', mediaType: 'email', queue: 'Inbox' } as const;
    for (const who of [ROUTER, 'ana'])
      expect(house.would(who, { ...more, userData: { Tier: 'lead' } })).toBe('granted');
  });

  test('[I32] a list that does not say so is open', () => {
    expect(inHand({}, false).would('ana', attach({ Tier: 'purple' }))).toBe('granted');
  });
});
