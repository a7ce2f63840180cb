import { expect, test } from 'vitest';
import { CONFIG } from '../testing/centre.ts';
import type { ContactCentreConfig } from './objects.ts';
import { takenOver } from './taking-over.ts';
import { type Edit, edited } from './versions.ts';

const ana = CONFIG.agents.find(({ id }) => id === 'ana') as ContactCentreConfig['agents'][number];
const theirs = (edits: readonly Edit[]) => edited(CONFIG, edits) as unknown as ContactCentreConfig;
const mine = () => 'mine' as const;

test('[C17] what only one of two changed is taken over as they left it', () => {
  const now = theirs([
    { kind: 'agents', put: { ...ana, name: 'Anna' } },
    { kind: 'queues', remove: 'Orders' },
  ]);
  const { edits, collisions } = takenOver(
    CONFIG,
    now,
    [
      { kind: 'agents', put: { ...ana, roles: ['Agent', 'Picker'] } },
      { kind: 'skills', put: { id: 'English', name: 'English' } },
      { kind: 'queues', remove: 'Orders' },
    ],
    mine,
  );
  expect(collisions).toEqual([]);
  expect(edits).toEqual([
    { kind: 'agents', put: { ...ana, name: 'Anna', roles: ['Agent', 'Picker'] } },
    { kind: 'skills', put: { id: 'English', name: 'English' } },
  ]);
});

test('[C17] where both changed the same field, it is said and somebody decides', () => {
  const now = theirs([{ kind: 'agents', put: { ...ana, name: 'Anna' } }]);
  const draft: Edit[] = [{ kind: 'agents', put: { ...ana, name: 'Anne', defaultPlace: 'desk 3' } }];
  const kept = takenOver(CONFIG, now, draft, mine);
  expect(kept.collisions).toEqual([
    { kind: 'agents', id: 'ana', path: ['name'], mine: 'Anne', theirs: 'Anna' },
  ]);
  expect(kept.edits).toEqual(draft);
  const given = takenOver(CONFIG, now, draft, () => 'theirs');
  expect(given.edits).toEqual([{ kind: 'agents', put: { ...ana, name: 'Anna', defaultPlace: 'desk 3' } }]);
});

test('[C17] removed by one and changed by the other is a collision as a whole', () => {
  const gone = theirs([{ kind: 'agents', remove: 'ana' }]);
  const draft: Edit[] = [{ kind: 'agents', put: { ...ana, name: 'Anne' } }];
  const { collisions } = takenOver(CONFIG, gone, draft, mine);
  expect(collisions).toEqual([{ kind: 'agents', id: 'ana', path: [], mine: { ...ana, name: 'Anne' } }]);
  expect(takenOver(CONFIG, gone, draft, () => 'theirs').edits).toEqual([]);
  const changed = theirs(draft);
  const removal: Edit[] = [{ kind: 'agents', remove: 'ana' }];
  expect(takenOver(CONFIG, changed, removal, mine)).toMatchObject({
    edits: removal,
    collisions: [{ path: [], theirs: { name: 'Anne' } }],
  });
});

test('[C17] options of different names do not get in each other’s way', () => {
  const section = (options: Record<string, string>) => ({
    application: { 'interaction-workspace': options },
  });
  const now = theirs([{ kind: 'options', put: section({ 'email.auto-answer': 'true' }) }]);
  const draft: Edit[] = [{ kind: 'options', put: section({ 'chat.auto-answer': 'true' }) }];
  expect(takenOver(CONFIG, now, draft, mine)).toEqual({
    collisions: [],
    edits: [{ kind: 'options', put: section({ 'email.auto-answer': 'true', 'chat.auto-answer': 'true' }) }],
  });
});
