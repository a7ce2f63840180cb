import { describe, expect, test } from 'vitest';
import { TIMER } from '../actor.ts';
import { TRAYS } from '../testing/centre.ts';
import { givenIn } from '../testing/house.ts';
import { atEachLevel, byOverride, centreWithOptions, overridden, type Settings } from '../testing/options.ts';
import { answerOf, inHands, ready, submitted } from '../testing/steps.ts';
import { MINUTE } from '../values.ts';

const aside = { type: 'placeInWorkbin', interactionId: 'i1' } as const;
const i2 = { interactionId: 'i2' } as const;
const chat = (mediaType = 'chat', userData = {}) => ({ mediaType, userData });

/** Work of a medium in ana's hands, in a centre with these options. */
const inAnasHands = (settings: Settings, fields: Parameters<typeof submitted>[1] = {}) =>
  givenIn(centreWithOptions(settings), ready('ana', 'cem'), submitted('i1', fields), inHands('ana'));

describe('put aside without naming a workbin', () => {
  test('[O7 O9 R12 R13] e-mail goes to the workbin of its medium that is configured', () => {
    const house = inAnasHands({}).given('ana', aside);
    expect(house.interaction()).toMatchObject({ state: 'InWorkbin', workbin: TRAYS.ana });
  });

  test.each(atEachLevel({ 'workbin.chat.in-progress': 'workitem.in-progress' }))(
    '[O9 R17] to the one that is set %s',
    (_, settings) => {
      const house = inAnasHands(settings, chat()).given('ana', aside);
      expect(house.interaction().workbin).toEqual(TRAYS.anasWork);
    },
  );

  test.each(['facebook', 'twitter', 'workitem'])('[O9 R17] %s has an option of its own', (medium) => {
    const set = { application: { [`workbin.${medium}.in-progress`]: 'workitem.in-progress' } };
    const house = inAnasHands(set, chat(medium)).given('ana', aside);
    expect(house.interaction().workbin).toEqual(TRAYS.anasWork);
  });

  test('[O6 O9 R85] an override set wins, for its interaction alone', () => {
    const house = givenIn(
      centreWithOptions({
        ...byOverride({ 'workbin.email.in-progress': '' }),
        persons: { ana: { 'workbin.email.in-progress': 'email.in-progress' } },
      }),
      ready('ana'),
      submitted('i1', overridden),
      submitted('i2'),
      inHands('ana', 'i1'),
      inHands('ana', 'i2'),
    );
    expect(answerOf(house.when('ana', aside))).toBe('workbin_unknown');
    expect(house.given('ana', { ...aside, ...i2 }).interaction('i2').workbin).toEqual(TRAYS.ana);
  });

  test('[O9] a workbin that is named stands above the option, and without either the answer says what to do', () => {
    const house = inAnasHands({}, chat());
    const decision = house.when('ana', aside);
    expect(decision).toMatchObject({ refusal: { code: 'workbin_unknown', message: /Name the workbin/ } });
    house.given('ana', { ...aside, workbin: TRAYS.team });
    expect(house.interaction().workbin).toEqual(TRAYS.team);
  });

  test('[O9 W2] asked again, it is there already', () => {
    const house = inAnasHands({}).given('ana', aside);
    expect(house.when('ana', aside)).toMatchObject({ ok: true, events: [] });
  });

  test('[O9 W6] a full workbin takes nothing more this way either', () => {
    const house = givenIn(centreWithOptions({}), ready('ana'));
    for (const id of ['a', 'b', 'c']) {
      submitted(id)(house);
      inHands('ana', id)(house);
      const answer = answerOf(house.when('ana', { ...aside, interactionId: id }));
      expect(answer).toBe(id === 'c' ? 'workbin_full' : 'granted');
    }
  });
});

describe('the same workbin takes what is put to sleep and what is left behind', () => {
  const set = { 'workbin.twitter.in-progress': 'workitem.in-progress' };

  test.each(atEachLevel(set))('[O9 I13] put to sleep, when set %s', (_, settings) => {
    const house = inAnasHands(settings, chat('twitter'));
    house.given('ana', { type: 'snooze', interactionId: 'i1', wakeAt: house.now + MINUTE });
    expect(house.interaction().workbin).toEqual(TRAYS.anasWork);
  });

  test.each([...atEachLevel(set), ['by an override set', byOverride(set)] as const])(
    '[O9 S7] left behind, when set %s',
    (_, settings) => {
      const house = inAnasHands(settings, chat('twitter', overridden.userData));
      house.given('ana', { type: 'endSession', agentId: 'ana' });
      house.given(TIMER, { type: 'revoke', interactionId: 'i1', reason: 'sessionEnded' });
      expect(house.interaction()).toMatchObject({ state: 'InWorkbin', workbin: TRAYS.anasWork });
    },
  );
});
