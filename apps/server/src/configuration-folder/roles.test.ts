import { type ContactCentreConfig, PRIVILEGES } from '@intray/core';
import { describe, expect, it } from 'vitest';
import { demoContactCentre } from '../contact-centre/demo.ts';
import { describeFault, readTexts } from './read-folder.ts';
import { folderOf } from './write-folder.ts';

/** The demo with a role that allows everything, one that denies, and groups that have it. */
const config: ContactCentreConfig = {
  ...demoContactCentre,
  roles: [
    ...demoContactCentre.roles,
    { id: 'All', name: 'All', privileges: [...PRIVILEGES, 'email.decline', 'workitems.handle'] },
    { id: 'Learning', name: 'Learning', privileges: [], denied: ['email.mark-done', 'supervise'] },
  ],
  agentGroups: demoContactCentre.agentGroups.map((group) => ({ ...group, roles: ['Learning'] })),
  skills: [{ id: 'English', name: 'English' }],
  virtualGroups: [
    { id: 'Fluent', name: 'Fluent', expression: 'English >= 5', supervisors: [], roles: ['All'] },
  ],
};

const yamlOf = (whole: ContactCentreConfig) =>
  new Map([...folderOf(whole)].filter(([name]) => name.endsWith('.yaml')));

function faultsOf(name: string, text: string): readonly string[] {
  const read = readTexts(yamlOf(config).set(name, text));
  return read.ok ? [] : read.faults.map(describeFault);
}

describe('roles in a folder', () => {
  it('[C12 P1 P2] say what they allow and deny, for groups too, and are the same when read again', () => {
    expect(readTexts(yamlOf(config))).toEqual({ ok: true, config });
  });

  it('[C13 P6] a privilege that there is not is told with file, line and column', () => {
    const text = '- id: X\n  name: X\n  privileges:\n    - submit\n  denied: [email.mark-dnoe]\n';
    expect(faultsOf('roles.yaml', text)).toEqual([
      expect.stringMatching(
        /^roles\.yaml:5:12: .*There is no privilege "email\.mark-dnoe"\. Did you mean "mark-done"\?$/,
      ),
    ]);
  });

  it('[C13 P6] so is a medium in front of one that there is not', () => {
    const [role, ...rest] = demoContactCentre.roles;
    const roles = [{ ...role, privileges: ['emial.decline'] }, ...rest, ...config.roles.slice(-2)];
    expect(faultsOf('roles.yaml', JSON.stringify(roles))).toEqual([
      expect.stringMatching(
        /^roles\.yaml:1:\d+: .*media type "emial" does not exist. Did you mean "email"\?$/,
      ),
    ]);
  });

  it('[P6] editors are told every privilege', () => {
    const schema = JSON.parse([...folderOf(config)].find(([name]) => /roles.*json$/.test(name))?.[1] ?? '{}');
    for (const key of ['privileges', 'denied'])
      expect(schema.items.properties[key].items.anyOf[0].enum).toEqual(PRIVILEGES);
  });
});
