import { expect, test } from 'vitest';
import { ContactCentreConfig } from '../config/objects.ts';
import { CONFIG } from '../testing/centre.ts';
import { STRUCTURE } from '../testing/task-rules.ts';
import { editOfTable, tableInConfiguration } from './tables-in-configuration.ts';

const table = {
  hit: 'first',
  when: [{ field: 'channel', op: 'is' }],
  do: [{ action: 'setPriority' }],
  rows: [{ when: [['PHONE']], do: [5] }],
};
const config = ContactCentreConfig.parse({
  ...CONFIG,
  ...STRUCTURE,
  taskRules: [{ id: 'by channel', name: 'By channel', phase: 'prioritisation', table }],
});

test('[T9] a table of the configuration goes out, and comes in again as an edit of its rule', () => {
  const out = tableInConfiguration(config, 'by channel');
  expect(out).toEqual({
    ok: true,
    value: { rule: 'by channel', hit: 'first', csv: 'when channel is,do setPriority\nPHONE,5\n' },
  });
  const edit = editOfTable(config, 'by channel', 'when channel is,do setPriority\nPHONE|FAX,6\n', undefined);
  expect(edit).toMatchObject({
    ok: true,
    edit: {
      kind: 'taskRules',
      put: {
        phase: 'prioritisation',
        table: { hit: 'first', rows: [{ when: [['PHONE', 'FAX']], do: [6] }] },
      },
    },
  });
});

test('[T9] refused with every row and column, or because there is no such table', () => {
  const wrong = editOfTable(config, 'by channel', 'when channel is,do setPriority\nPHONE,high\n,x\n', 'all');
  expect(wrong).toMatchObject({ ok: false, refusal: { code: 'configuration_invalid' } });
  expect(wrong.ok ? [] : wrong.refusal.detail.faults).toEqual([
    expect.stringContaining('row 2, column 2'),
    expect.stringContaining('row 3, column 2'),
  ]);
  expect(tableInConfiguration(config, 'by chanel')).toMatchObject({
    ok: false,
    refusal: { message: 'There is no decision table "by chanel". Did you mean "by channel"?' },
  });
});
