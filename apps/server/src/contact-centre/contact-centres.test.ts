import {
  type ContactCentre,
  ContactCentreConfig,
  contactCentre,
  interactionCommands,
  isAdministrator,
  user,
  workbinsOf,
} from '@intray/core';
import { describe, expect, it } from 'vitest';
import { blankContactCentre } from './blank.ts';
import { DEMO_USERS, demoContactCentre } from './demo.ts';
import { type ConfigurationStore, setUpContactCentre } from './first-start.ts';
import { samples } from './samples.ts';

const centreOf = (config: ContactCentreConfig): ContactCentre =>
  contactCentre(ContactCentreConfig.parse(config));

describe('the demo contact centre', () => {
  const centre = centreOf(demoContactCentre);
  const team = ['agent1', 'agent2', 'agent3', 'agent4', 'agent5', 'agent6'];

  it('has the people, the group and the places that others rely on', () => {
    expect([...centre.agents.keys()]).toEqual([...team, 'lead1', 'admin1']);
    expect(DEMO_USERS).toEqual([...centre.agents.keys()]);
    expect(centre.agentGroups.get('Demo Team')).toMatchObject({ members: team, supervisors: ['lead1'] });
    for (const id of centre.agents.keys()) expect(centre.agents.get(id)?.defaultPlace).toBe(`Place ${id}`);
  });

  it('[R95] has the five media types, [R96] each with a capacity that lets work flow', () => {
    expect([...centre.mediaTypes.keys()]).toEqual(['workitem', 'email', 'chat', 'facebook', 'twitter']);
    for (const { capacity } of centre.mediaTypes.values()) expect(capacity).toBeGreaterThan(0);
  });

  it('routes its queue Inbox to the team', () => {
    expect([...centre.queues.values()]).toMatchObject([{ id: 'Inbox', agentGroups: ['Demo Team'] }]);
  });

  it('has workbins of agents, of the group and of places', () => {
    const kinds = demoContactCentre.workbinTypes.map(({ id, ownerKind }) => [id, ownerKind]);
    expect(kinds).toEqual([
      ['workitem.in-progress', 'Agent'],
      ['email.in-progress', 'Agent'],
      ['email.draft', 'Agent'],
      ['team.shared', 'AgentGroup'],
      ['place.tray', 'Place'],
    ]);
    expect(workbinsOf('agent1', undefined, centre).map(({ owner }) => owner.id)).toEqual([
      'agent1',
      'agent1',
      'agent1',
      'Demo Team',
      'Place agent1',
    ]);
  });

  it('[R97] gives each person the privileges of their role', () => {
    expect(centre.grants.get('agent1')?.privileges).toEqual(
      new Set([
        'submit',
        'handle',
        'decline',
        'mark-done',
        'transfer',
        'move-to-queue',
        'use-workbins',
        'move-to-workbin',
        'set-disposition',
        'pull-from-queue',
        'reopen',
        'use-history',
        'see-workflow-state',
      ]),
    );
    expect(centre.grants.get('lead1')?.privileges).toContain('supervise');
    expect(isAdministrator(user('admin1'), centre)).toBe(true);
    expect(isAdministrator(user('lead1'), centre)).toBe(false);
    expect([...(centre.supervisedAgents.get('lead1') ?? [])]).toEqual(team);
  });

  it('has sample work of every medium that its commands accept', () => {
    expect(new Set(samples.map(({ mediaType }) => mediaType))).toEqual(new Set(centre.mediaTypes.keys()));
    expect(samples.length).toBeGreaterThanOrEqual(20);
    for (const { mediaType, subject } of samples) {
      const command = {
        type: 'submit',
        interactionId: 'X',
        mediaType,
        queue: 'Inbox',
        userData: { Subject: subject },
      };
      expect(interactionCommands.submit.safeParse(command).success).toBe(true);
    }
  });
});

describe('the blank contact centre', () => {
  it('holds together and has one administrator who can also work', () => {
    const centre = centreOf(blankContactCentre);
    expect(isAdministrator(user('admin'), centre)).toBe(true);
    expect(centre.grants.get('admin')?.privileges).toContain('handle');
  });
});

/** The two things kept, in memory: what is decided here does not depend on how they are kept. */
function memory() {
  const accounts = new Map<string, string>();
  const configurations: ContactCentreConfig[] = [];
  const store = {
    accounts: {
      find: async (userName: string) => {
        const passwordHash = accounts.get(userName);
        return passwordHash === undefined ? undefined : { userName, passwordHash };
      },
      save: async ({ userName, passwordHash }: { userName: string; passwordHash: string }) =>
        void accounts.set(userName, passwordHash),
    },
    configuration: async () => {
      const config = configurations.at(-1);
      return config && { config };
    },
    saveConfiguration: async (config: ContactCentreConfig) => configurations.push(config),
  };
  return { accounts, configurations, store: store as unknown as ConfigurationStore };
}

const hash = async (password: string) => `hash of ${password}`;

describe('a first start', () => {
  it('as a demo sets up the demo, all with the same password', async () => {
    const { accounts, configurations, store } = memory();
    expect(await setUpContactCentre(store, true, hash)).toEqual({ kind: 'demo' });
    expect(accounts).toEqual(new Map(DEMO_USERS.map((name) => [name, 'hash of demo'])));
    expect(configurations).toEqual([demoContactCentre]);
    expect(await setUpContactCentre(store, true, hash)).toEqual({ kind: 'configured', demo: true });
  });

  it('without the demo makes an administrator with a password that nobody can guess', async () => {
    const first = memory();
    const other = memory();
    const started = await setUpContactCentre(first.store, false, hash);
    const again = await setUpContactCentre(other.store, false, hash);
    if (started.kind !== 'blank' || again.kind !== 'blank') throw new Error('Expected two first starts.');
    expect(started.password).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/);
    expect(started.password).not.toBe(again.password);
    expect(first.accounts).toEqual(new Map([['admin', `hash of ${started.password}`]]));
  });

  it('never touches a contact centre that is there, demo or not', async () => {
    const { accounts, configurations, store } = memory();
    await store.saveConfiguration(blankContactCentre, 'somebody', 0);
    expect(await setUpContactCentre(store, true, hash)).toEqual({ kind: 'configured', demo: false });
    expect(await setUpContactCentre(store, false, hash)).toEqual({ kind: 'configured', demo: false });
    expect(configurations).toEqual([blankContactCentre]);
    expect(accounts.size).toBe(0);
  });
});
