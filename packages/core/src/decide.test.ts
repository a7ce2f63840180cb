import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ROUTER } from './actor.ts';
import type { Command } from './commands.ts';
import { replay } from './interaction/evolve.ts';
import { holders } from './interaction/interaction.ts';
import { TRAYS } from './testing/centre.ts';
import { given } from './testing/house.ts';
import { canonical, hasUndefined, placesOf } from './testing/invariants.ts';
import { answerOf, inHands, inTray, ready, submitted } from './testing/steps.ts';
import { aHouse } from './testing/walk.ts';

const i1 = { interactionId: 'i1' } as const;

describe('whatever is asked, by whomever, in whatever order', () => {
  test('[G1] each interaction is in exactly one place', () => {
    fc.assert(
      fc.property(aHouse({ min: 0, max: 120 }), ({ interactions }) => {
        for (const interaction of interactions.values())
          expect(placesOf(interaction), interaction.state).toHaveLength(1);
      }),
      { numRuns: 200 },
    );
  });

  test('[G2 G3] its events, numbered without a gap, give the interaction as it is, also after a trip through JSON', () => {
    fc.assert(
      fc.property(aHouse(), ({ interactions, events }) => {
        for (const interaction of interactions.values()) {
          const history = events.filter(({ interactionId }) => interactionId === interaction.id);
          expect(history.map(({ version }) => version)).toEqual(history.map((_, i) => i + 1));
          expect(replay(history)).toEqual(interaction);
          expect(canonical(replay(JSON.parse(JSON.stringify(history))))).toBe(canonical(interaction));
        }
      }),
      { numRuns: 100 },
    );
  });

  test('[G4] the load of every agent is what they have, and two at most carry one interaction', () => {
    fc.assert(
      fc.property(aHouse(), ({ interactions, sessions }) => {
        const carried = [...interactions.values()].flatMap((one) =>
          holders(one).map((agent) => `${agent} ${one.mediaType}`),
        );
        for (const one of interactions.values()) expect(holders(one).length).toBeLessThanOrEqual(2);
        for (const { agentId, load } of sessions.values())
          for (const [mediaType, count] of Object.entries(load))
            expect(count).toBe(carried.filter((key) => key === `${agentId} ${mediaType}`).length);
      }),
      { numRuns: 100 },
    );
  });

  test('[G5] what is recorded of an event holds nothing that JSON would lose', () => {
    const types = new Set<string>();
    fc.assert(
      fc.property(aHouse({ min: 40, max: 120 }), ({ events }) => {
        for (const event of events) {
          types.add(event.type);
          expect(hasUndefined(event), event.type).toBe(false);
          expect(JSON.parse(JSON.stringify(event))).toEqual(event);
        }
      }),
      { numRuns: 150 },
    );
    expect(types.size, [...types].join(', ')).toBeGreaterThan(28);
  });
});

describe('the watchdogs of these tests', () => {
  test('bark at an interaction in two places, and at one in none', () => {
    const interaction = given(ready('ana'), submitted(), inTray(TRAYS.team)).interaction();
    expect(placesOf({ ...interaction, handler: 'ana' })).toHaveLength(2);
    const { workbin, ...nowhere } = interaction;
    expect(placesOf(nowhere)).toHaveLength(0);
  });

  test('bark at a value that JSON would lose', () => {
    expect([hasUndefined({ a: [{ b: undefined }] }), hasUndefined({ a: [null, 0] })]).toEqual([true, false]);
  });
});

describe('a decision made on an old picture', () => {
  test('[F5] is refused once its subject has changed, and the refusal says so', () => {
    const house = given(ready('ana'), submitted(), inHands('ana'));
    const note = { type: 'addNote', ...i1, text: 'as I see it' } as const;
    expect(house.when('ana', note, { expectVersion: 2 })).toMatchObject({
      refusal: { code: 'version_mismatch', detail: { expected: 2, version: 3 } },
    });
    expect(answerOf(house.when('ana', note, { expectVersion: 3 }))).toBe('granted');
  });

  test('[F5] what is not there yet is at version 0', () => {
    const submit = { type: 'submit', ...i1, mediaType: 'email', queue: 'Inbox', userData: {} } as const;
    expect(answerOf(given().when(ROUTER, submit, { expectVersion: 0 }))).toBe('granted');
    const start = { type: 'startSession', agentId: 'ana' } as const;
    expect(answerOf(given().when('ana', start, { expectVersion: 0 }))).toBe('granted');
  });
});

describe('a command that is meant for work in hand', () => {
  const attach = { type: 'attachUserData', ...i1, userData: { colour: 'red' } } as const;
  const inHand = { expectInHand: true } as const;

  test('[F12] is refused where the rules would allow it with work that lies elsewhere', () => {
    const house = given(ready('ana', 'ben'), submitted(), inHands('ana'));
    expect(answerOf(house.when('ana', attach, inHand))).toBe('granted');
    // Her lead may edit what is on her desk, but has not got it in hand.
    expect(house.when('lena', attach, inHand)).toMatchObject({
      refusal: { code: 'not_handler', detail: { handler: 'ana' } },
    });
    house.given('ana', { type: 'placeInWorkbin', ...i1, workbin: TRAYS.team });
    for (const command of [
      attach,
      { type: 'complete', ...i1 },
      { type: 'moveToQueue', ...i1, queue: 'Inbox' },
    ])
      expect(house.when('ana', command as Command, inHand)).toMatchObject({
        refusal: { code: 'wrong_state', detail: { state: 'InWorkbin' } },
      });
    expect(answerOf(house.when('ana', attach))).toBe('granted');
  });

  test('[F12] is the rules’ to refuse first, and what is so already is refused as well', () => {
    const house = given(ready('ana', 'ben'), submitted(), inTray(TRAYS.team));
    expect(answerOf(house.when('cem', attach, inHand))).toBe('not_handler');
    const place = { type: 'placeInWorkbin', ...i1, workbin: TRAYS.team } as const;
    expect(answerOf(house.when('ana', place, inHand))).toBe('wrong_state');
    expect(answerOf(house.when('ana', { ...attach, interactionId: 'i9' }, inHand))).toBe(
      'interaction_unknown',
    );
  });

  test('[F12] holds for its agent while it is offered to a colleague, and not yet for the colleague', () => {
    const house = given(ready('ana', 'ben'), submitted(), inHands('ana'));
    house.given('ana', { type: 'transfer', ...i1, agentId: 'ben' });
    expect(['ana', 'ben'].map((who) => answerOf(house.when(who, attach, inHand)))).toEqual([
      'granted',
      'not_handler',
    ]);
  });
});

test('[I8] a change of data needs the work in hand, or the tray it lies in, or the lead’s eye on it', () => {
  const house = given(ready('ana', 'ben', 'cem'), submitted(), inHands('ana'));
  const attach = { type: 'attachUserData', ...i1, userData: { colour: 'red' } } as const;
  expect(['ana', 'lena', 'adam', 'ben', 'cem'].map((who) => answerOf(house.when(who, attach)))).toEqual([
    'granted',
    'granted',
    'granted',
    'not_handler',
    'not_handler',
  ]);
  house.given('ana', { type: 'placeInWorkbin', ...i1, workbin: TRAYS.team });
  expect(['ben', 'cem'].map((who) => answerOf(house.when(who, attach)))).toEqual(['granted', 'not_handler']);
});

test('[I8] attach adds and replaces, update replaces and adds, delete removes, and the rest stays', () => {
  const house = given(ready('ana'), submitted('i1', { userData: { a: 1, b: '1' } }), inHands('ana'));
  house.given('ana', { type: 'attachUserData', ...i1, userData: { a: 2, c: null } });
  house.given('ana', { type: 'updateUserData', ...i1, userData: { b: [3] } });
  house.given('ana', { type: 'deleteUserData', ...i1, keys: ['a', 'never there'] });
  expect(house.interaction().userData).toEqual({ b: [3], c: null });
});
