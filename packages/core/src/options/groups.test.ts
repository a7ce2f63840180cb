import { expect, test } from 'vitest';
import { GENERAL_GROUP, optionGroups, WORKITEM_GROUP } from './groups.ts';
import { readName } from './reading.ts';
import { OPTIONS } from './registry.ts';

const MEDIA = ['email', 'chat', 'workitem', 'claim'];
const groups = optionGroups(MEDIA);
const namesIn = (id: string) =>
  groups
    .find((group) => group.id === id)
    ?.subjects.flatMap(({ options }) => options.map(({ name }) => name)) ?? [];

test('[R99] the options for work items stand in one group, for every kind of work item', () => {
  expect(groups.map(({ id }) => id)).toEqual([WORKITEM_GROUP, 'email', 'chat', GENERAL_GROUP]);
  const ofWorkitems = namesIn(WORKITEM_GROUP);
  expect(ofWorkitems).toEqual(
    expect.arrayContaining([
      'openmedia.workitem-channels',
      'workitem.auto-answer',
      'claim.auto-answer',
      'login.claim.is-auto-ready',
      'workbin.workitem.in-progress',
      'workbin.claim.draft.displayed-columns',
    ]),
  );
  expect(ofWorkitems.filter((name) => name.includes('email') || name.includes('chat'))).toEqual([]);
  expect(namesIn('email')).toContain('workbin.email.review');
  expect(namesIn(GENERAL_GROUP)).toContain('interaction.disposition.is-mandatory');
});

test('[R98] every option is in one group and one subject, under a name that is read back', () => {
  const all = groups.flatMap(({ subjects }) => subjects.flatMap(({ options }) => options));
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  for (const { name, option } of all)
    expect(readName(name), name).toMatchObject({ ok: true, value: { option } });
  const shown = new Set(all.map(({ option }) => option.pattern));
  // A nickname of one's own has no name until somebody gives it one.
  expect(OPTIONS.map(({ pattern }) => pattern).filter((pattern) => !shown.has(pattern))).toEqual([
    'workbin.<media-type>.<nickname>',
  ]);
});

test('[R98] what the values of an option may be is said, and a few are to choose from', () => {
  for (const option of OPTIONS) {
    const { kind } = option as { kind: (typeof option)['kind'] };
    expect(kind.expected).not.toBe('');
    for (const choice of kind.choices ?? [])
      expect(kind.read(choice), `${option.pattern} ${choice}`).not.toBe(undefined);
    if (kind.least !== undefined) expect(kind.read(String(kind.least))).toBe(kind.least);
    if (kind.most !== undefined) expect(kind.read(String(kind.most))).toBe(kind.most);
  }
});
