import { expect, test } from 'vitest';
import { linesOfFields, shown } from './changes.ts';

test('[C6] a difference is told name by name and option by option', () => {
  const lines = linesOfFields([
    { field: 'members', before: ['ana', 'ben'], after: ['ben', 'cem'] },
    {
      field: 'options',
      before: { 'interaction-workspace': { a: '1', b: '2' } },
      after: { 'interaction-workspace': { a: '1', b: '3', c: '4' } },
    },
    { field: 'name', before: 'Ana', after: 'Anna' },
    { field: 'limit', after: 3 },
  ]);
  expect(lines).toEqual([
    { path: ['members'], kind: 'names', added: ['cem'], removed: ['ana'] },
    { path: ['options', 'interaction-workspace', 'b'], kind: 'value', before: '2', after: '3' },
    { path: ['options', 'interaction-workspace', 'c'], kind: 'value', after: '4' },
    { path: ['name'], kind: 'value', before: 'Ana', after: 'Anna' },
    { path: ['limit'], kind: 'value', after: 3 },
  ]);
});

test('[C6] another order of the same names is told as what it is', () => {
  expect(linesOfFields([{ field: 'columns', before: ['a', 'b'], after: ['b', 'a'] }])).toEqual([
    { path: ['columns'], kind: 'value', before: ['a', 'b'], after: ['b', 'a'] },
  ]);
  expect([shown('text'), shown(['a', 'b']), shown({ a: 1 }), shown(true)]).toEqual([
    'text',
    'a, b',
    '{"a":1}',
    'true',
  ]);
});
