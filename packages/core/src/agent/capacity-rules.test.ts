import { describe, expect, test } from 'vitest';
import { ROUTER } from '../actor.ts';
import { CONFIG, centreWith } from '../testing/centre.ts';
import { givenIn } from '../testing/house.ts';
import { answerOf, inHands, ready, submitted } from '../testing/steps.ts';
import { capacityRuleOf, roomFor } from './capacity.ts';
import { noSession } from './session.ts';

const limit = (atMost: number, ...mediaTypes: string[]) => ({
  atMost,
  ...(mediaTypes.length > 0 ? { mediaTypes } : {}),
});
/** One chat and nothing else, or three e-mails and work items together, of them two e-mails at most. */
const chatOrMail = {
  id: 'chat or mail',
  name: 'Chat or mail',
  anyOf: [
    { allOf: [limit(1, 'chat'), limit(0, 'email', 'workitem', 'facebook', 'twitter')] },
    { allOf: [limit(0, 'chat'), limit(3, 'email', 'workitem'), limit(2, 'email')] },
  ],
};
const two = { id: 'two', name: 'Two', anyOf: [{ allOf: [limit(2)] }] };
const one = { id: 'one', name: 'One', anyOf: [{ allOf: [limit(1)] }] };
const centre = centreWith(
  { capacityRule: 'two' },
  {
    capacityRules: [chatOrMail, two, one],
    agents: CONFIG.agents.map((agent) =>
      agent.id === 'ana' ? { ...agent, capacityRule: 'chat or mail' } : agent,
    ),
    places: CONFIG.places.map((place) => (place.id === 'desk 2' ? { ...place, capacityRule: 'one' } : place)),
  },
);

describe('capacity rules', () => {
  test('[C3] the agent’s own, else that of the place they sit at, else the contact centre’s', () => {
    const at = (agentId: string, placeId?: string) =>
      capacityRuleOf({ ...noSession(agentId), ...(placeId === undefined ? {} : { placeId }) }, centre)?.id;
    expect([at('ana', 'desk 2'), at('ben', 'desk 2'), at('ben', 'desk 1'), at('ben')]).toEqual([
      'chat or mail',
      'one',
      'two',
      'two',
    ]);
  });

  test('[C3 Q6 R96] media count together, one way or the other, and the figures still hold', () => {
    const room = (load: Record<string, number>) =>
      ['chat', 'email', 'workitem'].map((media) => roomFor({ ...noSession('ana'), load }, media, centre));
    expect(room({})).toEqual([1, 2, 3]);
    expect(room({ chat: 1 })).toEqual([0, 0, 0]);
    expect(room({ email: 1 })).toEqual([0, 1, 2]);
    expect(room({ email: 2 })).toEqual([0, 0, 1]);
    expect(room({ workitem: 3 })).toEqual([0, 0, 0]);
    expect(room({ constructor: 1 })).toEqual([1, 2, 3]);
  });

  test('[C3] an offer above the rule is refused and says which rule; less in hand makes room again', () => {
    const house = givenIn(
      centre,
      ready('ana'),
      submitted('i1', { mediaType: 'chat' }),
      submitted('i2'),
      inHands('ana', 'i1'),
    );
    const offer = () => house.when(ROUTER, { type: 'invite', interactionId: 'i2', agentId: 'ana' });
    const refused = offer();
    expect(refused).toMatchObject({
      ok: false,
      refusal: { code: 'capacity_full', detail: { capacityRule: 'chat or mail' } },
    });
    house.given('ana', { type: 'complete', interactionId: 'i1' });
    expect(answerOf(offer())).toBe('granted');
  });
});

describe('dispositions in trees', () => {
  const sale = [
    { id: 'sale', name: 'Sale' },
    { id: 'sold', name: 'Sold', parent: 'sale' },
  ];
  test('[C4] a heading is not chosen, what stands below it is', () => {
    const house = givenIn(
      centreWith({}, { dispositions: sale }),
      ready('ana'),
      submitted('i1'),
      inHands('ana', 'i1'),
    );
    const choose = (disposition: string) =>
      house.when('ana', { type: 'setDisposition', interactionId: 'i1', disposition });
    expect(choose('sale')).toMatchObject({
      refusal: {
        code: 'disposition_unknown',
        message: '"sale" is a heading. Choose what stands below it: sold.',
      },
    });
    expect(answerOf(choose('sold'))).toBe('granted');
  });
});
