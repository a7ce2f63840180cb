import { describe, expect, test } from 'vitest';
import { ROUTER, TIMER } from '../actor.ts';
import type { Role } from '../config/objects.ts';
import { CONFIG, centreWith, TRAYS } from '../testing/centre.ts';
import { given, givenIn } from '../testing/house.ts';
import { placesOf } from '../testing/invariants.ts';
import { answerOf, happenedIn, inHands, inTray, invited, ready, submitted } from '../testing/steps.ts';
import { MINUTE } from '../values.ts';
import { allowed } from './allowed.ts';

const i1 = { interactionId: 'i1' } as const;

describe('from the queue to Done', () => {
  test('[I1 I2 I3] submitted, offered, accepted, done: one place at a time', () => {
    const house = given(ready('ana'), submitted());
    expect(placesOf(house.interaction())).toEqual(['queue Inbox']);
    house.given(ROUTER, { type: 'invite', ...i1, agentId: 'ana' });
    expect(placesOf(house.interaction())).toEqual(['offer to ana']);
    house.given('ana', { type: 'accept', ...i1 });
    expect(placesOf(house.interaction())).toEqual(['desk of ana']);
    house.given('ana', { type: 'complete', ...i1, disposition: 'solved' });
    expect(house.interaction()).toMatchObject({
      state: 'Done',
      disposition: 'solved',
      completedAt: house.now,
    });
    expect(placesOf(house.interaction())).toEqual(['history']);
  });

  test('[I21] taken as it comes in, it is on the desk of whoever brought it, or has not come in at all', () => {
    const house = given(ready('ben'));
    const take = {
      type: 'submit',
      ...i1,
      mediaType: 'email',
      queue: 'Inbox',
      userData: {},
      take: true,
    } as const;
    expect(answerOf(house.when(ROUTER, take))).toBe('no_session');
    expect(answerOf(house.when('ana', take))).toBe('no_session');
    expect(house.interactions.size).toBe(0);
    expect(happenedIn(house.when('ben', take))).toEqual(['InteractionSubmitted', 'InteractionPulled']);
    expect(house.interaction()).toMatchObject({ state: 'Processing', handler: 'ben', version: 2 });
    expect(house.session('ben').load).toEqual({ email: 1 });
    house.given('ana', { type: 'startSession', agentId: 'ana' });
    expect(answerOf(house.when('ana', { ...take, interactionId: 'i2', queue: 'Orders' }))).toBe(
      'not_permitted',
    );
  });

  test('[I1] the same work submitted again changes nothing; other work under its id is refused', () => {
    const house = given(submitted('i1', { externalId: 'mail 7' }));
    const again = { type: 'submit', ...i1, mediaType: 'email', queue: 'Inbox', userData: {} } as const;
    expect(happenedIn(house.when(ROUTER, { ...again, externalId: 'mail 7' }))).toEqual([]);
    expect(answerOf(house.when(ROUTER, { ...again, externalId: 'mail 8' }))).toBe('wrong_state');
    expect(house.interaction().version).toBe(1);
  });

  test.each([
    ['media_type_unknown', { mediaType: 'fax' }],
    ['queue_unknown', { queue: 'Nowhere' }],
    ['data_too_large', { userData: { long: 'x'.repeat(300_000) } }],
  ] as const)('[I1] a submission with %s is refused', (code, wrong) => {
    const command = {
      type: 'submit',
      ...i1,
      mediaType: 'email',
      queue: 'Inbox',
      userData: {},
      ...wrong,
    } as const;
    expect(answerOf(given().when(ROUTER, command))).toBe(code);
  });

  test('[I4] only the agent it is offered to answers, only while logged on, and only to the present offer', () => {
    const house = given(ready('ana', 'ben'), submitted(), invited('ana'));
    const { ticket } = house.interaction().invitation ?? { ticket: -1 };
    expect(answerOf(house.when('ben', { type: 'accept', ...i1 }))).toBe('not_invitee');
    expect(answerOf(house.when('ana', { type: 'accept', ...i1, ticket: ticket + 1 }))).toBe('ticket_stale');
    house.given('ana', { type: 'endSession', agentId: 'ana' });
    expect(answerOf(house.when('ana', { type: 'accept', ...i1, ticket }))).toBe('no_session');
    house.given('ana', { type: 'startSession', agentId: 'ana' });
    expect(answerOf(house.when('ana', { type: 'accept', ...i1, ticket }))).toBe('granted');
  });

  test('[I4 R106] who may not decline or finish is refused, and has no button for it', () => {
    const house = given(ready('gus'), submitted(), invited('gus'));
    expect(answerOf(house.when('gus', { type: 'reject', ...i1 }))).toBe('not_permitted');
    house.given('gus', { type: 'accept', ...i1 });
    expect(answerOf(house.when('gus', { type: 'complete', ...i1 }))).toBe('not_permitted');
    expect(allowed(house.standing('gus', house.interaction()))).not.toContain('complete');
  });

  test('[I5] a refusal names the winner and when', () => {
    const house = given(ready('ana', 'ben'), submitted(), inHands('ana'));
    const decision = house.when('ben', { type: 'pull', ...i1 });
    expect(decision).toMatchObject({
      ok: false,
      refusal: { code: 'taken', detail: { holder: 'ana', since: house.now } },
    });
  });

  test('[I6] a command to an interaction that nobody submitted is refused as unknown', () => {
    expect(answerOf(given(ready('ana')).when('ana', { type: 'complete', ...i1 }))).toBe(
      'interaction_unknown',
    );
  });
});

describe('Done and after', () => {
  test('[I9 R103] done work is in no queue, on no desk and in no tray, and its history stays', () => {
    const house = given(ready('ana'), submitted(), inTray(TRAYS.team), (h) =>
      h.given('ana', { type: 'complete', ...i1 }),
    );
    expect(placesOf(house.interaction())).toEqual(['history']);
    expect(house.resting(TRAYS.team)).toBe(0);
    expect(house.events.map(({ type }) => type)).toEqual([
      'InteractionSubmitted',
      'AgentInvited',
      'InteractionAccepted',
      'PlacedInWorkbin',
      'InteractionCompleted',
    ]);
  });

  test('[I9] finished where it lay, it is found among the work of whoever finished it', () => {
    const house = given(ready('ana', 'ben'), submitted(), inTray(TRAYS.team));
    house.given('ben', { type: 'complete', ...i1 });
    expect(house.interaction().assignedTo).toBe('ben');
    expect(answerOf(house.when('ben', { type: 'reopen', ...i1 }))).toBe('granted');
  });

  test('[I9] cancelled where it lay, it is found among the work of whoever cancelled it; from a desk, of whose desk it was', () => {
    const waiting = given(ready('ana'), submitted());
    waiting.given('lena', { type: 'cancel', ...i1 });
    expect(waiting.interaction()).toMatchObject({ state: 'Cancelled', assignedTo: 'lena' });
    const inHand = given(ready('ana'), submitted(), inHands('ana'));
    inHand.given('lena', { type: 'cancel', ...i1 });
    expect(inHand.interaction()).toMatchObject({ state: 'Cancelled', assignedTo: 'ana' });
  });

  test('[I10] reopened, it is on the desk of whoever asked and no longer finished', () => {
    const house = given(ready('ana', 'cem'), submitted(), inHands('ana'));
    house.given('ana', { type: 'complete', ...i1, disposition: 'solved' });
    expect(answerOf(house.when('cem', { type: 'reopen', ...i1 }))).toBe('not_permitted');
    house.given('ana', { type: 'reopen', ...i1 });
    expect(house.interaction()).toMatchObject({ state: 'Processing', handler: 'ana', disposition: 'solved' });
    expect(house.interaction().completedAt).toBeUndefined();
  });

  test('[I10] a team lead puts finished or cancelled work back into a queue that exists', () => {
    const house = given(ready('ana'), submitted(), inHands('ana'));
    house.given('lena', { type: 'cancel', ...i1 });
    expect(answerOf(house.when('ana', { type: 'restart', ...i1 }))).toBe('not_permitted');
    expect(answerOf(house.when('lena', { type: 'restart', ...i1, queue: 'Nowhere' }))).toBe('queue_unknown');
    house.given('lena', { type: 'restart', ...i1 });
    expect(house.interaction()).toMatchObject({ state: 'Queued', queue: 'Inbox', exclusions: [] });
  });

  test('[I11 R73] finishing with a disposition takes the privilege to set one', () => {
    const house = given(ready('ana', 'ben'), submitted(), inHands('ana'));
    expect(answerOf(house.when('ana', { type: 'complete', ...i1, disposition: 'unheard of' }))).toBe(
      'disposition_unknown',
    );
    expect(answerOf(house.when('ana', { type: 'setDisposition', ...i1, disposition: 'spam' }))).toBe(
      'granted',
    );

    const finisher: Role = { id: 'Clerk', name: 'Clerk', privileges: ['handle', 'mark-done'] };
    const roles = CONFIG.roles.map((role) => (role.id === 'Clerk' ? finisher : role));
    const clerk = givenIn(centreWith({}, { roles }), ready('gus'), submitted(), inHands('gus'));
    expect(allowed(clerk.standing('gus', clerk.interaction()))).not.toContain('setDisposition');
    expect(answerOf(clerk.when('gus', { type: 'setDisposition', ...i1, disposition: 'spam' }))).toBe(
      'not_permitted',
    );
    expect(answerOf(clerk.when('gus', { type: 'complete', ...i1, disposition: 'spam' }))).toBe(
      'not_permitted',
    );
    expect(answerOf(clerk.when('gus', { type: 'complete', ...i1 }))).toBe('granted');
  });

  test('[I11] where a disposition is mandatory, nothing is finished without one', () => {
    const house = givenIn(
      centreWith({ dispositionMandatory: true }),
      ready('ana'),
      submitted(),
      inHands('ana'),
    );
    expect(answerOf(house.when('ana', { type: 'complete', ...i1 }))).toBe('disposition_required');
    house.given('ana', { type: 'setDisposition', ...i1, disposition: 'spam' });
    expect(answerOf(house.when('ana', { type: 'complete', ...i1 }))).toBe('granted');
  });
});

describe('held and asleep', () => {
  test('[I12] a lead holds waiting work: nobody is offered it, and it goes on where it was', () => {
    const house = given(ready('ana'), submitted());
    house.given('lena', { type: 'hold', ...i1, reason: 'wait for the lawyer' });
    expect(answerOf(house.when(ROUTER, { type: 'invite', ...i1, agentId: 'ana' }))).toBe('wrong_state');
    expect(placesOf(house.interaction())).toEqual(['queue Inbox']);
    expect(happenedIn(house.when('lena', { type: 'resume', ...i1 }))).toEqual(['ResumedInQueue']);
  });

  test('[I12] held in a tray, it is resumed in the tray', () => {
    const house = given(ready('ana'), submitted(), inTray(TRAYS.team), (h) =>
      h.given('lena', { type: 'hold', ...i1 }),
    );
    expect(answerOf(house.when('ana', { type: 'pull', ...i1 }))).toBe('wrong_state');
    expect(happenedIn(house.when('lena', { type: 'resume', ...i1 }))).toEqual(['ResumedInWorkbin']);
    expect(house.interaction().workbin).toEqual(TRAYS.team);
  });

  test('[I13] asleep in its agent’s tray, it is woken on time, not before, and its agent may take it up earlier', () => {
    const house = given(ready('ana'), submitted(), inHands('ana'));
    const wakeAt = house.now + MINUTE;
    expect(answerOf(house.when('ana', { type: 'snooze', ...i1, wakeAt: house.now }))).toBe('wake_time_past');
    house.given('ana', { type: 'snooze', ...i1, wakeAt });
    expect(house.interaction().workbin).toEqual(TRAYS.ana);
    expect(answerOf(house.when(TIMER, { type: 'wake', ...i1 }))).toBe('not_due');
    house.pass(MINUTE);
    expect(happenedIn(house.when(TIMER, { type: 'wake', ...i1 }))).toEqual(['WokeInWorkbin']);
    expect(answerOf(house.when('ana', { type: 'pull', ...i1 }))).toBe('granted');
  });

  test('[I13] asleep without a tray, it stays its agent’s to take up again and nobody else’s', () => {
    const house = given(ready('ana', 'ben'), submitted('i1', { mediaType: 'chat' }), inHands('ana'));
    house.given('ana', { type: 'snooze', ...i1, wakeAt: house.now + MINUTE });
    expect(placesOf(house.interaction())).toEqual(['queue Inbox']);
    expect(answerOf(house.when('ben', { type: 'pull', ...i1 }))).not.toBe('granted');
    expect(answerOf(house.when('ana', { type: 'pull', ...i1 }))).toBe('granted');
  });

  test('[I13] woken without a tray, it waits in its queue and remembers whose it was', () => {
    const house = given(ready('ana'), submitted('i1', { mediaType: 'chat' }), inHands('ana'));
    house.given('ana', { type: 'snooze', ...i1, wakeAt: house.now + MINUTE }).pass(MINUTE);
    expect(happenedIn(house.when(TIMER, { type: 'wake', ...i1 }))).toEqual(['WokeInQueue']);
    expect(house.interaction()).toMatchObject({ state: 'Queued', queue: 'Inbox', preferredAgent: 'ana' });
  });
});
