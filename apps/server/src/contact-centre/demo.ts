/**
 * The demo contact centre: what a newcomer plays with, and what examples and tests of other systems rely on. Its names
 * are part of Intray's contract with the outside; changing one breaks somebody's script.
 */
import { type ContactCentreConfig, DEFAULT_SETTINGS, type Disposition } from '@intray/core';
import { dispositions, notReadyReasons, roles } from './basics.ts';

/** The password of every demo account. */
export const DEMO_PASSWORD = 'demo';

const AGENTS = [
  ['agent1', 'Ana Lima'],
  ['agent2', 'Ben Okafor'],
  ['agent3', 'Chloé Martin'],
  ['agent4', 'David Cohen'],
  ['agent5', 'Elif Kaya'],
  ['agent6', 'Farid Rahman'],
] as const;

const DEMO_TEAM = 'Demo Team';

const agents = AGENTS.map(([id, name]) => ({ id, name, roles: ['Agent'], defaultPlace: `Place ${id}` }));
const lead = { id: 'lead1', name: 'Lena Brandt', roles: ['Agent', 'Team Lead'], defaultPlace: 'Place lead1' };
const admin = {
  id: 'admin1',
  name: 'Aditi Rao',
  roles: ['Agent', 'Administrator'],
  defaultPlace: 'Place admin1',
};
const people = [...agents, lead, admin];

/** Outcomes that fit the demo's letter box, besides the ones every contact centre begins with. */
const demoDispositions: readonly Disposition[] = [
  { id: 'refunded', name: 'Refunded' },
  { id: 'callback-agreed', name: 'Call-back agreed' },
];

export const demoContactCentre: ContactCentreConfig = {
  agents: people,
  places: people.map(({ defaultPlace }) => ({ id: defaultPlace, name: defaultPlace })),
  placeGroups: [],
  agentGroups: [
    { id: DEMO_TEAM, name: DEMO_TEAM, members: agents.map(({ id }) => id), supervisors: [lead.id] },
  ],
  mediaTypes: [
    { id: 'workitem', name: 'Work item', capacity: 5, inProgressWorkbin: 'workitem.in-progress' },
    {
      id: 'email',
      name: 'E-mail',
      capacity: 5,
      inProgressWorkbin: 'email.in-progress',
      draftWorkbin: 'email.draft',
    },
    { id: 'chat', name: 'Chat', capacity: 3 },
    { id: 'facebook', name: 'Facebook', capacity: 3 },
    { id: 'twitter', name: 'Twitter', capacity: 3 },
  ],
  queues: [{ id: 'Inbox', name: 'Inbox', agentGroups: [DEMO_TEAM] }],
  workbinTypes: [
    { id: 'workitem.in-progress', name: 'My work items', ownerKind: 'Agent' },
    { id: 'email.in-progress', name: 'My e-mails', ownerKind: 'Agent' },
    { id: 'email.draft', name: 'My drafts', ownerKind: 'Agent' },
    { id: 'team.shared', name: 'Shared by the team', ownerKind: 'AgentGroup' },
    { id: 'place.tray', name: 'Tray on this desk', ownerKind: 'Place' },
  ],
  roles,
  dispositions: [...dispositions, ...demoDispositions],
  notReadyReasons,
  settings: DEFAULT_SETTINGS,
  // To try: submit work with the attached key IW_OverrideOptions: Urgent.
  overrideSets: [
    {
      id: 'Urgent',
      options: {
        'interaction-workspace': { 'workitem.auto-answer': 'true', 'workitem.auto-answer.timer': '20' },
      },
    },
  ],
};

/** The user names that sign in with the demo password. */
export const DEMO_USERS: readonly string[] = people.map(({ id }) => id);
