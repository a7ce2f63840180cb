/**
 * What a role may allow. Nobody may do anything that no role of theirs allows; there is no "everybody may".
 */
export const PRIVILEGES = [
  /** Bring work in. */
  'submit',
  /** Log on to media channels, be offered work, handle it. */
  'handle',
  'decline',
  'mark-done',
  'transfer',
  'move-to-queue',
  'use-workbins',
  'set-disposition',
  /** Take a particular interaction out of a queue instead of waiting to be offered one. */
  'pull-from-queue',
  /** Open work from its contact's history that lies in a group's workbin, or in one of somebody else. */
  'pull-from-shared-workbins',
  'pull-from-workbins-of-others',
  'reopen',
  /** See and move the work of the agent groups one supervises, and of the queues that feed them. */
  'supervise',
  /** See and move everything, and configure the contact centre. */
  'administer',
] as const;

export type Privilege = (typeof PRIVILEGES)[number];
