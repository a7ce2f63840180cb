import { describe, expect, test } from 'vitest';
import { TIMER } from '../actor.ts';
import { given } from '../testing/house.ts';
import { answerOf, happenedIn, inHands, ready, submitted } from '../testing/steps.ts';
import { SECOND } from '../values.ts';
import { allowed } from './allowed.ts';

const i1 = { interactionId: 'i1' } as const;
const offered = () =>
  given(ready('ana', 'ben'), submitted(), inHands('ana'), (house) =>
    house.given('ana', { type: 'transfer', ...i1, agentId: 'ben' }),
  );

describe('a transfer', () => {
  test('[I18 R127] the origin keeps the work until the colleague accepts, and both carry it meanwhile', () => {
    const house = offered();
    expect(house.interaction()).toMatchObject({
      state: 'Transferring',
      handler: 'ana',
      invitation: { agentId: 'ben' },
    });
    expect([house.session('ana').load, house.session('ben').load]).toEqual([{ email: 1 }, { email: 1 }]);
    house.given('ben', { type: 'accept', ...i1 });
    expect(house.interaction()).toMatchObject({ state: 'Processing', handler: 'ben', assignedTo: 'ben' });
    expect([house.session('ana').load, house.session('ben').load]).toEqual([{ email: 0 }, { email: 1 }]);
  });

  test('[I18] to a queue is a move: the work waits there', () => {
    const house = given(ready('ana'), submitted(), inHands('ana'));
    house.given('ana', { type: 'moveToQueue', ...i1, queue: 'Orders' });
    expect(house.interaction()).toMatchObject({ state: 'Queued', queue: 'Orders' });
  });

  test.each([
    ['a no', 'TransferRejected', 0, 'ben', { type: 'reject', ...i1 }],
    ['silence', 'TransferRevoked', 30, TIMER, { type: 'revoke', ...i1, reason: 'inviteTimeout' }],
    ['the origin', 'TransferRevoked', 0, 'ana', { type: 'revoke', ...i1, reason: 'origin' }],
    ['the team lead', 'TransferRevoked', 0, 'lena', { type: 'revoke', ...i1, reason: 'supervisor' }],
  ] as const)(
    '[I19] ended by %s, it leaves the work with its origin, who is told',
    (_, event, seconds, who, command) => {
      const house = offered().pass(seconds * SECOND);
      const decision = house.when(who, command);
      expect(happenedIn(decision)).toEqual([event]);
      expect(decision).toMatchObject({ topics: expect.arrayContaining(['agent:ana', 'agent:ben']) });
      expect(house.interaction()).toMatchObject({ state: 'Processing', handler: 'ana' });
      expect(house.session('ben').load).toEqual({ email: 0 });
    },
  );

  test('[I19] nobody but the origin takes it back as the origin, nobody but the lead as the lead', () => {
    const house = offered();
    expect(answerOf(house.when('ana', { type: 'revoke', ...i1, reason: 'supervisor' }))).toBe(
      'not_permitted',
    );
    expect(answerOf(house.when('lena', { type: 'revoke', ...i1, reason: 'origin' }))).toBe('not_handler');
    expect(answerOf(house.when('ben', { type: 'revoke', ...i1, reason: 'origin' }))).toBe('not_permitted');
  });

  test.each([
    ['same_agent', 'ana'],
    ['agent_unknown', 'nobody'],
    ['no_session', 'cem'],
    ['capacity_full', 'gus'],
  ] as const)('[I20] is refused with %s where it cannot arrive: %s', (code, agentId) => {
    const house = given(
      ready('ana', 'gus'),
      submitted('i2'),
      inHands('gus', 'i2'),
      submitted(),
      inHands('ana'),
    );
    expect(answerOf(house.when('ana', { type: 'transfer', ...i1, agentId }))).toBe(code);
  });

  test('[R72] takes the privilege: without it no button, and a refusal to whoever asks all the same', () => {
    const house = given(ready('gus', 'ana'), submitted(), inHands('gus'));
    expect(answerOf(house.when('gus', { type: 'transfer', ...i1, agentId: 'ana' }))).toBe('not_permitted');
    expect(allowed(house.standing('gus', house.interaction()))).not.toContain('transfer');
    const permitted = given(ready('ana'), submitted(), inHands('ana'));
    expect(allowed(permitted.standing('ana', permitted.interaction()))).toContain('transfer');
  });
});
