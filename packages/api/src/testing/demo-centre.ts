/** A small contact centre to test with: three agents, a team lead, an administrator, and somebody from outside. */
import { type ContactCentreConfig, DEFAULT_SETTINGS } from '@intray/core';

const agents = ['agent1', 'agent2', 'agent3'];

/** `outsider` belongs to no group and reaches nobody's work; `agent3` has no group either, but may handle work. */
export const DEMO_CENTRE: ContactCentreConfig = {
  agents: [
    ...agents.map((id) => ({
      id,
      name: `Agent ${id.slice(-1)}`,
      roles: ['agent'],
      defaultPlace: `Place ${id}`,
    })),
    { id: 'lead1', name: 'Lead 1', roles: ['agent', 'lead'] },
    { id: 'admin1', name: 'Admin 1', roles: ['administrator'] },
    { id: 'outsider', name: 'Outsider', roles: [] },
  ],
  places: agents.map((id) => ({ id: `Place ${id}`, name: `Place of ${id}` })),
  placeGroups: [],
  agentGroups: [
    { id: 'Demo Team', name: 'Demo Team', members: ['agent1', 'agent2'], supervisors: ['lead1'] },
  ],
  mediaTypes: [
    { id: 'workitem', name: 'Work item', capacity: 50, inProgressWorkbin: 'workitem.in-progress' },
    { id: 'email', name: 'E-mail', capacity: 1 },
  ],
  departments: [{ id: 'Sales', name: 'Sales' }],
  processes: [{ id: 'Orders', name: 'Orders', department: 'Sales' }],
  capturePoints: [{ id: 'Form', name: 'Form', queues: [] }],
  taskRules: [
    {
      id: 'rank',
      name: 'Rank',
      phase: 'prioritisation',
      table: { hit: 'first', when: [], do: [{ action: 'setPriority' }], rows: [{ when: [], do: [5] }] },
    },
  ],
  queues: [{ id: 'Inbox', name: 'Inbox', agentGroups: ['Demo Team'] }],
  workbinTypes: [
    { id: 'workitem.in-progress', name: 'In progress', ownerKind: 'Agent' },
    { id: 'team.shared', name: 'Shared', ownerKind: 'AgentGroup' },
  ],
  roles: [
    {
      id: 'agent',
      name: 'Agent',
      privileges: [
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
      ],
    },
    { id: 'lead', name: 'Lead', privileges: ['supervise'] },
    { id: 'administrator', name: 'Administrator', privileges: ['submit', 'handle', 'administer'] },
  ],
  dispositions: [{ id: 'solved', name: 'Solved' }],
  notReadyReasons: [{ id: 'lunch', name: 'Lunch' }],
  settings: DEFAULT_SETTINGS,
};
