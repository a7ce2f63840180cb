import { describe, expect, test } from 'vitest';
import type { InteractionCommand } from '../commands.ts';
import type { ContactCentreConfig } from '../config/objects.ts';
import { TRAYS } from '../testing/centre.ts';
import { givenIn } from '../testing/house.ts';
import { byOverride, centreWithOptions, overridden, type Settings } from '../testing/options.ts';
import { answerOf, inHands, ready, submitted } from '../testing/steps.ts';
import { USER_DATA_LIMIT } from '../values.ts';
import { viewOf } from './view.ts';

const i1 = { interactionId: 'i1' } as const;
const complete = { type: 'complete', ...i1 } as const;
const set = (disposition: string | null) => ({ type: 'setDisposition', ...i1, disposition }) as const;
const ENDINGS = {
  businessAttributes: [
    {
      id: 'Endings',
      name: 'Endings',
      values: [
        { id: 'good', name: 'Good' },
        { id: 'sold', name: 'Sold', parent: 'good' },
      ],
    },
  ],
};
const attribute = { 'interaction.disposition.value-business-attribute': 'Endings' };

const inAnasHands = (
  settings: Settings,
  fields: Parameters<typeof submitted>[1] = {},
  objects?: Partial<ContactCentreConfig>,
) => givenIn(centreWithOptions(settings, objects), ready('ana'), submitted('i1', fields), inHands('ana'));

describe('the dispositions to choose from', () => {
  test('[O20] are the values of the attribute, those with others below them being headings', () => {
    const house = inAnasHands({ tenant: attribute }, {}, ENDINGS);
    const said = (disposition: string) => answerOf(house.when('ana', set(disposition)));
    expect([said('sold'), said('good'), said('solved')]).toEqual([
      'granted',
      'disposition_unknown',
      'disposition_unknown',
    ]);
  });

  test('[O6 O17 O20] of an override set, are told with its interaction, where the catalogue has others', () => {
    const options = (fields?: Parameters<typeof submitted>[1]) => {
      const house = inAnasHands(byOverride(attribute), fields, ENDINGS);
      return viewOf(house.standing('ana', house.interaction())).options;
    };
    expect(options(overridden).dispositions).toEqual([
      { id: 'good', name: 'Good' },
      { id: 'sold', name: 'Sold', parent: 'good' },
    ]);
    expect(options().dispositions).toBeUndefined();
  });
});

describe('what a disposition writes', () => {
  test('[O21] its attached key comes with it, changes with it and goes with it, each in one event', () => {
    const house = inAnasHands({}, { userData: { Colour: 'red' } });
    const after = (disposition: string | null) => {
      house.given('ana', set(disposition));
      return house.interaction().userData;
    };
    expect(after('solved')).toEqual({ Colour: 'red', DispositionCode: 'solved' });
    expect(after('spam')).toEqual({ Colour: 'red', DispositionCode: 'spam' });
    expect(after(null)).toEqual({ Colour: 'red' });
    expect(house.events.slice(-3).map(({ type }) => type)).toEqual(Array(3).fill('DispositionSet'));
  });

  test('[O21] also when it is given with Done; with an empty key nothing is attached', () => {
    const done = { ...complete, disposition: 'solved' };
    expect(inAnasHands({}).given('ana', done).interaction()).toMatchObject({
      state: 'Done',
      disposition: 'solved',
      userData: { DispositionCode: 'solved' },
    });
    const none = { tenant: { 'interaction.disposition.key-name': '' } };
    expect(inAnasHands(none).given('ana', done).interaction().userData).toEqual({});
  });

  test.each([[set('solved')], [{ ...complete, disposition: 'solved' } as const]])(
    '[O21] that does not fit is not set: %j',
    (command: InteractionCommand) => {
      const userData = { Long: 'x'.repeat(USER_DATA_LIMIT - 20) };
      const house = inAnasHands({}, { userData });
      expect(answerOf(house.when('ana', command))).toBe('data_too_large');
      expect(house.interaction()).toMatchObject({ state: 'Processing', userData });
    },
  );

  test('[O21] the event carries the attached data as they are then, where that is set', () => {
    const house = inAnasHands(
      { tenant: { 'interaction.disposition.use-attached-data': 'true' } },
      { userData: { Colour: 'red' } },
    );
    house.given('ana', set('solved')).given('ana', complete);
    const [, done] = house.events.slice(-2);
    expect(house.events.at(-2)?.data).toMatchObject({
      attachedData: { Colour: 'red', DispositionCode: 'solved' },
    });
    // Nothing was set with Done: it carries no disposition, and no data.
    expect(done?.data).not.toHaveProperty('attachedData');
  });
});

describe('a disposition by default', () => {
  const byDefault = (value: string, more = {}) => ({
    tenant: { 'interaction.disposition.default-value': value, ...more },
  });

  test('[O22] counts as given, and is written like any other', () => {
    const house = inAnasHands(byDefault('spam', { 'interaction.disposition.is-mandatory': 'true' }));
    expect(viewOf(house.standing('ana', house.interaction())).options.defaultDisposition).toBe('spam');
    expect(house.given('ana', complete).interaction()).toMatchObject({
      disposition: 'spam',
      userData: { DispositionCode: 'spam' },
    });
  });

  test('[O22] gives way to the one that is there, or comes with Done', () => {
    const there = inAnasHands(byDefault('spam')).given('ana', set('solved')).given('ana', complete);
    const given = inAnasHands(byDefault('spam')).given('ana', { ...complete, disposition: 'solved' });
    expect([there, given].map((house) => house.interaction().disposition)).toEqual(['solved', 'solved']);
  });

  test.each([
    ['unheard of', {}],
    ['good', attribute],
  ])('[O22] is none if it cannot be chosen: %s', (value, more) => {
    const house = inAnasHands(
      byDefault(value, { ...more, 'interaction.disposition.is-mandatory': 'true' }),
      {},
      ENDINGS,
    );
    expect(answerOf(house.when('ana', complete))).toBe('disposition_required');
  });
});

describe('a disposition that stays as it is while nobody has the work', () => {
  const fixed = { tenant: { 'interaction.disposition.is-read-only-on-idle': 'true' } };

  test('[O23] is not offered, set, or given with Done, in a workbin; in hand it is', () => {
    const house = inAnasHands(fixed).given('ana', set('solved'));
    house.given('ana', { type: 'placeInWorkbin', ...i1, workbin: TRAYS.ana });
    expect(viewOf(house.standing('ana', house.interaction())).allowed).not.toContain('setDisposition');
    expect(answerOf(house.when('ana', { ...complete, disposition: 'spam' }))).toBe('disposition_fixed');
    expect(answerOf(house.when('lena', set('spam')))).toBe('disposition_fixed');
    house.given('ana', { type: 'pull', ...i1 }).given('ana', set('spam'));
    expect(house.interaction().disposition).toBe('spam');
  });

  test('[O23] and work may be finished with the one it has', () => {
    const house = inAnasHands(fixed).given('ana', set('solved'));
    house.given('ana', { type: 'placeInWorkbin', ...i1, workbin: TRAYS.ana });
    expect(answerOf(house.when('ana', { ...complete, disposition: 'solved' }))).toBe('granted');
  });
});

test('[O24] what must be done before Done is told, asked for, and done', () => {
  const all = { tenant: { 'email.mandatory-actions': 'AssignContact,AddNote,SetDisposition' } };
  const house = inAnasHands(all);
  expect(viewOf(house.standing('ana', house.interaction())).options).toMatchObject({
    dispositionMandatory: true,
    mandatoryActions: ['AssignContact', 'AddNote', 'SetDisposition'],
  });
  const said = () => house.when('ana', complete);
  expect(answerOf(said())).toBe('disposition_required');
  house.given('ana', set('solved'));
  expect(said()).toMatchObject({ refusal: { code: 'action_required', detail: { action: 'AssignContact' } } });
  house.given('ana', { type: 'updateProperties', ...i1, contactId: 'c1' });
  expect(said()).toMatchObject({ refusal: { code: 'action_required', detail: { action: 'AddNote' } } });
  house.given('ana', { type: 'addNote', ...i1, text: 'called back' });
  expect(answerOf(said())).toBe('granted');
});
