import { expect, test } from 'vitest';
import { CONFIG } from '../testing/centre.ts';
import { type Edit, edited } from './versions.ts';

const ids = (edits: readonly Edit[]) =>
  (edited(CONFIG, edits).queues as readonly { id: string }[]).map(({ id }) => id);

test('[C6] edits put objects in the place of their former selves, else at the end, one after the other', () => {
  const put = (id: string): Edit => ({ kind: 'queues', put: { id, name: 'new' } });
  expect(ids([put('Orders')])).toEqual(['Inbox', 'Orders', 'Anything']);
  expect(ids([put('More'), { kind: 'queues', remove: 'Inbox' }])).toEqual(['Orders', 'Anything', 'More']);
  expect(ids([{ kind: 'queues', remove: 'Inbox' }, put('Inbox')])).toEqual(['Orders', 'Anything', 'Inbox']);
  expect(ids([put('More'), { kind: 'queues', remove: 'More' }])).toEqual(['Inbox', 'Orders', 'Anything']);
  const skills = edited(CONFIG, [{ kind: 'skills', put: { id: 'English', name: 'English' } }]).skills;
  expect(skills).toEqual([{ id: 'English', name: 'English' }]);
  expect(edited(CONFIG, [{ kind: 'options', put: {} }])).toEqual({ ...CONFIG, options: {} });
});

test('ten thousand edits take one look at each object', () => {
  const edits = Array.from(
    { length: 10_000 },
    (_, n): Edit => ({ kind: 'agents', put: { id: `agent${n}`, name: 'A', roles: [] } }),
  );
  expect(edited(CONFIG, edits).agents).toHaveLength(10_000 + CONFIG.agents.length);
});
