import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ContactCentreConfig, contactCentre, descriptionOf, mayWith, PRIVILEGES, user } from '@intray/core';
import { describe, expect, it } from 'vitest';
import { demoContactCentre } from '../contact-centre/demo.ts';
import { GENESYS_FOLDER } from '../testing/genesys-folder.ts';
import { scratchFolder } from '../testing/processes.ts';
import { translateFolder } from './translate.ts';

/** The folder of the tests, with privileges for everybody, a group and a person. */
const FOLDER: Readonly<Record<string, string>> = {
  ...GENESYS_FOLDER,
  'cluster-options.yaml': `
interaction-workspace:
  privilege.workitem-channels.can-use: "true"
  privilege.email.can-use: "true"
  privilege.email.can-mark-done: "false"
  privilege.email.can-reply: "true"
  privilege.interaction-management.case-data.can-edit: "false"
  privilege.contact.can-mark-done.email.from-history: "false"
  privilege.workbins.can-use: sometimes
  privilege.voice.can-send-dtmf: "true"
  privilege.voice.can-use: "true"
`,
  'agents.yaml': `
- userName: mara
  DBID: 902
  userProperties:
    - interaction-workspace:
      - privilege.email.can-mark-done: "true"
- userName: otto
  DBID: 903
`,
  'agent-groups.yaml': `
- name: Letters
  DBID: 1
  agentDBIDs: [902]
  managerDBIDs: [903]
  settings:
    - interaction-workspace:
      - privilege.contact.can-mark-done.email.from-history: "true"
      - privilege.email.can-reply: "false"
`,
};

async function translated(files = FOLDER) {
  await using scratch = await scratchFolder();
  const folder = join(scratch.path, 'genesys');
  await mkdir(folder);
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return await translateFolder(folder);
}

describe('privileges in a Genesys folder', () => {
  it('[C14 P12] become roles of everybody, of a group and of a person', async () => {
    const { drafts } = await translated();
    const config = ContactCentreConfig.parse(drafts.into(demoContactCentre));
    const role = (id: string) => config.roles.find((one) => one.id === id);
    expect(role('Workspace')).toEqual({
      id: 'Workspace',
      name: 'Workspace',
      privileges: ['workitems.handle', 'email.handle', 'email.reply'],
      denied: ['manage-case-data'],
    });
    expect(role('Workspace of Letters')).toMatchObject({
      privileges: ['email.mark-done-from-history'],
      denied: ['email.reply'],
    });
    expect(role('Workspace of mara')).toMatchObject({ privileges: ['email.mark-done'], denied: [] });
    const agent = (id: string) => config.agents.find((one) => one.id === id)?.roles;
    expect(agent('mara')).toEqual(['Agent', 'Workspace', 'Workspace of mara']);
    expect(agent('otto')).toEqual(['Agent', 'Team Lead', 'Workspace']);
    expect(agent('agent1')).toEqual(['Agent']);
    const centre = contactCentre(config);
    expect(mayWith(user('mara'), 'reply', 'email', centre)).toBe(false);
    expect(mayWith(user('otto'), 'reply', 'email', centre)).toBe(true);
    expect(mayWith(user('otto'), 'hold', 'email', centre)).toBe(true);
    expect(mayWith(user('otto'), 'manage-case-data', 'email', centre)).toBe(false);
  });

  it('[P12] every option of the registry becomes its own privilege', async () => {
    const said = PRIVILEGES.flatMap((name) =>
      (descriptionOf(name).genesys?.options ?? []).map((option) => {
        const medium = descriptionOf(name).onlyFor ?? 'email';
        const named = descriptionOf(name).perMedium === undefined ? name : `${medium}.${name}`;
        return [option.replace('<channel>', 'email'), named] as const;
      }),
    );
    const options = said.map(([option]) => `  ${option}: "true"`).join('\n');
    const { drafts } = await translated({
      ...FOLDER,
      'cluster-options.yaml': `interaction-workspace:\n${options}\n`,
    });
    const stated = drafts.objects.get('roles')?.get('Workspace')?.stated.privileges as readonly string[];
    expect([...stated].sort()).toEqual([...new Set(said.map(([, named]) => named))].sort());
    expect(stated).toContain('use-workbins');
  });

  it('[C14 P12] brought in again change nothing', async () => {
    const { drafts } = await translated();
    const once = ContactCentreConfig.parse(drafts.into(demoContactCentre));
    expect(ContactCentreConfig.parse(drafts.into(once))).toEqual(once);
  });

  it('[C14 P12] are counted, and what has no counterpart is told with file and line', async () => {
    const { report, drafts } = await translated();
    const [lines] = report.kinds.filter(({ kind }) => kind === 'privileges');
    expect(lines).toMatchObject({ found: 12, taken: 9 });
    expect(lines?.notUnderstood).toEqual([
      { where: 'cluster-options.yaml:9', what: 'privilege.workbins.can-use: expected true or false' },
    ]);
    expect(lines?.adapted).toEqual([
      {
        where: 'cluster-options.yaml:5',
        what: 'privilege.email.can-mark-done: not denied, because it is allowed to mara',
      },
      {
        where: 'cluster-options.yaml:8',
        what: 'privilege.contact.can-mark-done.email.from-history: not denied, because it is allowed to Letters',
      },
      {
        where: 'cluster-options.yaml:10',
        what: 'privilege.voice.can-send-dtmf: kept as an option; Intray has no such privilege',
      },
      {
        where: 'cluster-options.yaml:11',
        what: 'privilege.voice.can-use: kept as an option; Intray has no such privilege',
      },
    ]);
    expect(drafts.objects.get('optionSections')?.get('interaction-workspace')?.stated.options).toMatchObject({
      'privilege.voice.can-send-dtmf': 'true',
    });
  });
});
