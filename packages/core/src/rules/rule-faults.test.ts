import { describe, expect, test } from 'vitest';
import { ContactCentreConfig } from '../config/objects.ts';
import { configurationFaults } from '../config/references.ts';
import { CONFIG } from '../testing/centre.ts';
import { STRUCTURE } from '../testing/task-rules.ts';
import { TaskRule } from './task-rule.ts';

describe('[T10] a rule that makes no sense is refused where it is written', () => {
  const rule = { id: 'r', name: 'R', phase: 'prioritisation' };
  const action = { action: 'setPriority', value: 1 };
  const column = { field: 'data', key: 'k', op: 'from' };
  test.each([
    ['a figure as text', { do: [{ action: 'setPriority', value: '1' }] }, 'do.0.value'],
    ['half a priority', { do: [{ action: 'setPriority', value: 1.5 }] }, 'do.0.value'],
    ['sorting in the wrong phase', { do: [{ action: 'setProcess', value: 'Noise' }] }, 'do.0.action'],
    ['an action that does not exist', { do: [{ action: 'setPriorty', value: 1 }] }, 'do.0.action'],
    ['a length of time without a unit', { do: [{ action: 'reprioritiseAfter', value: '10' }] }, 'do.0.value'],
    ['a length of time backwards', { do: [{ action: 'reprioritiseAfter', value: '-10m' }] }, 'do.0.value'],
    ['working time without a calendar', { do: [{ action: 'dueInWorking', value: '8h' }] }, 'do.0.value'],
    ['working weeks', { do: [{ action: 'dueInWorking', value: '1w Office' }] }, 'do.0.value'],
    ['attached data without a key', { do: [{ action: 'attach', value: 1 }] }, 'do.0.action'],
    [
      'a bound as text',
      { when: [{ field: 'priority', op: 'from', value: '1' }], do: [action] },
      'when.0.value',
    ],
    ['a bound of a text', { when: [{ field: 'channel', op: 'from', value: 1 }], do: [action] }, 'when.0'],
    [
      'one value that is no list',
      { when: [{ field: 'channel', op: 'is', value: 'PHONE' }], do: [action] },
      'when.0.value',
    ],
    ['data without a key', { when: [{ field: 'data', op: 'present', value: true }], do: [action] }, 'when.0'],
    ['nothing to do', {}, 'do'],
    [
      'two ways of saying it',
      { do: [action], table: { hit: 'first', when: [], do: [{ action: 'setPriority' }], rows: [] } },
      'do',
    ],
    ['for two things', { for: { process: 'Noise', department: 'City' }, do: [action] }, 'for'],
    [
      'a cell of the wrong type',
      {
        table: {
          hit: 'first',
          when: [column],
          do: [{ action: 'setPriority' }],
          rows: [
            { when: [1], do: [1] },
            { when: ['2'], do: [1] },
          ],
        },
      },
      'table.rows.1.when.0',
    ],
    [
      'a row that is too short',
      {
        table: {
          hit: 'first',
          when: [column],
          do: [{ action: 'setPriority' }],
          rows: [{ when: [], do: [1] }],
        },
      },
      'table.rows.0.when',
    ],
    ['a mistyped key', { do: [action], wen: [] }, ''],
  ])('%s', (_, more, path) => {
    const issues = TaskRule.safeParse({ ...rule, ...more }).error?.issues ?? [];
    expect(issues.map((issue) => issue.path.join('.'))).toContain(path);
  });

  test.each([
    [
      { taskRules: [{ ...rule, phase: 'classification', do: [{ action: 'setProcess', value: 'Noize' }] }] },
      'taskRules.0.do.0.value',
      'Did you mean "Noise"?',
    ],
    [
      { taskRules: [{ ...rule, for: { department: 'Town' }, do: [action] }] },
      'taskRules.0.for.department',
      'department "Town" does not exist',
    ],
    [
      { taskRules: [{ ...rule, when: [{ field: 'mediaType', op: 'is', value: ['emial'] }], do: [action] }] },
      'taskRules.0.when.0.value.0',
      'Did you mean "email"?',
    ],
    [
      {
        taskRules: [
          {
            ...rule,
            table: { hit: 'all', when: [], do: [{ action: 'setQueue' }], rows: [{ when: [], do: ['Dor'] }] },
          },
        ],
      },
      'taskRules.0.table.rows.0.do.0',
      'Did you mean "Door"?',
    ],
    [
      {
        calendars: [{ id: 'Front office', name: 'Office', timeZone: 'UTC', week: {}, exceptions: [] }],
        taskRules: [{ ...rule, do: [{ action: 'dueInWorking', value: '8h Front ofice' }] }],
      },
      'taskRules.0.do.0.value',
      'calendar "Front ofice" does not exist. Did you mean "Front office"?',
    ],
    [
      { processes: [{ id: 'P', name: 'P', department: 'Cty' }] },
      'processes.0.department',
      'Did you mean "City"?',
    ],
    [
      { capturePoints: [...STRUCTURE.capturePoints, { id: 'X', name: 'X', queues: ['Door'] }] },
      'capturePoints.2.queues.0',
      'comes in at "Web" already',
    ],
  ])('a name that points nowhere: %#', (objects, path, message) => {
    const config = ContactCentreConfig.parse({ ...CONFIG, ...STRUCTURE, ...objects });
    const fault = configurationFaults(config).find((one) => one.path.join('.') === path);
    expect(fault?.message).toContain(message);
  });
});
