import { describe, expect, test } from 'vitest';
import { givenIn } from '../testing/house.ts';
import { atEachLevel, byOverride, centreWithOptions, overridden, type Settings } from '../testing/options.ts';
import { answerOf, inHands, ready, submitted } from '../testing/steps.ts';
import { viewOf } from './view.ts';

const complete = { type: 'complete', interactionId: 'i1' } as const;
const MANDATORY = { 'interaction.disposition.is-mandatory': 'true' };

const inHandsOf = (who: string, settings: Settings, fields: Parameters<typeof submitted>[1] = {}) =>
  givenIn(
    centreWithOptions(settings),
    ready('ana', 'cem'),
    submitted('i1', { queue: who === 'cem' ? 'Orders' : 'Inbox', ...fields }),
    inHands(who),
  );

describe('a mandatory disposition', () => {
  test.each(atEachLevel(MANDATORY))('[O10 I11] is asked for when set %s', (_, settings) => {
    const house = inHandsOf('ana', settings);
    expect(viewOf(house.standing('ana', house.interaction())).options.dispositionMandatory).toBe(true);
    expect(answerOf(house.when('ana', complete))).toBe('disposition_required');
    expect(answerOf(house.when('ana', { ...complete, disposition: 'solved' }))).toBe('granted');
  });

  test.each([
    ['for the agent group', { groups: { Claims: MANDATORY } }],
    ['for the person', { persons: { ana: MANDATORY } }],
  ])('[O10] set %s, is not asked of others', (_, settings) => {
    expect(answerOf(inHandsOf('cem', settings).when('cem', complete))).toBe('granted');
  });

  test('[O6 O10 R85] an override set wins, for its interaction alone', () => {
    const house = givenIn(
      centreWithOptions({
        persons: { ana: MANDATORY },
        ...byOverride({ 'interaction.disposition.is-mandatory': 'false' }),
      }),
      ready('ana'),
      submitted('i1', overridden),
      submitted('i2'),
      inHands('ana', 'i1'),
      inHands('ana', 'i2'),
    );
    expect(answerOf(house.when('ana', { ...complete, interactionId: 'i2' }))).toBe('disposition_required');
    expect(answerOf(house.when('ana', complete))).toBe('granted');
  });

  test.each(atEachLevel({ 'chat.disposition.is-mandatory': 'true' }))(
    '[O10] of one medium, set %s, leaves the others alone',
    (_, settings) => {
      expect(answerOf(inHandsOf('ana', settings, { mediaType: 'chat' }).when('ana', complete))).toBe(
        'disposition_required',
      );
      expect(answerOf(inHandsOf('ana', settings).when('ana', complete))).toBe('granted');
    },
  );

  test('[O10] is that of whoever finishes the work', () => {
    const house = inHandsOf('ana', { persons: { lena: MANDATORY } });
    house.given('ana', { type: 'moveToQueue', interactionId: 'i1', queue: 'Anything' });
    expect(answerOf(house.when('lena', complete))).toBe('disposition_required');
    expect(answerOf(house.when('adam', complete))).toBe('granted');
  });
});

test.each([
  ...atEachLevel({ 'email.prompt-for-done': 'true', 'email.toast-information-key': 'Order' }),
  [
    'by an override set',
    byOverride({ 'email.prompt-for-done': 'true', 'email.toast-information-key': 'Order' }),
  ] as const,
])('[O17] the view tells a desk what it has to ask and to show, when set %s', (_, settings) => {
  const house = inHandsOf('ana', settings, overridden);
  expect(viewOf(house.standing('ana', house.interaction())).options).toEqual({
    dispositionMandatory: false,
    mandatoryActions: [],
    promptForDone: true,
    toastKey: 'Order',
    inProgress: { type: 'email.in-progress', owner: { kind: 'Agent', id: 'ana' } },
  });
});

test.each([
  ['toastFields', 'toast.case-data.format-business-attribute'],
  ['caseFields', 'interaction.case-data.format-business-attribute'],
] as const)('[O17 R87] the view tells the attached keys that are chosen: %s', (field, name) => {
  const values = ['Order', 'Colour', 'Size'].map((id) => ({ id, name: `The ${id}` }));
  const annex = { 'interaction-workspace': { 'interaction.case-data.order': 'Size, Order' } };
  const house = givenIn(
    centreWithOptions(
      { groups: { Claims: { [name]: 'Chosen' } } },
      { businessAttributes: [{ id: 'Chosen', name: 'Chosen', values, annex }] },
    ),
    ready('ana', 'cem'),
    submitted('i1', { queue: 'Anything' }),
    inHands('ana'),
  );
  const told = (who: string) => viewOf(house.standing(who, house.interaction())).options[field];
  expect(told('ana')).toEqual([
    { key: 'Size', name: 'The Size' },
    { key: 'Order', name: 'The Order' },
    { key: 'Colour', name: 'The Colour' },
  ]);
  expect(told('cem')).toBeUndefined();
});
