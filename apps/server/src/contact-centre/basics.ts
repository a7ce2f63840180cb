/** What every contact centre begins with: roles, outcomes of work, reasons for not being ready. */
import type { ContactCentreConfig, Disposition, NotReadyReason, Privilege } from '@intray/core';

const AGENT: Privilege[] = [
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
];

/** Privileges of several roles add up, so each role says only what it brings. */
export const roles: ContactCentreConfig['roles'] = [
  { id: 'Agent', name: 'Agent', privileges: AGENT },
  { id: 'Team Lead', name: 'Team lead', privileges: [...AGENT, 'supervise'] },
  { id: 'Administrator', name: 'Administrator', privileges: [...AGENT, 'supervise', 'administer'] },
];

export const dispositions: Disposition[] = [
  { id: 'resolved', name: 'Resolved' },
  { id: 'answered', name: 'Answered' },
  { id: 'passed-on', name: 'Passed on' },
  { id: 'no-answer-needed', name: 'No answer needed' },
  { id: 'spam', name: 'Spam' },
];

export const notReadyReasons: NotReadyReason[] = [
  { id: 'break', name: 'Break' },
  { id: 'lunch', name: 'Lunch' },
  { id: 'training', name: 'Training' },
  { id: 'meeting', name: 'Meeting' },
  { id: 'paperwork', name: 'Paperwork' },
];
