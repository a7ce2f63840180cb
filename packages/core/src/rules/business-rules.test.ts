import { describe, expect, test } from 'vitest';
import { came, givenRules, type Rule, sortInto } from '../testing/task-rules.ts';
import type { Json } from '../values.ts';

/** Adds a mark to the attached text `way`, by being one rule a letter. */
const mark = (id: string, more: Partial<Rule>, phase: Rule['phase'] = 'prioritisation'): Rule => ({
  id,
  phase,
  do: [
    { action: 'attach', key: id, value: true },
    { action: 'increasePriority', value: 1 },
  ],
  ...more,
});

const marksOf = (rules: readonly Rule[], fields: Parameters<typeof came>[0] = {}) =>
  Object.keys(givenRules(rules, came(fields)).interaction().userData);

test('[T5 R67] everything, then department, process and capture point, each as listed, whatever order they are in', () => {
  const rules = [
    mark('point', { for: { capturePoint: 'Web' } }),
    mark('process', { for: { process: 'Repairs' } }),
    mark('other process', { for: { process: 'Noise' } }),
    mark('department 1', { for: { department: 'City' } }),
    mark('all 1', {}),
    mark('department 2', { for: { department: 'City' } }),
    mark('all 2', {}),
    mark('off', { disabled: true }),
    mark('other point', { for: { capturePoint: 'Files' } }),
    sortInto('Repairs'),
  ];
  expect(marksOf(rules)).toEqual(['all 1', 'all 2', 'department 1', 'department 2', 'process', 'point']);
  const house = givenRules(rules, came());
  expect(house.events.at(-1)).toMatchObject({
    type: 'RulesApplied',
    data: {
      rules: ['sort into Repairs', 'all 1', 'all 2', 'department 1', 'department 2', 'process', 'point'],
    },
  });
});

test('[T5] a rule sees what the ones before have done: a department that one sets has its own rules applied at once', () => {
  const rules: Rule[] = [
    { id: 'd', phase: 'classification', do: [{ action: 'setDepartment', value: 'City' }] },
    {
      id: 'p',
      phase: 'classification',
      for: { department: 'City' },
      do: [{ action: 'setProcess', value: 'Noise' }],
    },
    mark(
      'seen',
      { for: { process: 'Noise' }, when: [{ field: 'department', op: 'is', value: ['City'] }] },
      'classification',
    ),
  ];
  expect(marksOf(rules)).toEqual(['seen']);
});

test('[T5] after a rule that is the last of its level, the next level goes on', () => {
  const rules = [
    sortInto('Noise'),
    mark('one', { last: true }),
    mark('two', {}),
    mark('level', { for: { process: 'Noise' } }),
  ];
  expect(marksOf(rules)).toEqual(['one', 'level']);
});

describe('[T6] a rule asks', () => {
  const HOUR = 3_600_000;
  const asked = (when: NonNullable<Rule['when']>, fields: Parameters<typeof came>[0] = {}) =>
    marksOf([sortInto('Noise'), mark('yes', { when })], fields).includes('yes');

  test.each([
    ['an attached text', { field: 'data', key: 'Type', op: 'is', value: ['A', 'B'] }, { Type: 'B' }, true],
    [
      'an attached number as it is written',
      { field: 'data', key: 'Type', op: 'is', value: ['5'] },
      { Type: 5 },
      true,
    ],
    [
      'an attached text that is another',
      { field: 'data', key: 'Type', op: 'is', value: ['A'] },
      { Type: 'a' },
      false,
    ],
    ['what is not attached', { field: 'data', key: 'Type', op: 'is', value: ['A'] }, {}, false],
    ['whether it is another', { field: 'data', key: 'Type', op: 'isNot', value: ['A'] }, {}, true],
    ['whether it is there', { field: 'data', key: 'Type', op: 'present', value: true }, { Type: '' }, true],
    [
      'whether it is not there',
      { field: 'data', key: 'Type', op: 'present', value: false },
      { Type: null },
      true,
    ],
    ['a key of every object', { field: 'data', key: 'constructor', op: 'present', value: true }, {}, false],
    ['a bound, which is included', { field: 'data', key: 'n', op: 'from', value: 3 }, { n: 3 }, true],
    [
      'an upper bound, which is included',
      { field: 'data', key: 'n', op: 'to', value: 3 },
      { n: '3.0' },
      true,
    ],
    ['a bound that is passed', { field: 'data', key: 'n', op: 'to', value: 3 }, { n: 3.01 }, false],
    [
      'the channel, by the key of the capture point',
      { field: 'channel', op: 'is', value: ['PHONE'] },
      { Channel: 'PHONE' },
      true,
    ],
    [
      'the customer segment',
      { field: 'customerSegment', op: 'is', value: ['Gold'] },
      { CustomerSegment: 'Gold' },
      true,
    ],
    ['the medium', { field: 'mediaType', op: 'is', value: ['email'] }, {}, true],
    ['the queue it came to', { field: 'queue', op: 'is', value: ['Door'] }, {}, true],
  ] as [string, NonNullable<Rule['when']>[number], Record<string, Json>, boolean][])(
    '%s',
    (_, condition, userData, answer) => {
      expect(asked([condition], { userData })).toBe(answer);
    },
  );

  test('for business value and priority, bounds included', () => {
    const value = (businessValue: number) =>
      asked(
        [
          { field: 'businessValue', op: 'from', value: 10 },
          { field: 'businessValue', op: 'to', value: 20 },
        ],
        { task: { businessValue } },
      );
    expect([9, 10, 20, 21].map(value)).toEqual([false, true, true, false]);
    expect(
      [4, 5].map((priority) => asked([{ field: 'priority', op: 'from', value: 5 }], { priority })),
    ).toEqual([false, true]);
  });

  test('for the time left and for its age, bounds not included', () => {
    const house = givenRules([]);
    const left = (minutes: number) =>
      asked([{ field: 'dueIn', op: 'from', value: '10m' }], { dueAt: house.now + minutes * 60_000 });
    expect([9, 10, 11].map(left)).toEqual([false, false, true]);
    expect(asked([{ field: 'dueIn', op: 'to', value: '10m' }])).toBe(false);
    expect(asked([{ field: 'dueIn', op: 'to', value: '0s' }], { dueAt: house.now - 1 })).toBe(true);
    const aged = (hours: number) =>
      asked([{ field: 'age', op: 'from', value: '2h' }], { receivedAt: house.now - hours * HOUR });
    expect([1, 2, 3].map(aged)).toEqual([false, false, true]);
  });
});

describe('[T7] a rule does', () => {
  const after = (
    phase: Rule['phase'],
    actions: NonNullable<Rule['do']>,
    fields: Parameters<typeof came>[0] = {},
  ) => {
    const house = givenRules(
      [sortInto('Noise'), { id: 'do', phase, do: actions }],
      came({ priority: 10, ...fields }),
    );
    return { ...house.interaction(), now: house.now };
  };

  test('priority and business value, up, down and to a figure, within bounds', () => {
    expect(after('prioritisation', [{ action: 'decreasePriority', value: 4 }]).priority).toBe(6);
    expect(after('classification', [{ action: 'setPriority', value: -3 }]).priority).toBe(-3);
    expect(after('prioritisation', [{ action: 'increasePriority', value: 1_000_000 }]).priority).toBe(
      1_000_000,
    );
    const value = after('prioritisation', [
      { action: 'increaseBusinessValue', value: 5 },
      { action: 'decreaseBusinessValue', value: 2 },
    ]);
    expect(value.task?.businessValue).toBe(3);
    expect(after('prioritisation', [{ action: 'setBusinessValue', value: 70 }]).task?.businessValue).toBe(70);
  });

  test('due, expiry and activation time, a queue and attached data with its type', () => {
    const receivedAt = 1_799_999_000_000;
    const due = after('classification', [{ action: 'dueAfter', value: '1h' }], { receivedAt });
    expect(due.dueAt).toBe(receivedAt + 3_600_000);
    expect(after('prioritisation', [{ action: 'dueIn', value: '-1m' }])).toMatchObject({
      dueAt: 1_799_999_940_000,
    });
    const from = (dates: Json) =>
      after('classification', [{ action: 'dueFrom', value: 'Due' }], { userData: { Due: dates } });
    expect(from('2027-01-15T10:00:00+02:00').dueAt).toBe(Date.UTC(2027, 0, 15, 8));
    expect([from(5).dueAt, from('7').dueAt, from('').dueAt, from(null).dueAt]).toEqual([
      5,
      7,
      undefined,
      undefined,
    ]);
    expect(from('tomorrow').task?.error?.reason).toContain('"tomorrow", where a moment was expected');
    const put = after('classification', [
      { action: 'activateAfter', value: '1h' },
      { action: 'expireAfter', value: '2h' },
    ]);
    expect(put).toMatchObject({
      state: 'Snoozed',
      wakeAt: put.now + 3_600_000,
      task: { expireAt: put.now + 7_200_000 },
    });
    expect(after('prioritisation', [{ action: 'setQueue', value: 'Inbox' }]).queue).toBe('Inbox');
    expect(after('classification', [{ action: 'attach', key: '__proto__', value: 5 }]).userData).toEqual(
      JSON.parse('{"__proto__":5}'),
    );
  });

  test('a department without its process: another department leaves the process behind', () => {
    const house = givenRules(
      [{ id: 'd', phase: 'classification', do: [{ action: 'setDepartment', value: 'Closed' }] }],
      came({ task: { process: 'Noise' } }),
    );
    expect(house.interaction().task?.error?.reason).toContain('no rule gave it a process');
  });
});

test('[T8] a table: the first row that fits, or every one; an empty cell asks or does nothing', () => {
  const table = (hit: 'first' | 'all'): Rule => ({
    id: 'table',
    phase: 'prioritisation',
    table: {
      hit,
      when: [
        { field: 'data', key: 'Type', op: 'is' },
        { field: 'data', key: 'n', op: 'from' },
      ],
      do: [{ action: 'increasePriority' }, { action: 'attach', key: 'row' }],
      rows: [
        { when: [['A'], 5], do: [1, 'one'] },
        { when: [['A', 'B'], null], do: [10, null] },
        { when: [null, null], do: [100, 'three'] },
      ],
    },
  });
  const outcome = (hit: 'first' | 'all', userData: Record<string, Json>) => {
    const { priority, userData: data } = givenRules(
      [sortInto('Noise'), table(hit)],
      came({ userData }),
    ).interaction();
    return [priority, data.row];
  };
  expect(outcome('first', { Type: 'A', n: 5 })).toEqual([1, 'one']);
  expect(outcome('first', { Type: 'B' })).toEqual([10, undefined]);
  expect(outcome('first', {})).toEqual([100, 'three']);
  expect(outcome('all', { Type: 'A', n: 9 })).toEqual([111, 'three']);
});
