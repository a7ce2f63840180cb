/** The contact centre of a simulated day. Its times are short, so that a day of minutes holds what hours would bring. */
import { type ContactCentreConfig, DEFAULT_SETTINGS, type WorkbinRef } from '@intray/core';

export const AGENTS = ['ana', 'ben', 'cem', 'dora', 'eli'] as const;
export const LEAD = 'lena';
export const ADMINISTRATOR = 'adam';
export const INTAKE = 'intake';
export const MEDIA = ['email', 'chat', 'claim'] as const;
export const QUEUES = ['Inbox', 'Orders', 'Anything'] as const;

/** A renewal every third of it: an agent who falls silent is missed after so long. */
export const LEASE_SECONDS = 30;

export const CENTRE: ContactCentreConfig = {
  agents: [
    ...AGENTS.map((id, n) => ({ id, name: id, roles: ['Agent'], defaultPlace: `desk ${(n % 3) + 1}` })),
    { id: LEAD, name: 'Lena', roles: ['Agent', 'Lead'] },
    { id: ADMINISTRATOR, name: 'Adam', roles: ['Administrator'] },
    { id: INTAKE, name: 'Another system', roles: ['Intake'] },
  ],
  places: [1, 2, 3].map((n) => ({ id: `desk ${n}`, name: `Desk ${n}` })),
  placeGroups: [{ id: 'Room', name: 'Room', places: ['desk 1', 'desk 2'] }],
  agentGroups: [
    { id: 'Claims', name: 'Claims', members: ['ana', 'ben', 'cem'], supervisors: [LEAD] },
    { id: 'Sales', name: 'Sales', members: ['cem', 'dora', 'eli'], supervisors: [LEAD] },
  ],
  mediaTypes: [
    {
      id: 'email',
      name: 'E-mail',
      capacity: 2,
      inProgressWorkbin: 'email.own',
      whenAgentGone: 'workbin',
      handlingMinutes: 1,
    },
    { id: 'chat', name: 'Chat', capacity: 1, whenAgentGone: 'queue', handlingMinutes: 1 },
    { id: 'claim', name: 'Claim', capacity: 1, handlingMinutes: 1 },
  ],
  queues: [
    { id: 'Inbox', name: 'Inbox', agentGroups: ['Claims'] },
    { id: 'Orders', name: 'Orders', agentGroups: ['Sales'], inviteSeconds: 5 },
    { id: 'Anything', name: 'Anything', agentGroups: ['Claims', 'Sales'] },
  ],
  workbinTypes: [
    { id: 'email.own', name: 'My e-mail', ownerKind: 'Agent', mediaTypes: ['email'] },
    { id: 'team', name: 'Team', ownerKind: 'AgentGroup' },
    { id: 'urgent', name: 'Urgent', ownerKind: 'AgentGroup', limit: 2 },
    { id: 'counter', name: 'Counter', ownerKind: 'Place' },
  ],
  roles: [
    {
      id: 'Agent',
      name: 'Agent',
      privileges: [
        'submit',
        'handle',
        'decline',
        'mark-done',
        'transfer',
        'move-to-queue',
        'use-workbins',
        'set-disposition',
        'pull-from-queue',
        'reopen',
      ],
    },
    { id: 'Lead', name: 'Lead', privileges: ['supervise'] },
    { id: 'Administrator', name: 'Administrator', privileges: ['administer'] },
    { id: 'Intake', name: 'Intake', privileges: ['submit'] },
  ],
  dispositions: [{ id: 'solved', name: 'Solved' }],
  notReadyReasons: [{ id: 'lunch', name: 'Lunch' }],
  capacityRules: [],
  settings: {
    ...DEFAULT_SETTINGS,
    inviteSeconds: 8,
    handlingMinutes: 1,
    leaseSeconds: LEASE_SECONDS,
    exclusionSeconds: 5,
  },
};

const GROUPS = ['Claims', 'Sales'] as const;

/** Every tray there is. */
export const TRAYS: readonly WorkbinRef[] = [
  ...AGENTS.map((id): WorkbinRef => ({ type: 'email.own', owner: { kind: 'Agent', id } })),
  ...GROUPS.flatMap((id): WorkbinRef[] => [
    { type: 'team', owner: { kind: 'AgentGroup', id } },
    { type: 'urgent', owner: { kind: 'AgentGroup', id } },
  ]),
  ...[1, 2, 3].map((n): WorkbinRef => ({ type: 'counter', owner: { kind: 'Place', id: `desk ${n}` } })),
];
