import { describe, expect, test } from 'vitest';
import { TIMER } from '../actor.ts';
import type { Command } from '../commands.ts';
import type { MediaType } from '../config/objects.ts';
import { CONFIG, centreWith } from '../testing/centre.ts';
import { given, givenIn, type House } from '../testing/house.ts';
import { answerOf, happenedIn, inHands, invited, ready, submitted } from '../testing/steps.ts';
import type { Json } from '../values.ts';
import { MINUTE, SECOND } from '../values.ts';
import { deadlineOf } from './deadlines.ts';

const i1 = { interactionId: 'i1' } as const;
const dueIn = (house: House) => (deadlineOf(house.interaction())?.at ?? Number.NaN) - house.now;

describe('the offer', () => {
  test.each([
    ['Inbox', 30 * SECOND, 'ana'],
    ['Orders', 10 * SECOND, 'cem'],
  ] as const)('[I14] of %s lasts %d ms', (queue, lasts, agent) => {
    const house = given(ready('ana', 'cem'), submitted('i1', { queue }), invited(agent));
    expect(dueIn(house)).toBe(lasts);
    house.pass(lasts - 1);
    expect(answerOf(house.when(TIMER, { type: 'revoke', ...i1, reason: 'inviteTimeout' }))).toBe('not_due');
    house.pass(1);
    expect(answerOf(house.when(agent, { type: 'accept', ...i1 }))).toBe('invite_expired');
    expect(happenedIn(house.when(TIMER, { type: 'revoke', ...i1, reason: 'inviteTimeout' }))).toEqual([
      'InviteRevoked',
    ]);
    expect(house.interaction()).toMatchObject({ state: 'Queued', queue });
  });
});

describe('the handling time', () => {
  const media = (handlingMinutes?: number): readonly MediaType[] =>
    CONFIG.mediaTypes.map((one) =>
      one.id === 'email' && handlingMinutes ? { ...one, handlingMinutes } : one,
    );
  const minutes = (attached: Json | undefined, ofMedia?: number) => {
    const userData = attached === undefined ? {} : { 'handling-timeout': attached };
    const centre = centreWith({}, { mediaTypes: [...media(ofMedia)] });
    return dueIn(givenIn(centre, ready('ana'), submitted('i1', { userData }), inHands('ana'))) / MINUTE;
  };

  test('[I15] is what the work itself says, else its media type, else the contact centre', () => {
    expect([minutes(5, 60), minutes('5', 60), minutes(undefined, 60), minutes(undefined)]).toEqual([
      5, 5, 60, 180,
    ]);
  });

  test.each([
    0,
    -5,
    1.5,
    1441,
    1e9,
    '',
    ' 5',
    '5 ',
    '1e2',
    '0x10',
    '٥',
    true,
    false,
    null,
    [5],
    { minutes: 5 },
  ] as Json[])(
    '[I15] an attached value that is no number of minutes from 1 to 1440 counts for nothing: %j',
    (silly) => {
      expect(minutes(silly)).toBe(180);
    },
  );

  test('[I15] starts anew with every sign of life of its agent, and with nobody else’s', () => {
    const house = given(ready('ana'), submitted(), inHands('ana')).pass(MINUTE);
    house.given('lena', { type: 'addNote', ...i1, text: 'How is it going?' });
    expect(dueIn(house)).toBe(179 * MINUTE);
    for (const command of [
      { type: 'addNote', ...i1, text: 'Well.' },
      { type: 'setInFocus', ...i1 },
      { type: 'attachUserData', ...i1, userData: { a: 1 } },
      { type: 'deleteUserData', ...i1, keys: ['a'] },
      { type: 'setDisposition', ...i1, disposition: 'solved' },
      { type: 'updateProperties', ...i1, priority: 3 },
    ] satisfies Command[]) {
      house.pass(MINUTE).given('ana', command);
      expect(dueIn(house), command.type).toBe(180 * MINUTE);
    }
  });

  test('[I15] when it runs out, the work goes back to its queue or its agent’s tray, never nowhere', () => {
    const mail = given(ready('ana'), submitted(), inHands('ana')).pass(180 * MINUTE - 1);
    const timeout = { type: 'revoke', ...i1, reason: 'handlingTimeout' } as const;
    expect(answerOf(mail.when(TIMER, timeout))).toBe('not_due');
    expect(happenedIn(mail.pass(1).when(TIMER, timeout))).toEqual(['WorkReturnedToWorkbin']);
    const post = given(ready('ana'), submitted('i1', { mediaType: 'facebook' }), inHands('ana')).pass(
      180 * MINUTE,
    );
    expect(happenedIn(post.when(TIMER, timeout))).toEqual(['WorkReturnedToQueue']);
  });
});

test('[I16] a clock that jumps back does no harm: nothing is due early, and an answer still counts', () => {
  const house = given(ready('ana'), submitted(), invited('ana')).pass(-60 * MINUTE);
  expect(answerOf(house.when(TIMER, { type: 'revoke', ...i1, reason: 'inviteTimeout' }))).toBe('not_due');
  expect(answerOf(house.when('ana', { type: 'accept', ...i1 }))).toBe('granted');
  expect(dueIn(house)).toBe(180 * MINUTE);
});

test.each(['supervisor', 'origin'] as const)('[I17] a deadline cannot speak for a person: %s', (reason) => {
  const house = given(ready('ana'), submitted(), invited('ana'));
  expect(answerOf(house.when(TIMER, { type: 'revoke', ...i1, reason }))).toBe('not_permitted');
});

test.each(['inviteTimeout', 'leaseLapsed', 'sessionEnded', 'handlingTimeout'] as const)(
  '[I17] a person cannot speak for a deadline: %s',
  (reason) => {
    const house = given(ready('ana'), submitted(), invited('ana')).pass(MINUTE);
    expect(answerOf(house.when('lena', { type: 'revoke', ...i1, reason }))).toBe('not_permitted');
  },
);
