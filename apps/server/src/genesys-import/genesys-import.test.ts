import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ContactCentreConfig, configurationFaults } from '@intray/core';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { demoContactCentre } from '../contact-centre/demo.ts';
import { GENESYS_FOLDER } from '../testing/genesys-folder.ts';
import { basic, intray, scratchFolder, startServer } from '../testing/processes.ts';
import { translateFolder } from './translate.ts';

async function folderIn(
  path: string,
  files: Readonly<Record<string, string>> = GENESYS_FOLDER,
): Promise<string> {
  const folder = join(path, 'genesys');
  await mkdir(folder);
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

async function translated(files?: Readonly<Record<string, string>>) {
  await using scratch = await scratchFolder();
  return await translateFolder(await folderIn(scratch.path, files));
}

/** Every text and number in a value, with the way to it. */
function* leaves(value: unknown, path: readonly string[] = []): Generator<readonly [string, string]> {
  if (typeof value === 'object' && value !== null)
    for (const [key, one] of Object.entries(value)) yield* leaves(one, [...path, key]);
  else if (value !== null && value !== '') yield [path.join('.'), String(value)];
}

describe('a Genesys folder', () => {
  it('[C14] becomes a configuration that holds together, beside what is there', async () => {
    const { drafts, report } = await translated();
    const config = ContactCentreConfig.parse(drafts.into(demoContactCentre));
    expect(configurationFaults(config)).toEqual([]);
    const find = (kind: keyof ContactCentreConfig, id: string) =>
      (config[kind] as readonly { id: string }[]).find((one) => one.id === id);
    expect(find('agents', 'agent1')).toEqual(demoContactCentre.agents[0]);
    expect(find('agents', 'mara')).toEqual({
      id: 'mara',
      name: 'Mara Quint',
      roles: ['Agent'],
      defaultPlace: 'Window-1',
      capacityRule: '3 at a time',
      annex: {
        'interaction-workspace': {
          'desk.colour': 'heather',
          'desk.large': true,
          'fax.auto-answer': true,
        },
        reports: { daily: 'at-noon' },
        genesys: { DBID: 901, employeeId: 'E-901', tenantDBID: 1, tenant: 'Harbour', agentLogin: '5550901' },
      },
      options: { 'interaction-workspace': { 'email.auto-answer': 'true' } },
    });
    expect(find('agents', 'otto')).toMatchObject({ roles: ['Agent', 'Team Lead'] });
    expect(find('agentGroups', 'Harbour letters')).toMatchObject({
      members: ['mara'],
      supervisors: ['otto'],
      options: { 'interaction-workspace': { 'email.prompt-for-done': 'true' } },
      annex: {
        mailroom: { shelf: 'blue-shelf' },
        'interaction-workspace': { 'email.prompt-for-tea': 'true' },
      },
    });
    expect(config.options?.application).toEqual({
      'interaction-workspace': {
        'workbin.email.in-progress': 'shelf',
        'workbin.email.in-progress.displayed-columns': 'From,Subject',
        'interaction-management.filters': 'Filter-Pigeons',
      },
    });
    expect(find('optionSections', 'interaction-workspace')).toMatchObject({
      options: {
        'workbin.email.draft': 'drawer',
        'alert.timeout': '60',
        'email.auto-answer.timer': 'soon',
      },
    });
    expect(find('mediaTypes', 'email')).toMatchObject({ capacity: 5 });
    expect(find('mediaTypes', 'pigeon')).toEqual({ id: 'pigeon', name: 'Carrier pigeon', capacity: 0 });
    expect(find('workbinTypes', 'shelf')).toMatchObject({ ownerKind: 'Agent' });
    expect(find('dispositions', 'Settled')).toMatchObject({ parent: 'Outcome' });
    expect(find('dispositions', 'OutcomeOfCalls/Settled')).toMatchObject({ parent: 'OutcomeOfCalls' });
    expect(find('notReadyReasons', 'TeaTime')).toMatchObject({
      name: 'Tea',
      annex: { htcc: { workmode: 'Sipping' } },
    });
    expect(find('filters', 'Filter-Pigeons')).toMatchObject({
      columns: ['Subject', 'Ring'],
      queues: ['letters-in'],
    });
    expect(
      Object.fromEntries(report.kinds.map(({ kind, found, taken }) => [kind, `${taken} of ${found}`])),
    ).toEqual({
      places: '1 of 1',
      agents: '2 of 2',
      accounts: '0 of 2',
      'agent groups': '1 of 1',
      queues: '1 of 2',
      'business attributes': '3 of 3',
      'attribute values': '6 of 7',
      'media types': '2 of 3',
      dispositions: '3 of 3',
      workbins: '1 of 1',
      interactions: '0 of 4',
      snapshots: '1 of 1',
      'option sections': '2 of 2',
      options: '18 of 18',
      filters: '1 of 1',
      'action codes': '1 of 2',
      contacts: '1 of 2',
      favorites: '0 of 1',
      'attached data of test calls': '0 of 1',
      'other files': '0 of 1',
    });
  });

  it('[C14] keeps the types of attached data, and tells of those it does not know', async () => {
    const { drafts } = await translated();
    expect(drafts.work.map(({ id, place }) => [id, place])).toEqual([
      ['HARBOUR000000001', { workbin: { type: 'shelf', owner: { kind: 'Agent', id: 'mara' } } }],
      ['HARBOUR000000002', { workbin: { type: 'shelf', owner: { kind: 'Agent', id: 'otto' } } }],
    ]);
    expect(drafts.work[0]).toMatchObject({
      mediaType: 'email',
      contactId: 'contact-of-HARBOUR000000001',
      receivedAt: Date.UTC(2021, 2, 4, 5, 6, 7),
      userData: {
        Priority: 7,
        Weight: 2.5,
        Zip: '00420',
        Colour: 'teal-ish',
        Case: { Step: 'first-step' },
        Subject: 'About the HARBOUR000000001',
        From: 'a@harbour.example',
        To: 'b@harbour.example',
        Text: 'Dear all,\nyours',
        Genesys: {
          interactionType: 'Inbound',
          parentInteractionId: 'parent-of-HARBOUR000000001',
          capabilities: [],
          contact: { firstName: 'Nell', phoneNumbers: ['+351'] },
        },
      },
    });
  });

  it('[C14] lists what was not understood and what was adapted with file and line', async () => {
    const { report } = await translated();
    const lines = [...report.lines()];
    const at = (file: string, text: string) =>
      `${file}:${(GENESYS_FOLDER[file] ?? '').split('\n').findIndex((line) => line.includes(text)) + 1}`;
    for (const [kind, where, what] of [
      ['not understood', at('agents.yaml', 'voiceState'), 'voiceState: nothing in Intray stands for it'],
      ['adapted', at('agents.yaml', 'Window-2'), 'the place "Window-2" is in no file: made'],
      ['adapted', at('agents.yaml', 'capacity'), 'capacity 3: the capacity rule "3 at a time"'],
      ['adapted', at('agents.yaml', 'password: otto'), 'otto has the own name as password'],
      ['not understood', at('agent-groups.yaml', '977'), 'agentDBIDs 977: no agent has this number'],
      ['not understood', at('interaction-queues.yaml', 'routing-point'), 'a queue of the type routing-point'],
      ['adapted', at('business-attributes.yaml', 'name: any'), '"any" stands for all media'],
      ['not understood', at('business-attributes.yaml', 'Settled again'), '"Settled" is there twice'],
      ['not understood', at('cluster-options.yaml', 'pigeons-out'), 'the queue "pigeons-out" is in no file'],
      [
        'not understood',
        at('cluster-options.yaml', 'email.draft'),
        'workbin.email.draft is kept and does nothing: workbin type "drawer" does not exist',
      ],
      ['not understood', at('cluster-options.yaml', 'alert.timeout'), 'has no option "alert.timeout"'],
      ['not understood', at('cluster-options.yaml', 'timer: soon'), 'email.auto-answer.timer: expected'],
      ['not understood', at('agents.yaml', 'userProperties:'), 'media type "fax" does not exist'],
      ['not understood', at('agent-groups.yaml', 'settings:'), 'Did you mean "email.prompt-for-done"?'],
      ['not understood', at('workbins.yaml', 'moodOfDay'), 'moodOfDay: nothing in Intray stands for it'],
      ['not understood', at('workbins.yaml', "firstName'"), "ownerInformation: firstName'"],
      [
        'not understood',
        at('workbins.yaml', "'colour'"),
        'attached data "Colour": a value of the type colour',
      ],
      [
        'adapted',
        at('workbins.yaml', "'float'"),
        'attached data "Weight": the text "2.5" as the number it is',
      ],
      ['adapted', 'workbins.yaml', 'the owner is mara, although ownerInformation also names otto'],
      ['not understood', 'workbins.yaml', 'the interaction HARBOUR000000003 is not taken'],
      ['adapted', 'media-management.yaml', '"HARBOUR000000001" was taken before'],
      ['not understood', at('action-codes.yaml', 'After call'), 'an action code of the type AfterCallWork'],
      [
        'adapted',
        'contacts.yaml:1',
        'the contact contact-of-HARBOUR000000001 is kept with the work that names it: 1',
      ],
      [
        'not understood',
        'contacts.yaml:4',
        'the contact C2: no work names it, and Intray keeps no directory',
      ],
      ['not understood', 'holidays.yaml:1', 'a file of a name that says nothing here'],
    ] as const)
      expect(
        lines.find((line) => line.trim().startsWith(kind) && line.includes(where) && line.includes(what)),
        what,
      ).toBeDefined();
  });

  it('[C14] drops nothing silently: every value is somewhere in what came of it, or its object is listed', async () => {
    const { drafts, report } = await translated();
    const said = [...report.lines()].join('\n');
    const kept = JSON.stringify([
      [...drafts.objects.values()].map((kind) => [...kind.values()]),
      drafts.application,
      drafts.accounts,
      drafts.work,
    ]);
    const homeless = ['personal-favorites.yaml', 'attached-data.yaml', 'holidays.yaml'];
    /** Said in another way: as a role, a time, a kind, a position, or as the words beside it. */
    const otherwise =
      /DBIDs|default$|\.type$|receivedAt|startIndex|size|numberOfInteractions|agentId|Name'$|^3\.|HARBOUR000000003|bodyAsPlainText|\.queue$|state$/;
    const lost = Object.entries(GENESYS_FOLDER).flatMap(([name, text]) =>
      homeless.includes(name)
        ? []
        : [...leaves(parse(text))]
            .filter(([path]) => !otherwise.test(path) && !path.includes('interactions.2.'))
            .filter(([, value]) => !kept.includes(value) && !said.includes(value))
            .map(([path, value]) => `${name} ${path}: ${value}`),
    );
    // These stand in objects that are listed as not understood, with their line.
    expect(lost).toEqual([
      'agents.yaml otto.voiceState: Resting',
      'interaction-queues.yaml 1.DBID: 602',
      'interaction-queues.yaml 1.name: phone-in',
      'business-attributes.yaml 1.values.2.displayName: Settled again',
      'workbins.yaml 0.interactions.1.moodOfDay: sunny-mood',
      'action-codes.yaml 1.name: After call',
      'action-codes.yaml 1.code: Wrap',
      'contacts.yaml 1.firstName: Abe',
    ]);
  });

  it('[C14] that cannot be read is refused as a whole, with file and line', async () => {
    await expect(translated({ ...GENESYS_FOLDER, 'places.yaml': '- name: [\n' })).rejects.toThrow(
      /places\.yaml:2:1: not YAML/,
    );
    await expect(translated({ 'notes.yaml': '[]' })).rejects.toThrow(/holds none of the files/);
  });
});

describe('options that were set here for somebody whom the folder knows', () => {
  it('[C14] stay, and those that the folder sets are as it says', async () => {
    const { drafts } = await translated();
    const once = ContactCentreConfig.parse(drafts.into(demoContactCentre));
    const own = (options: Record<string, string>) => ({ options: { 'interaction-workspace': options } });
    const set = { 'email.auto-answer': 'false', 'email.auto-answer.timer': '9' };
    const mara = once.agents.map((agent) => (agent.id === 'mara' ? { ...agent, ...own(set) } : agent));
    const application = { 'interaction-workspace': { 'interaction-management.filters': '' } };
    const again = ContactCentreConfig.parse(
      drafts.into({ ...once, agents: mara, options: { application, tenant: application } }),
    );
    expect(again.agents.find(({ id }) => id === 'mara')).toMatchObject(
      own({ 'email.auto-answer': 'true', 'email.auto-answer.timer': '9' }),
    );
    expect(again.options).toEqual({ application: once.options?.application, tenant: application });
  });
});

describe('the command', () => {
  it('[C14] takes it in once: people sign in, work lies in its workbins, and again changes nothing', async () => {
    await using scratch = await scratchFolder();
    const dataDir = join(scratch.path, 'data');
    const folder = await folderIn(scratch.path);
    const stopped = await startServer(dataDir);
    stopped.child.kill('SIGTERM');
    await stopped.exited;
    const run = async (...more: string[]) => {
      const running = intray(['config', 'import-genesys', folder, ...more], { INTRAY_DATA_DIR: dataDir });
      return {
        code: await running.exited,
        last: running.output().trim().split('\n').at(-1),
        errors: running.errors(),
      };
    };
    const trial = await run('--dry-run');
    expect(trial).toMatchObject({
      code: 3,
      last: expect.stringMatching(/^\d+ objects would be different from version 1;/),
    });
    const first = await run();
    expect(first).toMatchObject({
      code: 3,
      last: expect.stringMatching(
        /^Version 2: \d+ objects different\. Accounts: 2 made, 0 there already\. Interactions: 2 made, 0 there already\.$/,
      ),
    });
    expect(await run()).toMatchObject({
      code: 3,
      last: 'Version 2: 0 objects different. Accounts: 0 made, 2 there already. Interactions: 0 made, 2 there already.',
    });

    await using server = await startServer(dataDir);
    const asMara = (path: string, password = 'mara-secret-word') =>
      fetch(`${server.url}${path}`, { headers: { authorization: basic('mara', password) } });
    expect((await asMara('/api/v1/me', 'otto')).status).toBe(401);
    expect((await asMara('/api/v1/me')).status).toBe(200);
    const shelf = await (await asMara('/api/v1/workbins/shelf/Agent/mara')).json();
    expect(shelf).toMatchObject({ items: [{ id: 'HARBOUR000000001', state: 'InWorkbin' }] });
    const history = await (await server.as('admin1', '/api/v1/configuration')).text();
    expect(history).not.toContain('mara-secret-word');
    expect(server.output() + server.errors() + first.errors).not.toContain('mara-secret-word');
    expect(await readFile(join(folder, 'agents.yaml'), 'utf8')).toContain('mara-secret-word');
    // In order, so that no database is still writing while its folder is cleared away.
    server.child.kill('SIGTERM');
    expect(await server.exited).toBe(0);
  });
});
