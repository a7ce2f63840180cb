import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Interaction } from '../interaction/interaction.ts';
import { given } from '../testing/house.ts';
import { inHands, ready, submitted } from '../testing/steps.ts';
import { aHouse, sensible } from '../testing/walk.ts';
import { operationsOffered } from './offered.ts';
import { isSelected, Operation, OperationRequest, type Selection } from './operation.ts';
import { undoOf } from './undo.ts';

const i1 = { interactionId: 'i1' } as const;
const OPERATIONS = [
  'hold',
  'resume',
  'cancel',
  'restart',
  'applyRules',
  'updateProperties',
  'moveToQueue',
  'moveToWorkbin',
  'invite',
  'complete',
  'updateUserData',
] as const;

/** Where it is and what can be seen of it, but for the turn in a queue and the traces that a life leaves. */
const placeOf = ({ state, queue, workbin, handler, priority, dueAt, contactId, userData }: Interaction) => ({
  state,
  // In a tray it only tells which queue the work came from last.
  queue: workbin === undefined ? queue : undefined,
  workbin,
  handler,
  priority,
  dueAt,
  contactId,
  userData,
});

test('[T18] after an operation and its way back the work is where it was, and as it was', () => {
  const shown = new Set<string>();
  fc.assert(
    fc.property(aHouse(), fc.nat(999), fc.constantFrom(...OPERATIONS), (house, n, type) => {
      for (const { id } of [...house.interactions.values()]) {
        const before = house.interaction(id);
        const command = sensible(type, id, n, house);
        const decision = house.when('adam', command);
        if (!decision.ok || before.task !== undefined) continue;
        const undo = undoOf(before, command, house.interaction(id));
        if (undo === undefined) continue;
        const back = house.when('adam', undo.command, { expectVersion: undo.version });
        expect(back, `${type} while ${before.state}`).toMatchObject({ ok: true });
        expect(placeOf(house.interaction(id)), `${type} while ${before.state}`).toEqual(placeOf(before));
        shown.add(`${before.state} ${type}`);
      }
    }),
    { numRuns: 400 },
  );
  for (const one of [
    'Queued hold',
    'InWorkbin hold',
    'Held resume',
    'Queued cancel',
    'Queued updateProperties',
    'Queued moveToQueue',
    'Queued moveToWorkbin',
    'InWorkbin moveToWorkbin',
    'Queued complete',
    'Queued updateUserData',
  ])
    expect([...shown]).toContain(one);
});

test('[T18] where something is lost there is no way back', () => {
  const house = given(ready('ana'), submitted(), inHands('ana'));
  const before = house.interaction();
  house.given('lena', { type: 'cancel', ...i1 });
  expect(undoOf(before, { type: 'cancel', ...i1 }, house.interaction())).toBeUndefined();
  const asleep = given(submitted()).given('lena', { type: 'snooze', ...i1, wakeAt: 1_900_000_000_000 });
  const was = asleep.interaction();
  asleep.given('lena', { type: 'hold', ...i1 });
  expect(undoOf(was, { type: 'hold', ...i1 }, asleep.interaction())).toBeUndefined();
});

function selected(selection: object): Selection {
  const { select } = OperationRequest.parse({
    operation: { type: 'hold' },
    select: { queue: 'Inbox', ...selection },
  });
  if (select === undefined) throw new Error('A selection was parsed away.');
  return select;
}

describe('[T16] what a request may ask', () => {
  const item = { id: 'i1' };
  test.each([
    ['nothing to do it to', { operation: { type: 'hold' } }],
    [
      'two ways of saying to what',
      { operation: { type: 'hold' }, items: [item], select: { queue: 'Inbox' } },
    ],
    ['no id', { operation: { type: 'hold' }, items: [{}] }],
    ['two ids', { operation: { type: 'hold' }, items: [{ id: 'i1', externalId: 'e1' }] }],
    ['what is done by agents', { operation: { type: 'accept' }, items: [item] }],
    [
      'more than is done at a time',
      { operation: { type: 'hold' }, items: Array.from({ length: 201 }, () => item) },
    ],
    [
      'a status that does not exist',
      { operation: { type: 'hold' }, select: { queue: 'Inbox', status: ['lost'] } },
    ],
  ])('refused: %s', (_, request) => {
    expect(OperationRequest.safeParse(request).success).toBe(false);
  });

  test('each operation without its target', () => {
    for (const type of ['hold', 'resume', 'cancel', 'restart', 'applyRules', 'updateProperties', 'complete'])
      expect(Operation.safeParse({ type }).success).toBe(true);
  });

  test('a selection by status, medium, department, process, priority and due time', () => {
    const house = given(submitted('i1', { priority: 5, dueAt: 1_800_000_100_000 }));
    const fits = (selection: object) => isSelected(house.interaction(), selected(selection));
    expect(
      [{}, { status: ['queued'] }, { mediaType: ['email'] }, { priorityFrom: 5, priorityTo: 5 }].map(fits),
    ).toEqual([true, true, true, true]);
    expect(
      [
        { status: ['held'] },
        { mediaType: ['chat'] },
        { priorityFrom: 6 },
        { priorityTo: 4 },
        { process: ['Repairs'] },
        { department: ['City'] },
      ].map(fits),
    ).toEqual([false, false, false, false, false, false]);
    expect([{ dueBefore: 1_800_000_100_001 }, { dueBefore: 1_800_000_100_000 }].map(fits)).toEqual([
      true,
      false,
    ]);
  });
});

test('[T16] a screen offers what the privileges of a person let be done', () => {
  const { centre } = given();
  const held = (who: string) => [...(centre.grants.get(who)?.privileges ?? [])];
  expect(operationsOffered(held('lena')).toSorted()).toEqual([...OPERATIONS, 'revoke'].toSorted());
  expect(operationsOffered(held('lena').filter((one) => one !== 'hold'))).not.toContain('hold');
  expect(operationsOffered(held('ana'))).toEqual([]);
});
