import { expect, test } from 'vitest';
import { CONFIG, TRAYS } from '../testing/centre.ts';
import { givenIn } from '../testing/house.ts';
import { centreWithOptions } from '../testing/options.ts';
import { answerOf, inHands, ready, submitted } from '../testing/steps.ts';

const i1 = { interactionId: 'i1' } as const;
const complete = { type: 'complete', ...i1 } as const;
const MEDIA = CONFIG.mediaTypes.map(({ id }) => id);

test.each(MEDIA)(
  '[R92] work of medium %s that belongs to no contact goes through its whole life',
  (mediaType) => {
    const house = givenIn(
      centreWithOptions({}),
      ready('ana'),
      submitted('i1', { mediaType }),
      inHands('ana'),
    );
    house
      .given('ana', { type: 'placeInWorkbin', ...i1, workbin: TRAYS.team })
      .given('ana', { type: 'pull', ...i1 });
    expect(house.interaction().contactId).toBeUndefined();
    expect(answerOf(house.when('ana', complete))).toBe('granted');
  },
);

test('[R92 O24] a contact is asked for where the options of a medium say so, and not of others', () => {
  const centre = centreWithOptions({ tenant: { 'email.mandatory-actions': 'AssignContact' } });
  for (const mediaType of MEDIA) {
    const house = givenIn(centre, ready('ana'), submitted('i1', { mediaType }), inHands('ana'));
    if (mediaType === 'email') {
      expect(answerOf(house.when('ana', complete))).toBe('action_required');
      house.given('ana', { type: 'updateProperties', ...i1, contactId: 'c1' });
    }
    expect(answerOf(house.when('ana', complete))).toBe('granted');
  }
});
