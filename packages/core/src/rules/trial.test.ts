import { describe, expect, it } from 'vitest';
import { CONFIG } from '../testing/centre.ts';
import { STRUCTURE, sortInto } from '../testing/task-rules.ts';
import { cellFromText, cellText } from './table-csv.ts';
import type { TaskRule } from './task-rule.ts';
import { ExampleTask, tryRules } from './trial.ts';

const NOW = 1_800_000_000_000;
const named = (rule: Omit<TaskRule, 'name'>): TaskRule => ({ ...rule, name: rule.id });
const configured = (...rules: Omit<TaskRule, 'name'>[]) =>
  ({ ...CONFIG, ...STRUCTURE, taskRules: rules.map(named) }) as object as Parameters<typeof tryRules>[0];
const example = ExampleTask.parse({
  capturePoint: 'Web',
  mediaType: 'workitem',
  queue: 'Door',
  userData: { Kind: 'Noise', Size: 'big' },
});

describe('rules tried out on an example', () => {
  it('[T26] tell what each of them would do, and what becomes of it', () => {
    const trial = tryRules(
      configured(
        {
          id: 'other',
          phase: 'classification',
          when: [{ field: 'data', key: 'Kind', op: 'is', value: ['Light'] }],
          do: [{ action: 'setProcess', value: 'Noise' }],
        },
        sortInto('Repairs'),
        {
          id: 'rank',
          phase: 'prioritisation',
          for: { process: 'Repairs' },
          do: [{ action: 'setPriority', value: 7 }],
        },
        {
          id: 'elsewhere',
          phase: 'prioritisation',
          for: { process: 'Noise' },
          do: [{ action: 'setPriority', value: 9 }],
        },
      ),
      example,
      NOW,
    );
    expect(trial.rules.map(({ rule, outcome }) => [rule, outcome])).toEqual([
      ['other', 'passed'],
      ['sort into Repairs', 'did'],
      ['rank', 'did'],
    ]);
    expect(trial.rules[1]).toMatchObject({
      before: { process: undefined },
      after: { process: 'Repairs', department: 'City' },
    });
    expect(trial.passedOver).toEqual(['elsewhere']);
    expect(trial.outcome).toMatchObject({ kind: 'applied', result: { queue: 'Orders', priority: 7 } });
  });

  it('[T26] tell which one fails, and why', () => {
    const trial = tryRules(
      configured({
        id: 'sizes',
        phase: 'classification',
        when: [{ field: 'data', key: 'Size', op: 'from', value: 3 }],
        do: [{ action: 'setProcess', value: 'Noise' }],
      }),
      example,
      NOW,
    );
    expect(trial.rules).toMatchObject([
      { rule: 'sizes', outcome: 'failed', reason: expect.stringContaining('"big"') },
    ]);
    expect(trial.outcome).toMatchObject({ kind: 'failed', error: { rule: 'sizes' } });
  });
});

describe('[T30] rules that say when work is due in working time', () => {
  const day = [{ from: '09:00', to: '17:00' }];
  const calendars = [
    {
      ...{ id: 'City hall', name: 'City hall', timeZone: 'America/New_York', exceptions: [] },
      week: { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day },
    },
    { id: 'Ruin', name: 'Ruin', timeZone: 'UTC', week: {}, exceptions: [] },
  ];
  // A Friday, at four in the afternoon in New York; received the day before at noon.
  const now = Date.parse('2026-11-27T21:00:00Z');
  const receivedAt = Date.parse('2026-11-26T17:00:00Z');
  const tried = (...actions: NonNullable<TaskRule['do']>) =>
    tryRules(
      {
        ...configured(sortInto('Repairs'), { id: 'due', phase: 'prioritisation', do: actions } as TaskRule),
        calendars,
      },
      { ...example, receivedAt },
      now,
    );

  it.each([
    ['dueInWorking', '8h City hall', '2026-11-30T21:00:00Z'],
    ['dueAfterWorking', '8h City hall', '2026-11-27T17:00:00Z'],
    ['dueInWorking', '1d City hall', '2026-11-30T22:00:00Z'],
    ['dueAfterWorking', '1d City hall', '2026-11-27T22:00:00Z'],
    ['dueInWorking', '0h City hall', '2026-11-27T21:00:00Z'],
  ] as const)('%s %s', (action, value, dueAt) => {
    const trial = tried({ action, value });
    expect(trial.rules[1]?.after.dueAt).toBe(Date.parse(dueAt));
    expect(trial.outcome).toMatchObject({ kind: 'applied', result: { dueAt: Date.parse(dueAt) } });
  });

  it('fail where the calendar is never open again, and say so', () => {
    expect(tried({ action: 'dueInWorking', value: '8h Ruin' }).rules[1]).toMatchObject({
      outcome: 'failed',
      reason: 'the business calendar "Ruin" is not open for "8h Ruin" within 1,000 days',
    });
  });
});

it('[T27] what is typed into a cell reads back as it was typed, also where it makes no sense', () => {
  const is = { field: 'channel', op: 'is' } as const;
  expect(cellFromText(is, 'PHONE|E\\|MAIL')).toEqual(['PHONE', 'E|MAIL']);
  expect(cellText(is, ['PHONE', 'E|MAIL'])).toBe('PHONE|E\\|MAIL');
  expect(cellFromText({ action: 'setPriority' }, 'high')).toBe('high');
  expect(cellFromText({ action: 'setPriority' }, '12')).toBe(12);
  expect(cellFromText({ action: 'attach', key: 'a' }, "'5")).toBe('5');
  expect(cellText({ action: 'attach', key: 'a' }, '5')).toBe("'5");
  expect(cellFromText(is, '')).toBeNull();
});
