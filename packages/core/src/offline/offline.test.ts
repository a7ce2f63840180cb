import { describe, expect, test } from 'vitest';
import { catalogueFor } from '../access/catalogue.ts';
import { workbinsOf } from '../access/reach.ts';
import { user } from '../actor.ts';
import { deskFacts } from '../config/news.ts';
import { viewOf } from '../interaction/view.ts';
import { TRAYS } from '../testing/centre.ts';
import { given, type House } from '../testing/house.ts';
import { inHands, inTray, ready, submitted } from '../testing/steps.ts';
import { afterEdits, allowedOffline, decideOffline, type OfflineDesk } from './decide.ts';
import { EMPTY_QUEUE, OFFLINE_COMMANDS, type OfflineCommand, OfflineQueue, type QueuedEdit } from './edit.ts';
import { localCentre } from './local-centre.ts';
import { mergeEdit } from './merge.ts';
import { addEdit, finishEdit, nextEdit, settle } from './queue.ts';

const i1 = { interactionId: 'i1' } as const;

/** What the desk of somebody knows after asking the server for everything. */
function deskOf(who: string, house: House): OfflineDesk {
  const facts = deskFacts(who, house.centre);
  if (facts === undefined) throw new Error(`${who} is no agent of this contact centre.`);
  const me = { ...facts, session: house.session(who), work: [], cursor: '', now: house.now };
  const trays = workbinsOf(who, house.session(who), house.centre);
  const workbins = trays.map((workbin) => ({
    workbin,
    name: workbin.type,
    mine: true,
    count: 0,
    unopened: 0,
  }));
  return { me, centre: localCentre({ me, catalogue: catalogueFor(user(who), house.centre), workbins }) };
}

const seenBy = (who: string, house: House) => viewOf(house.standing(who, house.interaction()));

function edited(house: House, command: OfflineCommand, who = 'ana'): QueuedEdit {
  const decision = decideOffline(deskOf(who, house), seenBy(who, house), {
    commandId: 'c1',
    command,
    now: house.now,
  });
  if (!decision.ok) throw new Error(decision.refusal.message);
  return decision.edit;
}

const working = () =>
  given(ready('ana'), submitted('i1', { userData: { colour: 'red', size: 1 } }), inHands('ana'));

describe('deciding without the server', () => {
  test('[L1] what can wait is decided; what is somebody else’s turn too is not done offline', () => {
    const house = working();
    const [desk, view] = [deskOf('ana', house), seenBy('ana', house)];
    for (const command of [
      { type: 'transfer', ...i1, agentId: 'ben' },
      { type: 'pull', ...i1 },
      { type: 'setReady', agentId: 'ana' },
    ] as const)
      expect(decideOffline(desk, view, { commandId: 'c', command, now: house.now }).ok).toBe(false);
    expect(allowedOffline(view).allowed.toSorted()).toEqual([...OFFLINE_COMMANDS].sort());
  });

  test('[L2] the desk says what the server says: yes, or no with the same reason', () => {
    const wishes: readonly OfflineCommand[] = [
      { type: 'addNote', ...i1, text: 'called' },
      { type: 'updateUserData', ...i1, userData: { colour: 'blue' } },
      { type: 'deleteUserData', ...i1, keys: ['size'] },
      { type: 'placeInWorkbin', ...i1, workbin: TRAYS.team },
      { type: 'placeInWorkbin', ...i1, workbin: TRAYS.desk1 },
      { type: 'placeInWorkbin', ...i1, workbin: TRAYS.east },
      { type: 'placeInWorkbin', ...i1, workbin: TRAYS.sales },
      { type: 'placeInWorkbin', ...i1, workbin: TRAYS.desk3 },
      { type: 'snooze', ...i1, wakeAt: 1_900_000_000_000 },
      { type: 'snooze', ...i1, wakeAt: 1 },
      { type: 'complete', ...i1, disposition: 'solved' },
      { type: 'complete', ...i1, disposition: 'unheard of' },
    ];
    for (const command of wishes)
      for (const house of [working(), given(ready('ana'), submitted(), inTray(TRAYS.team))]) {
        const decision = decideOffline(deskOf('ana', house), seenBy('ana', house), {
          commandId: 'c',
          command,
          now: house.now,
        });
        const wanted = house.would('ana', command);
        expect(decision.ok, `${command.type} in ${house.interaction().state}: ${wanted}`).toBe(
          wanted === 'granted' && seenBy('ana', house).allowed.includes(command.type),
        );
      }
  });

  test('[L2] what was not listed as possible when the server was last asked is refused', () => {
    const house = working();
    const view = { ...seenBy('ana', house), allowed: ['addNote'] as const };
    const command = { type: 'complete', ...i1 } as const;
    expect(
      decideOffline(deskOf('ana', house), view, { commandId: 'c', command, now: house.now }),
    ).toMatchObject({
      refusal: { code: 'not_permitted' },
    });
  });

  test('[L3] what waits is shown as if it were done, one edit on top of the other', () => {
    const house = working();
    const [desk, view] = [deskOf('ana', house), seenBy('ana', house)];
    const first = edited(house, { type: 'updateUserData', ...i1, userData: { colour: 'blue' } });
    const second = edited(house, { type: 'placeInWorkbin', ...i1, workbin: TRAYS.team });
    const { view: shown, events } = afterEdits(desk, view, [first, second]);
    expect(events.map(({ type }) => type)).toEqual(['UserDataUpdated', 'PlacedInWorkbin']);
    expect(shown.interaction).toMatchObject({
      state: 'InWorkbin',
      workbin: TRAYS.team,
      userData: { colour: 'blue', size: 1 },
    });
  });
});

describe('merging on return', () => {
  test('[L4] [L5] key by key: one is written, one is so already, one is a conflict with both sides kept', () => {
    const house = working();
    const edit = edited(house, {
      type: 'updateUserData',
      ...i1,
      userData: { colour: 'blue', size: 2, town: 'Bonn' },
    });
    house.given('lena', { type: 'updateUserData', ...i1, userData: { colour: 'green', size: 2 } });
    const { send, conflict } = mergeEdit(edit, seenBy('ana', house), 'ana');
    expect(send).toEqual({
      command: { type: 'updateUserData', ...i1, userData: { town: 'Bonn' } },
      expectVersion: house.interaction().version,
    });
    expect(conflict).toMatchObject({
      reason: 'data',
      keys: ['colour'],
      theirs: { userData: { colour: 'green' } },
      command: { userData: { colour: 'blue' } },
    });
  });

  test('[L5] a key called like a part of every object is a key like any other', () => {
    const house = working();
    const userData = JSON.parse('{"__proto__": "mine", "constructor": 1}');
    const edit = edited(house, { type: 'attachUserData', ...i1, userData });
    const { send, conflict } = mergeEdit(edit, seenBy('ana', house), 'ana');
    expect(conflict).toBeUndefined();
    expect(JSON.stringify(send?.command)).toContain('"__proto__":"mine"');
  });

  test('[L6] taken off the desk by time into a tray of their own, it goes on; taken by a colleague, it is a conflict', () => {
    const house = working();
    const edit = edited(house, { type: 'placeInWorkbin', ...i1, workbin: TRAYS.team });
    house.given('ana', { type: 'placeInWorkbin', ...i1, workbin: TRAYS.anasWork });
    expect(mergeEdit(edit, seenBy('ana', house), 'ana').send?.command).toEqual({
      type: 'moveToWorkbin',
      ...i1,
      workbin: TRAYS.team,
    });
    house.given('ana', { type: 'moveToWorkbin', ...i1, workbin: TRAYS.team });
    expect(mergeEdit(edit, seenBy('ana', house), 'ana')).toEqual({});
    ready('ben')(house);
    house.given('ben', { type: 'pull', ...i1 });
    expect(mergeEdit(edit, seenBy('ana', house), 'ana').conflict).toMatchObject({ reason: 'moved' });
    expect(mergeEdit(edit, undefined, 'ana').conflict).toMatchObject({ reason: 'gone' });
  });

  test('[L7] a note is sent whatever happened', () => {
    const house = working();
    const edit = edited(house, { type: 'addNote', ...i1, text: 'called back' });
    house.given('lena', { type: 'addNote', ...i1, text: 'hurry' });
    expect(mergeEdit(edit, seenBy('ana', house), 'ana').send?.command).toEqual(edit.command);
  });

  test('[L8] [L9] what is behind a conflict waits; settled as mine it is based on what was shown and goes first', () => {
    const house = working();
    const first = edited(house, { type: 'updateUserData', ...i1, userData: { colour: 'blue' } });
    const second = { ...edited(house, { type: 'addNote', ...i1, text: 'painted' }), commandId: 'c2' };
    house.given('lena', { type: 'updateUserData', ...i1, userData: { colour: 'green' } });
    const { conflict } = mergeEdit(first, seenBy('ana', house), 'ana');
    const queue = finishEdit(addEdit(addEdit(EMPTY_QUEUE, first), second), 'c1', conflict);
    expect(nextEdit(queue)).toBeUndefined();

    const theirs = settle(queue, 'c1', 'theirs', 'c3');
    expect(nextEdit(theirs)?.commandId).toBe('c2');
    const mine = settle(queue, 'c1', 'mine', 'c3');
    const again = nextEdit(mine);
    expect(again).toMatchObject({ commandId: 'c3', base: { userData: { colour: 'green' } } });
    if (again === undefined) return;
    expect(mergeEdit(again, seenBy('ana', house), 'ana').send?.command).toEqual(first.command);
    house.given('lena', { type: 'updateUserData', ...i1, userData: { colour: 'grey' } });
    expect(mergeEdit(again, seenBy('ana', house), 'ana').conflict).toMatchObject({ keys: ['colour'] });
  });

  test('[L10] what is kept on disk comes back as it was, and nothing else is taken for it', () => {
    const house = working();
    const edit = edited(house, { type: 'complete', ...i1 });
    const queue = addEdit(EMPTY_QUEUE, edit);
    expect(OfflineQueue.parse(JSON.parse(JSON.stringify(queue)))).toEqual(queue);
    const foreign = { ...edit, command: { type: 'pull', interactionId: 'i1' } };
    expect(OfflineQueue.safeParse({ edits: [foreign], conflicts: [] }).success).toBe(false);
  });
});
