import { expect, test } from 'vitest';
import { CONFIG } from '../testing/centre.ts';
import type { ContactCentreConfig } from './objects.ts';
import { configurationFaults } from './references.ts';
import { hangingOn, renaming } from './renaming.ts';
import { edited } from './versions.ts';

const SECTION = 'interaction-workspace';
const config: ContactCentreConfig = {
  ...CONFIG,
  skills: [
    { id: 'English', name: 'English' },
    { id: 'Loans', name: 'Loans' },
  ],
  virtualGroups: [
    { id: 'Fluent', name: 'Fluent', expression: 'English >= 5 & (Loans | !English)', supervisors: [] },
  ],
  agents: CONFIG.agents.map((agent) =>
    agent.id === 'ana'
      ? { ...agent, skills: { English: 5, Loans: 2 }, capacity: { email: 1, chat: 2 } }
      : agent,
  ),
  roles: [...CONFIG.roles, { id: 'Reader', name: 'Reader', privileges: ['email.handle', 'handle'] }],
  options: {
    application: {
      [SECTION]: { 'email.auto-answer': 'true', 'openmedia.workitem-channels': 'workitem,email' },
    },
  },
};

const after = (kind: Parameters<typeof renaming>[1]['kind'], id: string, to: string) => {
  const { edits, left } = renaming(config, { kind, id }, to);
  const next = edited(config, edits) as unknown as ContactCentreConfig;
  return { next, left, edits };
};

test('[C18] what names an object is what would point nowhere without it', () => {
  const found = hangingOn(config, [{ kind: 'roles', id: 'Picker' }]);
  expect(found.map(({ message }) => message)).toEqual([
    expect.stringContaining('agent "ben": role "Picker" does not exist'),
  ]);
  expect(hangingOn(config, [{ kind: 'roles', id: 'Reader' }])).toEqual([]);
  // Removed together, neither holds the other.
  const both = [
    { kind: 'virtualGroups', id: 'Fluent' },
    { kind: 'skills', id: 'Loans' },
  ] as const;
  expect(hangingOn(config, [both[1]]).map(({ path }) => path[0])).toEqual(['agents', 'virtualGroups']);
  expect(hangingOn(config, both).map(({ path }) => path[0])).toEqual(['agents']);
});

test('[C18] another id goes with everything that names the object', () => {
  const { next, left } = after('mediaTypes', 'email', 'mail');
  expect(left).toEqual([]);
  expect(configurationFaults(next)).toEqual([]);
  expect(next.mediaTypes.map(({ id }) => id)).toContain('mail');
  expect(next.agents.find(({ id }) => id === 'ana')?.capacity).toEqual({ mail: 1, chat: 2 });
  expect(next.roles.find(({ id }) => id === 'Reader')?.privileges).toEqual(['mail.handle', 'handle']);
  expect(next.options?.application?.[SECTION]).toEqual({
    'mail.auto-answer': 'true',
    'openmedia.workitem-channels': 'workitem,mail',
  });
});

test('[C18] a skill is renamed in levels and expressions, in quotation marks where it needs them', () => {
  const { next, left } = after('skills', 'English', 'British English');
  expect(left).toEqual([]);
  expect(next.virtualGroups?.[0]?.expression).toBe('"British English" >= 5 & (Loans | !"British English")');
  expect(next.agents.find(({ id }) => id === 'ana')?.skills).toEqual({ 'British English': 5, Loans: 2 });
  const back = renaming(next, { kind: 'skills', id: 'British English' }, 'English');
  const again = edited(next, back.edits) as unknown as ContactCentreConfig;
  expect(again.virtualGroups?.[0]?.expression).toBe('"English" >= 5 & (Loans | !"English")');
});

test('[C18] a group is renamed where it is fed and supervised, and every object once', () => {
  const { next, left, edits } = after('agents', 'ana', 'ann');
  expect(left).toEqual([]);
  expect(next.agentGroups[0]?.members).toEqual(['ann', 'ben', 'gus']);
  expect(edits.map(({ kind }) => kind)).toEqual(['agents', 'agents', 'agentGroups']);
  expect(renaming(config, { kind: 'agents', id: 'nobody' }, 'x')).toEqual({ edits: [], left: [] });
});
