import { describe, expect, test } from 'vitest';
import { ROUTER, TIMER } from '../actor.ts';
import { givenIn, type House } from '../testing/house.ts';
import { atEachLevel, byOverride, centreWithOptions, overridden, type Settings } from '../testing/options.ts';
import { answerOf, happenedIn, inHands, invited, ready, submitted } from '../testing/steps.ts';
import { SECOND } from '../values.ts';
import { allowed } from './allowed.ts';
import { deadlineOf } from './deadlines.ts';

const i1 = { interactionId: 'i1' } as const;
const AUTO = { 'email.auto-answer': 'true' };
const TIMED = { ...AUTO, 'email.auto-answer.timer': '10' };

const offered = (settings: Settings, fields: Parameters<typeof submitted>[1] = {}) =>
  givenIn(centreWithOptions(settings), ready('ana', 'ben'), submitted('i1', fields), invited('ana'));

/** Does what the stored deadline stands for, when it is due and not before. */
function letTimeAnswer(house: House): string {
  const deadline = deadlineOf(house.interaction());
  if (deadline === undefined) return 'no deadline';
  if (deadline.at > house.now) {
    const early = answerOf(house.when(TIMER, deadline.command));
    if (early !== 'not_due' && early !== 'not_invitee') return `early: ${early}`;
  }
  house.now = Math.max(house.now, deadline.at);
  return answerOf(house.when(TIMER, deadline.command));
}

describe('an offer that is accepted by itself', () => {
  test.each(atEachLevel(AUTO))('[O11 R83] at once, when set %s', (_, settings) => {
    const house = offered(settings);
    expect(house.interaction().invitation?.autoAnswer).toEqual({ at: house.now, mayDecline: false });
    expect(letTimeAnswer(house)).toBe('granted');
    expect(house.interaction()).toMatchObject({ state: 'Processing', handler: 'ana', assignedTo: 'ana' });
  });

  test.each([
    ['for the agent group', { groups: { Sales: AUTO } }],
    ['for another person', { persons: { ben: AUTO } }],
    ['for another medium', { application: { 'chat.auto-answer': 'true' } }],
    ['by an override set that is not named', byOverride(AUTO)],
  ])('[O11] set %s, it does not touch this offer', (_, settings) => {
    expect(offered(settings).interaction().invitation?.autoAnswer).toBeUndefined();
  });

  test('[O6 O11 R85] an override set wins both ways, for its interaction alone', () => {
    const on = offered(byOverride(AUTO), overridden);
    expect(letTimeAnswer(on)).toBe('granted');
    expect(on.interaction().handler).toBe('ana');
    const off = offered(
      { persons: { ana: AUTO }, ...byOverride({ 'email.auto-answer': 'false' }) },
      overridden,
    );
    submitted('i2')(off);
    invited('ana', 'i2')(off);
    expect(off.interaction('i1').invitation?.autoAnswer).toBeUndefined();
    expect(off.interaction('i2').invitation?.autoAnswer).toBeDefined();
  });

  test.each(atEachLevel(TIMED))('[O11] after the seconds of the timer, when set %s', (_, settings) => {
    const house = offered(settings);
    const { offeredAt = 0, autoAnswer } = house.interaction().invitation ?? {};
    expect(autoAnswer?.at).toBe(offeredAt + 10 * SECOND);
    expect(letTimeAnswer(house)).toBe('granted');
    expect(house.now).toBe(offeredAt + 10 * SECOND);
  });

  test('[O11 R84] before the offer runs out, however long the timer', () => {
    const house = offered({ tenant: { ...TIMED, 'email.auto-answer.timer': '3600' } });
    const { until = 0, autoAnswer } = house.interaction().invitation ?? {};
    expect(autoAnswer?.at).toBe(until - SECOND);
    expect(letTimeAnswer(house)).toBe('granted');
  });

  test('[O11 R83] is in hand as any other: the same event, the same capacity, the same deadlines', () => {
    const byHand = offered({});
    const byItself = offered({ tenant: AUTO });
    byHand.given('ana', { type: 'accept', ...i1 });
    const { ticket = 0 } = byItself.interaction().invitation ?? {};
    expect(happenedIn(byItself.when(TIMER, { type: 'accept', ...i1, ticket }))).toEqual([
      'InteractionAccepted',
    ]);
    expect(byItself.interaction()).toEqual(byHand.interaction());
    expect(byItself.session('ana').load).toEqual(byHand.session('ana').load);
  });

  test('[O11] what is set after the offer was made changes only offers to come', () => {
    const house = offered({});
    house.centre = centreWithOptions({ application: AUTO });
    expect(letTimeAnswer(house)).toBe('granted');
    expect(house.interaction()).toMatchObject({ state: 'Queued' });
  });

  test('[O11 S6] not while its agent is gone: then it is taken back, or runs out', () => {
    const house = offered({ tenant: AUTO }).pass(20 * SECOND);
    house.given(TIMER, { type: 'expireLease', agentId: 'ana' });
    const deadline = deadlineOf(house.interaction(), house.now);
    expect(deadline?.command.type).toBe('accept');
    expect(answerOf(house.when(TIMER, { type: 'accept', ...i1 }))).not.toBe('granted');
    const later = house.pass(10 * SECOND);
    const last = deadlineOf(later.interaction(), later.now);
    expect(last?.command).toEqual({ type: 'revoke', ...i1, reason: 'inviteTimeout' });
    if (last) later.given(TIMER, last.command);
    expect(later.interaction().state).toBe('Queued');
  });

  test('[O11 I17] time answers no offer that does not answer itself, and no old one', () => {
    const house = offered({});
    expect(answerOf(house.when(TIMER, { type: 'accept', ...i1 }))).not.toBe('granted');
    expect(answerOf(house.when(ROUTER, { type: 'accept', ...i1 }))).not.toBe('granted');
    const auto = offered({ tenant: AUTO });
    expect(answerOf(auto.when(TIMER, { type: 'accept', ...i1, ticket: 1 }))).toBe('ticket_stale');
    expect(answerOf(auto.when(ROUTER, { type: 'accept', ...i1 }))).not.toBe('granted');
  });

  test('[O11] a transfer to a colleague is an offer like any other', () => {
    const house = givenIn(
      centreWithOptions({ persons: { ben: TIMED } }),
      ready('ana', 'ben'),
      submitted(),
      inHands('ana'),
    );
    house.given('ana', { type: 'transfer', ...i1, agentId: 'ben' });
    expect(letTimeAnswer(house)).toBe('granted');
    expect(house.interaction()).toMatchObject({ state: 'Processing', handler: 'ben' });
  });
});

describe('a "no" before the automatic answer', () => {
  const no = { type: 'reject', ...i1 } as const;
  const REJECT = { ...TIMED, 'email.auto-answer.enable-reject': 'true' };

  test('[O12 R88] is not heard unless it is set: neither listed nor granted', () => {
    const house = offered({ tenant: TIMED });
    expect(allowed(house.standing('ana', house.interaction()))).toContain('accept');
    expect(allowed(house.standing('ana', house.interaction()))).not.toContain('reject');
    expect(answerOf(house.when('ana', no))).toBe('decline_disabled');
    expect(answerOf(house.when('ana', { type: 'accept', ...i1 }))).toBe('granted');
  });

  test.each(atEachLevel(REJECT))('[O12 R88] is heard when set %s', (_, settings) => {
    const house = offered(settings);
    expect(house.interaction().invitation?.autoAnswer?.mayDecline).toBe(true);
    expect(allowed(house.standing('ana', house.interaction()))).toContain('reject');
    expect(answerOf(house.when('ana', no))).toBe('granted');
    expect(house.interaction().state).toBe('Queued');
  });

  test('[O6 O12 R85] an override set wins, for its interaction alone', () => {
    const house = offered(
      { persons: { ana: TIMED }, ...byOverride({ 'email.auto-answer.enable-reject': 'true' }) },
      overridden,
    );
    submitted('i2')(house);
    invited('ana', 'i2')(house);
    expect(answerOf(house.when('ana', { ...no, interactionId: 'i2' }))).toBe('decline_disabled');
    expect(answerOf(house.when('ana', no))).toBe('granted');
  });

  test('[O12] where nothing answers itself, the option changes nothing', () => {
    expect(
      answerOf(offered({ tenant: { 'email.auto-answer.enable-reject': 'false' } }).when('ana', no)),
    ).toBe('granted');
  });

  test('[O12] the team lead takes such an offer back as any other', () => {
    const house = offered({ tenant: TIMED });
    expect(answerOf(house.when('lena', { type: 'revoke', ...i1, reason: 'supervisor' }))).toBe('granted');
  });
});
