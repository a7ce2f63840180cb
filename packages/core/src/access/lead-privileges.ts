/** What a team lead may do with the work and the people of the groups they supervise; and what administrators may. */
import type { PrivilegeDescription } from './privilege.ts';

const since = '0.1.0';

export const TEAM_WORKBIN_PRIVILEGES = {
  'use-team-workbins': {
    says: 'Look into the workbins of the groups one supervises and of their members, and take work out of them.',
    effect: 'held',
    since,
    genesys: { wording: 'My Team Workbins - Can Use', options: ['privilege.my-team-workbins.can-use'] },
  },
} as const satisfies Record<string, PrivilegeDescription>;

const managing = { effect: 'held', since, needs: ['manage-interactions'] } as const;

export const MANAGEMENT_PRIVILEGES = {
  'manage-interactions': {
    says: 'See the work of the queues that feed the groups one supervises.',
    effect: 'held',
    since,
    genesys: {
      wording: 'Interaction Management - Can Use',
      options: ['privilege.interaction-management.can-use'],
      iwd: ['iWD.Workitems.canView', 'iWD.Workitems.canRead', 'iWD.Workitems.Search'],
    },
  },
  'manage-move-to-queue': {
    ...managing,
    says: 'Move work one watches over to a queue.',
    genesys: {
      wording: 'Interaction Management - Can Move To Queue',
      options: ['privilege.interaction-management.can-move-to-queue'],
    },
  },
  'manage-move-to-workbin': {
    ...managing,
    says: 'Move work one watches over into a workbin.',
    genesys: {
      wording: 'Interaction Management - Can Move To Workbin',
      options: ['privilege.interaction-management.can-move-to-workbin'],
    },
  },
  'manage-case-data': {
    ...managing,
    says: 'Change the attached data of work one watches over.',
    genesys: {
      wording: 'Interaction Management - Case Data - Can Edit',
      options: ['privilege.interaction-management.case-data.can-edit'],
    },
  },
  'manage-mark-done': {
    ...managing,
    says: 'Finish work one watches over, where it waits or lies.',
  },
} as const satisfies Record<string, PrivilegeDescription>;

export const TASK_PRIVILEGES = {
  hold: {
    ...managing,
    says: 'Hold work one watches over, or put it to sleep.',
    genesys: { iwd: ['iWD.Workitems.Hold'] },
  },
  resume: {
    ...managing,
    says: 'Let held or sleeping work that one watches over go on.',
    genesys: { iwd: ['iWD.Workitems.Resume'] },
  },
  cancel: {
    ...managing,
    says: 'Cancel work one watches over.',
    genesys: { iwd: ['iWD.Workitems.Cancel'] },
  },
  restart: {
    ...managing,
    says: 'Put finished or cancelled work that one watches over back into a queue.',
    genesys: { iwd: ['iWD.Workitems.Restart'] },
  },
  update: {
    ...managing,
    says: 'Change priority, due date and contact of work one watches over.',
    genesys: { iwd: ['iWD.Workitems.canUpdate'] },
  },
} as const satisfies Record<string, PrivilegeDescription>;

const leading = { effect: 'held', since, needs: ['watch-team'] } as const;
/** Everything a team lead does, in the order of the page. */
const LEADING = [
  'watch-team',
  'change-agent-state',
  'assign',
  'take-back',
  'use-team-workbins',
  ...Object.keys(MANAGEMENT_PRIVILEGES),
  ...Object.keys(TASK_PRIVILEGES),
];

export const TEAM_LEAD_PRIVILEGES = {
  'watch-team': {
    says: 'See the agents of the groups one supervises, what they have in hand, and their options and privileges.',
    effect: 'held',
    since,
    genesys: {
      wording: 'Team Lead - Can Use',
      options: ['privilege.teamlead.can-use', 'privilege.myagents.can-use'],
    },
  },
  'change-agent-state': { ...leading, says: 'Set one’s agents ready or not ready, and log them off.' },
  assign: { ...leading, says: 'Offer work one watches over to an agent of one’s choice.' },
  'take-back': { ...leading, says: 'Take back an offer, or work an agent has in hand.' },
  supervise: {
    says: 'All that a team lead does, in one word.',
    effect: 'held',
    since,
    brings: LEADING,
  },
} as const satisfies Record<string, PrivilegeDescription>;

export const ADMINISTRATION_PRIVILEGES = {
  oversee: {
    says: 'See all work and all people, and watch over them as if one supervised every group.',
    effect: 'held',
    since,
  },
  configure: {
    says: 'See and change the configuration of the contact centre.',
    effect: 'held',
    since,
    genesys: { iwd: ['iWD.Settings.canUpdate'] },
  },
  'see-servers': {
    says: 'See how the servers and the database are.',
    effect: 'held',
    since,
  },
  administer: {
    says: 'See and move everything, configure the contact centre, and see its servers, in one word.',
    effect: 'held',
    since,
    brings: ['oversee', 'configure', 'see-servers', ...LEADING],
  },
} as const satisfies Record<string, PrivilegeDescription>;
