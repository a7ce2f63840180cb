/** What people may do at their desk, whatever the medium: bring work in, use workbins, look into the history. */
import type { PrivilegeDescription } from './privilege.ts';

const since = '0.1.0';

export const DESK_PRIVILEGES = {
  submit: {
    says: 'Bring work in.',
    effect: 'held',
    since,
    genesys: { iwd: ['iWD.Workitems.canCreate'] },
  },
  'see-pending-state': {
    says: 'See on the desk that a channel is about to change.',
    effect: 'told',
    since,
    genesys: { options: ['privilege.mychannels.pending-state.can-use'] },
  },
} as const satisfies Record<string, PrivilegeDescription>;

export const WORKBIN_PRIVILEGES = {
  'use-workbins': {
    says: 'Look into the workbins of one’s own, of one’s groups and of one’s place, and take work out of them.',
    effect: 'held',
    since,
    genesys: { wording: 'Can Use Workbins', options: ['privilege.workbins.can-use'] },
  },
} as const satisfies Record<string, PrivilegeDescription>;

export const HISTORY_PRIVILEGES = {
  'use-history': {
    says: 'Open work from its contact’s history that lies with nobody, as far as the options and the next three allow.',
    effect: 'held',
    since,
    genesys: { wording: 'Contact - Can Use', options: ['privilege.contact.can-use'] },
  },
  'pull-from-queue': {
    says: 'Take a particular piece of work out of a queue that one serves; with `use-history`, out of any queue.',
    effect: 'held',
    since,
    genesys: { wording: 'Contact - Can Pull From Queue' },
  },
  'pull-from-shared-workbins': {
    says: 'Open work from the history that lies in the workbin of a group.',
    effect: 'held',
    since,
    needs: ['use-history'],
    genesys: { wording: 'Contact - Can Pull Interactions In Shared Workbins' },
  },
  'pull-from-workbins-of-others': {
    says: 'Open work from the history that lies in the workbin of somebody else.',
    effect: 'held',
    since,
    needs: ['use-history'],
    genesys: { wording: 'Contact - Can Pull Interactions In Workbins Not Owned By The User' },
  },
  reopen: {
    says: 'Take finished work up again.',
    effect: 'held',
    since,
    perMedium: true,
    needs: ['handle'],
  },
  'mark-done-from-history': {
    says: 'Finish work where it waits or lies, without taking it up, if one may see it.',
    effect: 'held',
    since,
    perMedium: true,
    needs: ['handle', 'use-history'],
    genesys: {
      wording: 'Contact - Can Mark Done … (from history)',
      options: ['privilege.contact.can-mark-done.<channel>.from-history'],
    },
  },
  'see-own-history': {
    says: 'See on the desk what one has finished.',
    effect: 'told',
    since,
    needs: ['use-history'],
    genesys: { options: ['privilege.contact.can-use-contact-myhistory'] },
  },
  'see-workflow-state': {
    says: 'See in the history where work lies that is not finished.',
    effect: 'told',
    since,
    needs: ['use-history'],
    genesys: { options: ['privilege.contact.can-use-interaction-workflow-state'] },
  },
} as const satisfies Record<string, PrivilegeDescription>;
