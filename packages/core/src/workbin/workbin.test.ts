import { describe, expect, test } from 'vitest';
import { ROUTER } from '../actor.ts';
import { isUnopened } from '../interaction/interaction.ts';
import { CENTRE, TRAYS } from '../testing/centre.ts';
import { given } from '../testing/house.ts';
import { placesOf } from '../testing/invariants.ts';
import { answerOf, happenedIn, inHands, inTray, ready, submitted } from '../testing/steps.ts';
import { sameWorkbin, type WorkbinRef, workbinKey } from './workbin.ts';

const i1 = { interactionId: 'i1' } as const;

describe('putting work aside', () => {
  test('[W1 R7 R8 R34 R52] from the desk into a tray: it is InWorkbin, the tray’s owner has it, its data is as it was', () => {
    const userData = { Subject: 'Storm damage', 'PegAG?: 2>1': 1, RRequestedSkills: null };
    const house = given(ready('ana'), submitted('i1', { userData }), inHands('ana'));
    const decision = house.when('ana', { type: 'placeInWorkbin', ...i1, workbin: TRAYS.team });
    expect(happenedIn(decision)).toEqual(['PlacedInWorkbin']);
    expect(house.interaction()).toMatchObject({ state: 'InWorkbin', workbin: TRAYS.team, userData });
    expect(house.interaction().handler).toBeUndefined();
    expect(placesOf(house.interaction())).toEqual(['team.shared@AgentGroup:Claims']);
  });

  test('[W2 R34] asked again for what is so already, the answer is yes and nothing changes', () => {
    const house = given(ready('ana'), submitted(), inTray(TRAYS.team));
    const { version } = house.interaction();
    expect(happenedIn(house.when('ana', { type: 'placeInWorkbin', ...i1, workbin: TRAYS.team }))).toEqual([]);
    expect(house.interaction().version).toBe(version);
    expect(answerOf(house.when('cem', { type: 'placeInWorkbin', ...i1, workbin: TRAYS.team }))).toBe(
      'workbin_not_yours',
    );
  });

  test('[W3] work in a tray weighs on nobody: there is room for more at once', () => {
    const house = given(ready('ana'), submitted('i1', { mediaType: 'chat' }), inHands('ana'));
    expect(house.session('ana').load).toEqual({ chat: 1 });
    house.given('ana', { type: 'placeInWorkbin', ...i1, workbin: TRAYS.team });
    expect(house.session('ana').load).toEqual({ chat: 0 });
    submitted('i2', { mediaType: 'chat' })(house);
    expect(answerOf(house.when(ROUTER, { type: 'invite', interactionId: 'i2', agentId: 'ana' }))).toBe(
      'granted',
    );
  });

  test.each(['email', 'chat', 'facebook', 'twitter', 'workitem'])(
    '[W1 R3] work of every medium can be put aside and taken up again: %s',
    (mediaType) => {
      const house = given(ready('ana'), submitted('i1', { mediaType }), inTray(TRAYS.team));
      expect(answerOf(house.when('ana', { type: 'pull', ...i1 }))).toBe('granted');
    },
  );

  test.each([
    ['workbin_unknown', { type: 'no such type', owner: { kind: 'Agent', id: 'ana' } }],
    ['workbin_unknown', { type: 'team.shared', owner: { kind: 'Agent', id: 'ana' } }],
    ['workbin_unknown', { type: 'team.shared', owner: { kind: 'AgentGroup', id: 'Nobody' } }],
    ['workbin_not_yours', TRAYS.ben],
    ['workbin_not_yours', TRAYS.sales],
    ['workbin_not_yours', TRAYS.desk3],
  ] as const)('[W4] %s: %j', (code, workbin) => {
    const house = given(ready('ana'), submitted(), inHands('ana'));
    expect(answerOf(house.when('ana', { type: 'placeInWorkbin', ...i1, workbin }))).toBe(code);
  });

  test('[W5] a tray takes only the media it is made for', () => {
    const house = given(ready('ana'), submitted('i1', { mediaType: 'chat' }), inHands('ana'));
    expect(answerOf(house.when('ana', { type: 'placeInWorkbin', ...i1, workbin: TRAYS.ana }))).toBe(
      'media_not_accepted',
    );
  });

  test('[W6] a full tray takes nothing more, and takes again once something is out', () => {
    const house = given(
      ready('ana', 'ben'),
      submitted('i2'),
      inTray(TRAYS.urgent, 'ana', 'i2'),
      submitted(),
      inHands('ben'),
    );
    expect(answerOf(house.when('ben', { type: 'placeInWorkbin', ...i1, workbin: TRAYS.urgent }))).toBe(
      'workbin_full',
    );
    house.given('ana', { type: 'pull', interactionId: 'i2' });
    expect(answerOf(house.when('ben', { type: 'placeInWorkbin', ...i1, workbin: TRAYS.urgent }))).toBe(
      'granted',
    );
  });

  test('[W7] the agent is remembered as the contact’s last one only if asked, and if the contact is known', () => {
    const place = { type: 'placeInWorkbin', ...i1, workbin: TRAYS.team } as const;
    const known = () => given(ready('ana'), submitted('i1', { contactId: 'c1' }), inHands('ana'));
    const house = known();
    expect(house.when('ana', { ...place, saveLastAgent: true })).toMatchObject({
      lastAgent: { contactId: 'c1', mediaType: 'email', agentId: 'ana', at: house.now },
    });
    expect(known().when('ana', place)).not.toHaveProperty('lastAgent');
    const unknown = given(ready('ana'), submitted(), inHands('ana'));
    expect(unknown.when('ana', { ...place, saveLastAgent: true })).not.toHaveProperty('lastAgent');
  });

  test('[Q12] [R39] the contact’s next work of the medium comes in with the agent who was noted, another medium’s does not', () => {
    const house = given(ready('ana'), submitted('i1', { contactId: 'c1' }), inHands('ana'));
    house.given('ana', { type: 'placeInWorkbin', ...i1, workbin: TRAYS.team, saveLastAgent: true });
    const next = (interactionId: string, more: { contactId?: string; mediaType?: string }) => {
      submitted(interactionId, more)(house);
      return house.interaction(interactionId).preferredAgent;
    };
    expect(next('i2', { contactId: 'c1' })).toBe('ana');
    expect(next('i3', { contactId: 'c2' })).toBeUndefined();
    expect(next('i4', {})).toBeUndefined();
    expect(next('i5', { contactId: 'c1', mediaType: 'workitem' })).toBeUndefined();
  });
});

describe('taking work out', () => {
  test('[W8 R5 R117 R119 R126] by its id, wherever it lies: it is Processing, in the hands of whoever pulled, and out of the tray', () => {
    const house = given(
      ready('ana', 'ben'),
      ...['i1', 'i2', 'i3'].flatMap((id) => [submitted(id), inTray(TRAYS.team, 'ana', id)]),
    );
    const decision = house.when('ben', { type: 'pull', interactionId: 'i2' });
    expect(decision).toMatchObject({
      topics: expect.arrayContaining(['workbin:team.shared@AgentGroup:Claims']),
    });
    expect(house.interaction('i2')).toMatchObject({
      state: 'Processing',
      handler: 'ben',
      assignedTo: 'ben',
      assignedAt: house.now,
      pulledFrom: TRAYS.team,
    });
    expect(house.interaction('i2').workbin).toBeUndefined();
    expect(house.resting(TRAYS.team)).toBe(2);
  });

  test('[W9] of many who pull, one wins and the others hear who and when', () => {
    const house = given(ready('ana', 'ben', 'gus'), submitted(), inTray(TRAYS.team));
    expect(answerOf(house.when('ben', { type: 'pull', ...i1 }))).toBe('granted');
    for (const late of ['ana', 'gus'])
      expect(house.when(late, { type: 'pull', ...i1 })).toMatchObject({
        refusal: { code: 'taken', detail: { holder: 'ben', since: house.now } },
      });
  });

  test('[W8] only by somebody who is logged on', () => {
    const house = given(ready('ana'), submitted(), inTray(TRAYS.team));
    expect(answerOf(house.when('ben', { type: 'pull', ...i1 }))).toBe('no_session');
  });

  test('[W10] whoever takes work up themselves may have more in hand than their capacity', () => {
    const house = given(
      ready('ana'),
      ...['i1', 'i2', 'i3'].flatMap((id) => [submitted(id), inTray(TRAYS.team, 'ana', id)]),
    );
    for (const interactionId of ['i1', 'i2', 'i3']) house.given('ana', { type: 'pull', interactionId });
    expect(house.session('ana').load).toEqual({ email: 3 });
    submitted('i4')(house);
    expect(answerOf(house.when(ROUTER, { type: 'invite', interactionId: 'i4', agentId: 'ana' }))).toBe(
      'capacity_full',
    );
  });

  test('[Q2 R5] out of a queue only with the privilege to choose, and only where one serves', () => {
    const house = given(ready('ana', 'ben'), submitted(), submitted('i2', { queue: 'Orders' }));
    expect(answerOf(house.when('ana', { type: 'pull', ...i1 }))).toBe('not_permitted');
    expect(answerOf(house.when('ben', { type: 'pull', interactionId: 'i2' }))).toBe('not_permitted');
    expect(answerOf(house.when('ben', { type: 'pull', ...i1 }))).toBe('granted');
  });
});

describe('moving', () => {
  test.each([
    ['Agent', TRAYS.ben],
    ['AgentGroup', TRAYS.team],
    ['Place', TRAYS.desk1],
    ['PlaceGroup', TRAYS.east],
  ] as const)('[W11 R6] a lead gives waiting work to an owner of kind %s', (kind, workbin) => {
    const house = given(submitted(), (h) => h.given('lena', { type: 'moveToWorkbin', ...i1, workbin }));
    expect(house.interaction()).toMatchObject({ state: 'InWorkbin', workbin: { owner: { kind } } });
  });

  test('[W11] from tray to tray, both within reach', () => {
    const house = given(ready('ana'), submitted(), inTray(TRAYS.team));
    expect(answerOf(house.when('ana', { type: 'moveToWorkbin', ...i1, workbin: TRAYS.sales }))).toBe(
      'workbin_not_yours',
    );
    expect(answerOf(house.when('cem', { type: 'moveToWorkbin', ...i1, workbin: TRAYS.sales }))).toBe(
      'workbin_not_yours',
    );
    expect(answerOf(house.when('ana', { type: 'moveToWorkbin', ...i1, workbin: TRAYS.ana }))).toBe('granted');
  });

  test('[Q3] moved to the queue where it waits already, it keeps its turn', () => {
    const house = given(submitted());
    const { placedAt } = house.interaction();
    expect(happenedIn(house.pass(1000).when('lena', { type: 'moveToQueue', ...i1, queue: 'Inbox' }))).toEqual(
      [],
    );
    expect(house.interaction().placedAt).toBe(placedAt);
  });
});

describe('[W14] what is unopened in a tray', () => {
  const look = { type: 'setInFocus', ...i1 } as const;
  const given14 = () =>
    given(ready('ana', 'ben'), submitted(), (h) =>
      h.given('lena', { type: 'moveToWorkbin', ...i1, workbin: TRAYS.team }),
    );

  test('is what none of those who share it has opened since it came there', () => {
    const house = given14();
    expect(isUnopened(house.interaction())).toBe(true);
    expect(answerOf(house.when('lena', look))).toBe('workbin_not_yours');
    const opened = house.when('ana', look);
    expect(happenedIn(opened)).toEqual(['OpenedInWorkbin']);
    expect(opened).toMatchObject({ tallies: [{ kind: 'unopened', workbin: TRAYS.team, by: -1 }] });
    expect(house.interaction()).toMatchObject({ openedBy: 'ana', workbin: TRAYS.team });
    expect(answerOf(house.when('ben', look))).toBe('wrong_state');
  });

  test('is counted again when it is moved, and no more when it leaves', () => {
    const house = given14();
    house.given('ana', look);
    const moved = house.when('lena', { type: 'moveToWorkbin', ...i1, workbin: TRAYS.east });
    expect(moved).toMatchObject({
      tallies: expect.arrayContaining([{ kind: 'unopened', workbin: TRAYS.east, by: 1 }]),
    });
    const pulled = house.when('ana', { type: 'pull', ...i1 });
    expect(house.interaction().openedBy).toBeUndefined();
    expect(pulled).toMatchObject({
      tallies: expect.arrayContaining([{ kind: 'unopened', workbin: TRAYS.east, by: -1 }]),
    });
  });

  test('is not what somebody has put into their own, nor what sleeps; what is shared or wakes is', () => {
    const shared = given(ready('ana'), submitted(), inTray(TRAYS.team));
    expect(isUnopened(shared.interaction())).toBe(true);
    const house = given(ready('ana'), submitted(), inTray(TRAYS.ana));
    expect(house.interaction().openedBy).toBe('ana');
    const wakeAt = house.now + 60_000;
    house.given('ana', { type: 'snooze', ...i1, wakeAt });
    expect(isUnopened(house.interaction())).toBe(false);
    house.given('ana', { type: 'wake', ...i1 });
    expect(isUnopened(house.interaction())).toBe(true);
  });
});

test('[W12] one key never stands for two trays of configured types', () => {
  const refs: WorkbinRef[] = [...CENTRE.workbinTypes.values()].flatMap((type) =>
    ['ana', 'x@Agent:y', 'Agent:ana', '@'].map((id) => ({
      type: type.id,
      owner: { kind: type.ownerKind, id },
    })),
  );
  expect(new Set(refs.map(workbinKey)).size).toBe(refs.length);
  const odd: WorkbinRef = { type: 'a@Agent:b', owner: { kind: 'Agent', id: 'c' } };
  expect(sameWorkbin(odd, { type: 'a', owner: { kind: 'Agent', id: 'b@Agent:c' } })).toBe(false);
});
