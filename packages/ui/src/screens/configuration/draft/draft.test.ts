import { type ContactCentreConfig, DEFAULT_SETTINGS } from '@intray/core';
import { expect, test } from 'vitest';
import { readDraft, standings, withEdits, withField } from './draft.ts';

const skill = { id: 'English', name: 'English' };
const base: ContactCentreConfig = {
  agents: [],
  places: [],
  placeGroups: [],
  agentGroups: [],
  mediaTypes: [],
  queues: [],
  workbinTypes: [],
  roles: [],
  dispositions: [],
  notReadyReasons: [],
  settings: DEFAULT_SETTINGS,
  skills: [skill],
};

test('[R90] a draft holds one edit for each object, and none that changes nothing', () => {
  const first = withEdits([], [{ kind: 'skills', put: { ...skill, name: 'E' } }], base);
  const second = withEdits(
    first,
    [
      { kind: 'skills', put: { ...skill, name: 'En' } },
      { kind: 'skills', put: { id: 'Loans', name: 'Loans' } },
      { kind: 'settings', put: { ...DEFAULT_SETTINGS, inviteSeconds: 45 } },
    ],
    base,
  );
  expect(second.map(({ kind }) => kind)).toEqual(['skills', 'skills', 'settings']);
  expect([...standings(second, 'skills', base)]).toEqual([
    ['English', 'changed'],
    ['Loans', 'added'],
  ]);
  const back = withEdits(
    second,
    [
      { kind: 'skills', put: skill },
      // Added in the draft and taken out again: it was never there.
      { kind: 'skills', remove: 'Loans' },
      { kind: 'settings', put: DEFAULT_SETTINGS },
    ],
    base,
  );
  expect(back).toEqual([]);
  expect([...standings([{ kind: 'skills', remove: 'English' }], 'skills', base)]).toEqual([
    ['English', 'removed'],
  ]);
});

test('a field is set in its place and left out', () => {
  expect(Object.keys(withField({ id: 'a', name: 'A', limit: 1 }, 'name', 'B'))).toEqual([
    'id',
    'name',
    'limit',
  ]);
  expect(withField({ id: 'a', limit: 1 }, 'limit', undefined)).toEqual({ id: 'a' });
});

test('only what is a draft is taken for one', () => {
  expect(readDraft('')).toBe(undefined);
  expect(readDraft('{"base":"x"}')).toBe(undefined);
  expect(readDraft('{"base":3,"edits":[]}')).toEqual({ base: 3, edits: [], note: '' });
});
