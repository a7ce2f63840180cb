/**
 * The contact centre of a first start without the demo: one administrator and one queue, enough to sign in, try an
 * item and configure the rest.
 */
import { type ContactCentreConfig, DEFAULT_SETTINGS } from '@intray/core';
import { dispositions, notReadyReasons, roles } from './basics.ts';

/** The first account. */
export const FIRST_ADMINISTRATOR = 'admin';

const TEAM = 'Team';

export const blankContactCentre: ContactCentreConfig = {
  agents: [
    {
      id: FIRST_ADMINISTRATOR,
      name: 'Administrator',
      roles: ['Administrator'],
      defaultPlace: `Place ${FIRST_ADMINISTRATOR}`,
    },
  ],
  places: [{ id: `Place ${FIRST_ADMINISTRATOR}`, name: `Place ${FIRST_ADMINISTRATOR}` }],
  placeGroups: [],
  agentGroups: [{ id: TEAM, name: TEAM, members: [FIRST_ADMINISTRATOR], supervisors: [FIRST_ADMINISTRATOR] }],
  mediaTypes: [
    { id: 'workitem', name: 'Work item', capacity: 5, inProgressWorkbin: 'workitem.in-progress' },
    { id: 'email', name: 'E-mail', capacity: 5, inProgressWorkbin: 'email.in-progress' },
  ],
  queues: [{ id: 'Inbox', name: 'Inbox', agentGroups: [TEAM] }],
  workbinTypes: [
    { id: 'workitem.in-progress', name: 'My work items', ownerKind: 'Agent' },
    { id: 'email.in-progress', name: 'My e-mails', ownerKind: 'Agent' },
    { id: 'team.shared', name: 'Shared by the team', ownerKind: 'AgentGroup' },
  ],
  roles,
  dispositions,
  notReadyReasons,
  settings: DEFAULT_SETTINGS,
};
