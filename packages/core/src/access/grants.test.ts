import { describe, expect, test } from 'vitest';
import { user } from '../actor.ts';
import { contactCentre } from '../config/contact-centre.ts';
import { ContactCentreConfig } from '../config/objects.ts';
import { configurationFaults } from '../config/references.ts';
import { CONFIG } from '../testing/centre.ts';
import { givenIn } from '../testing/house.ts';
import { ALL_ALLOWED, centreWhere, configWhere } from '../testing/privileges.ts';
import { answerOf, inHands, invited, ready, submitted } from '../testing/steps.ts';
import { may, mayWith } from './grants.ts';
import { readPrivilege } from './privileges.ts';

const tess = user('tess');

describe('privileges of media', () => {
  test('[P3] every kind of work item at once, and nothing that has a channel of its own', () => {
    const centre = centreWhere({ own: { allow: ['workitems.handle', 'workitems.mark-done'] } });
    expect(mayWith(tess, 'mark-done', 'workitem', centre)).toBe(true);
    expect(mayWith(tess, 'mark-done', 'email', centre)).toBe(false);
    expect(mayWith(tess, 'mark-done', 'facebook', centre)).toBe(false);
  });

  test('[P3] work of a medium that is configured no more takes the privilege for all media', () => {
    const centre = centreWhere({ own: { allow: ['handle', 'email.mark-done', 'transfer'] } });
    expect(mayWith(tess, 'mark-done', 'fax', centre)).toBe(false);
    expect(mayWith(tess, 'transfer', 'fax', centre)).toBe(true);
  });

  test('[P1] a denial beats an allowance that is nearer, and the other way round', () => {
    for (const own of [
      { allow: ['handle', 'email.decline'], deny: ['decline'] },
      { allow: ['handle', 'decline'], deny: ['email.decline'] },
    ])
      expect(mayWith(tess, 'decline', 'email', centreWhere({ own }))).toBe(false);
  });
});

describe('words for several', () => {
  test('[P5] each of them may be denied by itself', () => {
    const centre = centreWhere({ own: { allow: ['supervise'] }, group: { deny: ['cancel'] } });
    expect(may(tess, 'hold', centre)).toBe(true);
    expect(may(tess, 'cancel', centre)).toBe(false);
  });

  test('[P5] denying the word denies all of them', () => {
    const centre = centreWhere({
      own: { allow: ['manage-interactions', 'hold', 'oversee'], deny: ['supervise'] },
    });
    expect(may(tess, 'hold', centre)).toBe(false);
    expect(may(tess, 'oversee', centre)).toBe(true);
  });

  test('[P8] whoever watches over everything still needs the privilege for what they do', () => {
    const house = givenIn(centreWhere({ own: { allow: ['oversee'] } }), submitted('i1', { queue: 'Orders' }));
    const hold = { type: 'hold', interactionId: 'i1' } as const;
    expect(answerOf(house.when('tess', hold))).toBe('not_permitted');
    house.centre = centreWhere({ own: { allow: ['oversee', 'manage-interactions', 'hold'] } });
    expect(answerOf(house.when('tess', hold))).toBe('granted');
  });

  test('[P8] a team lead with every privilege leaves the work of other groups alone', () => {
    const lead = { own: { allow: ['supervise'] } };
    const house = givenIn(centreWhere(lead), ready('cem', 'ana'), submitted('i1', { queue: 'Orders' }));
    for (const command of [
      { type: 'hold', interactionId: 'i1' },
      { type: 'cancel', interactionId: 'i1' },
      { type: 'moveToQueue', interactionId: 'i1', queue: 'Inbox' },
      { type: 'updateProperties', interactionId: 'i1', priority: 3 },
      { type: 'complete', interactionId: 'i1' },
      { type: 'setNotReady', agentId: 'cem' },
    ] as const)
      expect(answerOf(house.when('tess', command)), command.type).not.toBe('granted');
    expect(answerOf(house.when('tess', { type: 'setNotReady', agentId: 'ana' }))).toBe('granted');
  });
});

describe('the channel of a medium', () => {
  const kinds = { own: { allow: ['handle', 'decline', 'mark-done'], deny: ['workitems.handle'] } };

  test('[P7 R71] is opened at log-on only to holders of the privilege, for work items and for any medium', () => {
    const house = givenIn(centreWhere(kinds));
    const on = (mediaType: string) =>
      house.when('tess', { type: 'startSession', agentId: 'tess', channels: [{ mediaType }] });
    expect(on('workitem')).toMatchObject({
      ok: false,
      refusal: {
        code: 'not_permitted',
        detail: { privilege: 'handle', mediaType: 'workitem', deniedBy: 'Own' },
      },
    });
    expect(answerOf(on('email'))).toBe('granted');
    house.given('tess', { type: 'endSession', agentId: 'tess' });
    house.given('tess', { type: 'startSession', agentId: 'tess' });
    expect(Object.keys(house.session('tess').channels)).toEqual(['email', 'chat', 'facebook', 'twitter']);
  });

  test('[P4 P7 R71] without it the other privileges for work items have no effect', () => {
    const centre = centreWhere(kinds);
    for (const privilege of ['decline', 'mark-done'] as const) {
      expect(mayWith(tess, privilege, 'workitem', centre)).toBe(false);
      expect(mayWith(tess, privilege, 'email', centre)).toBe(true);
    }
  });

  test('[P2 P7] withdrawn while work is on offer or in hand, nothing can be done with it any more', () => {
    const offered = givenIn(
      centreWhere(ALL_ALLOWED),
      ready('tess', 'ana'),
      submitted('i1', { queue: 'Tests' }),
      invited('tess'),
    );
    offered.centre = centreWhere({ own: { allow: ['handle', 'mark-done'], deny: ['email.handle'] } });
    expect(answerOf(offered.when('tess', { type: 'accept', interactionId: 'i1' }))).toBe('not_permitted');
    const house = givenIn(
      centreWhere(ALL_ALLOWED),
      ready('tess', 'ana'),
      submitted('i1', { queue: 'Tests' }),
    );
    inHands('tess')(house);
    house.centre = offered.centre;
    for (const command of [
      { type: 'complete', interactionId: 'i1' },
      { type: 'attachUserData', interactionId: 'i1', userData: { colour: 'red' } },
    ] as const)
      expect(answerOf(house.when('tess', command)), command.type).toBe('not_permitted');
    house.given('adam', { type: 'revoke', interactionId: 'i1', reason: 'supervisor' });
    expect(house.interaction().state).toBe('Queued');
  });

  test('[P7] a colleague without it cannot be handed its work', () => {
    const house = givenIn(centreWhere(ALL_ALLOWED), ready('ana', 'tess'), submitted(), inHands('ana'));
    house.centre = centreWhere({ own: { allow: ['chat.handle'] } });
    expect(house.when('ana', { type: 'transfer', interactionId: 'i1', agentId: 'tess' })).toMatchObject({
      ok: false,
      refusal: { code: 'not_permitted', detail: { privilege: 'handle', mediaType: 'email' } },
    });
  });
});

test('[P9] finished from where it lies, only by who may see it', () => {
  const allow = ['handle', 'use-history', 'mark-done-from-history'];
  const house = givenIn(centreWhere({ own: { allow } }), submitted('i1', { queue: 'Tests' }));
  const complete = { type: 'complete', interactionId: 'i1' } as const;
  expect(answerOf(house.when('tess', complete))).toBe('not_permitted');
  house.centre = centreWhere({ own: { allow: [...allow, 'pull-from-queue'] } });
  expect(answerOf(house.when('tess', complete))).toBe('granted');
  expect(house.interaction()).toMatchObject({ state: 'Done' });
});

describe('what is written in a role', () => {
  const faults = (privileges: readonly string[], denied: readonly string[] = []) => {
    const roles = [...CONFIG.roles, { id: 'X', name: 'X', privileges, denied }];
    const parsed = ContactCentreConfig.safeParse({ ...CONFIG, roles });
    return parsed.success
      ? configurationFaults(parsed.data).map(({ message }) => message)
      : parsed.error.issues.map(({ message }) => message);
  };

  test.each([
    ['mark-dome', 'There is no privilege "mark-dome". Did you mean "mark-done"?'],
    ['email.declines', 'There is no privilege "email.declines". Did you mean "decline"?'],
    ['email.submit', '"submit" is not held for the medium "email". Write "submit".'],
    ['chat.reply', '"reply" is not held for the medium "chat". Write "email.reply".'],
    ['.decline', '"decline" is not held for a medium. Write "decline".'],
    ['emial.decline', 'role "X", "emial.decline": media type "emial" does not exist. Did you mean "email"?'],
  ])('[P6] %s is refused: %s', (name, message) => {
    expect(faults([name])).toEqual([message]);
    expect(faults([], [name])).toEqual([message]);
  });

  test('[P6] any text at all is read or refused in words', () => {
    for (const name of ['', '.', '..', 'a.b.c', '__proto__', 'constructor', '\u{1F600}', 'x'.repeat(400)]) {
      const read = readPrivilege(name);
      expect(read.ok ? '' : read.fault).toMatch(/[.?]$/);
    }
    expect(faults(['decline', 'workitems.decline', 'email.decline'])).toEqual([]);
  });

  test('[P2] a role of a group must exist', () => {
    const config = configWhere({});
    const agentGroups = config.agentGroups.map((group) => ({ ...group, roles: ['Agnt'] }));
    expect(() => contactCentre({ ...config, agentGroups })).toThrow('Did you mean "Agent"?');
  });
});
