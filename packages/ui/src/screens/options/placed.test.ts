import { type ContactCentreConfig, DEFAULT_SETTINGS, edited, LEVELS } from '@intray/core';
import { expect, test } from 'vitest';
import { editOfOptions, forEverybody, levelOf, optionsOf, pathOf, without } from './placed.ts';

const config: ContactCentreConfig = {
  agents: [{ id: 'ana', name: 'Ana', roles: [] }],
  agentGroups: [{ id: 'Team', name: 'Team', members: ['ana'], supervisors: [] }],
  virtualGroups: [{ id: 'Fluent', name: 'Fluent', expression: 'English', supervisors: [] }],
  overrideSets: [{ id: 'VIP', options: { 'interaction-workspace': {} } }],
  places: [],
  placeGroups: [],
  mediaTypes: [],
  queues: [],
  workbinTypes: [],
  roles: [],
  dispositions: [],
  notReadyReasons: [],
  settings: DEFAULT_SETTINGS,
};
const WHOSE = { agentGroup: 'Team', virtualGroup: 'Fluent', person: 'ana', item: 'VIP' } as const;
const whose = (level: (typeof LEVELS)[number]) =>
  level === 'application' || level === 'tenant' ? undefined : WHOSE[level];

test('[R98] an option is set and taken back at every level', () => {
  for (const level of LEVELS) {
    const edit = editOfOptions(config, level, whose(level), { 'email.auto-answer': 'true' });
    const set = edited(config, edit === undefined ? [] : [edit]) as unknown as ContactCentreConfig;
    expect(optionsOf(set, level, whose(level)), level).toEqual({ 'email.auto-answer': 'true' });
    const back = editOfOptions(
      set,
      level,
      whose(level),
      without(optionsOf(set, level, whose(level)), 'email.auto-answer'),
    );
    const again = edited(set, back === undefined ? [] : [back]) as unknown as ContactCentreConfig;
    expect(optionsOf(again, level, whose(level)), level).toEqual({});
    if (level === 'person') expect(again.agents).toEqual(config.agents);
  }
  expect(editOfOptions(config, 'person', 'nobody', {})).toBe(undefined);
  expect(pathOf(config, 'person', 'ana')).toEqual(['agents', 0, 'options', 'interaction-workspace']);
  expect(levelOf('king')).toBe('application');
});

test('[R98] what holds for everybody is shown where nothing nearer is set', () => {
  const options = {
    application: { 'interaction-workspace': { a: '1', b: '1' } },
    tenant: { 'interaction-workspace': { b: '2' } },
  };
  const set = { ...config, options };
  expect(forEverybody(set, 'person', 'b')).toEqual({ level: 'tenant', value: '2' });
  expect(forEverybody(set, 'tenant', 'b')).toEqual({ level: 'application', value: '1' });
  expect(forEverybody(set, 'application', 'a')).toBe(undefined);
});
