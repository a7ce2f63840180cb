/** A contact centre small enough to know by heart. */
import { type ContactCentreConfig, DEFAULT_SETTINGS } from '@intray/core';

const AGENTS = ['ana', 'ben', 'cem', 'dora'] as const;

/**
 * `ana`, `ben`, `cem`, `dora` are the team, led by `lena`; `adam` administers. Everybody may pick from the queue.
 * E-mail goes to a workbin when its agent is gone, chat back to the queue, work items stay.
 */
export const CENTRE: ContactCentreConfig = {
  agents: [
    ...AGENTS.map((id) => ({
      id,
      name: `${id.toUpperCase()} of the team`,
      roles: ['Agent'],
      defaultPlace: `desk ${id}`,
    })),
    { id: 'lena', name: 'Lena', roles: ['Agent', 'Lead'] },
    { id: 'adam', name: 'Adam', roles: ['Administrator'] },
  ],
  places: AGENTS.map((id) => ({ id: `desk ${id}`, name: `Desk of ${id}` })),
  placeGroups: [],
  agentGroups: [{ id: 'Team', name: 'Team', members: [...AGENTS], supervisors: ['lena'] }],
  mediaTypes: [
    { id: 'workitem', name: 'Work item', capacity: 2, handlingMinutes: 60 },
    {
      id: 'email',
      name: 'E-mail',
      capacity: 1,
      inProgressWorkbin: 'email.in-progress',
      whenAgentGone: 'workbin',
    },
    { id: 'chat', name: 'Chat', capacity: 1, whenAgentGone: 'queue' },
  ],
  queues: [{ id: 'Inbox', name: 'Inbox', agentGroups: ['Team'] }],
  workbinTypes: [
    { id: 'email.in-progress', name: 'In progress', ownerKind: 'Agent' },
    { id: 'team.shared', name: 'Shared', ownerKind: 'AgentGroup' },
    { id: 'team.small', name: 'Small', ownerKind: 'AgentGroup', limit: 1 },
    { id: 'place.tray', name: 'Tray', ownerKind: 'Place' },
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
        'move-to-workbin',
        'set-disposition',
        'pull-from-queue',
        'reopen',
      ],
    },
    { id: 'Lead', name: 'Lead', privileges: ['supervise'] },
    { id: 'Administrator', name: 'Administrator', privileges: ['submit', 'administer'] },
  ],
  dispositions: [{ id: 'solved', name: 'Solved' }],
  notReadyReasons: [{ id: 'lunch', name: 'Lunch' }],
  settings: DEFAULT_SETTINGS,
};

export const SHARED = { type: 'team.shared', owner: { kind: 'AgentGroup', id: 'Team' } } as const;
export const SMALL = { type: 'team.small', owner: { kind: 'AgentGroup', id: 'Team' } } as const;
