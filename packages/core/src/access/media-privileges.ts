/** What people may do with work of a medium: one block for each medium, with the same privileges in each. */
import type { PrivilegeDescription } from './privilege.ts';

const since = '0.1.0';
const channel = (what: string) => [`privilege.<channel>.${what}`];
const needsChannel = { perMedium: true, needs: ['handle'], since } as const;

export const MEDIA_PRIVILEGES = {
  handle: {
    says: 'Log on to the channel of the medium, be offered its work, take it up and handle it.',
    effect: 'held',
    perMedium: true,
    since,
    genesys: { wording: 'Can Use (WorkItem Channel, E-mail, Chat …)', options: channel('can-use') },
  },
  decline: {
    ...needsChannel,
    says: 'Say no to an offer.',
    effect: 'held',
    genesys: { wording: 'Can Decline', options: channel('can-decline') },
  },
  'mark-done': {
    ...needsChannel,
    says: 'Finish work in hand, and work that lies in a workbin of one’s own or of one’s group.',
    effect: 'held',
    genesys: { wording: 'Can Mark Done', options: channel('can-mark-done') },
  },
  transfer: {
    ...needsChannel,
    says: 'Transfer work in hand to a colleague, an agent group or a skill.',
    effect: 'held',
    genesys: { wording: 'Can One Step Transfer', options: channel('can-one-step-transfer') },
  },
  'set-disposition': {
    ...needsChannel,
    says: 'Choose the disposition, also while finishing.',
    effect: 'held',
    genesys: {
      wording: 'Can Set Interaction Disposition',
      options: channel('can-set-interaction-disposition'),
    },
  },
  'move-to-workbin': {
    perMedium: true,
    needs: ['handle', 'use-workbins'],
    since,
    says: 'Put work in hand into a workbin, and move it from there to another.',
    effect: 'held',
    genesys: { wording: 'Can Move To Workbin', options: channel('can-move-to-workbin') },
  },
  'move-to-queue': {
    ...needsChannel,
    says: 'Give work in hand, or from a workbin of one’s own or of one’s group, to a queue.',
    effect: 'held',
    genesys: { wording: 'Can Move To Queue', options: channel('can-move-to-queue') },
  },
} as const satisfies Record<string, PrivilegeDescription>;

/** Of the block for e-mail. Intray keeps them; its desk writes no e-mail. */
const onlyEmail = { ...needsChannel, onlyFor: 'email', effect: 'none' } as const;

export const EMAIL_PRIVILEGES = {
  reply: {
    ...onlyEmail,
    says: 'Reply to an e-mail.',
    genesys: { wording: 'Can Reply', options: ['privilege.email.can-reply'] },
  },
  'reply-all': {
    ...onlyEmail,
    says: 'Reply to everybody an e-mail went to.',
    genesys: { wording: 'Can Reply All', options: ['privilege.email.can-reply-all'] },
  },
  'add-attachments': {
    ...onlyEmail,
    says: 'Attach files to an e-mail.',
    genesys: { wording: 'Can Add Attachments', options: ['privilege.email.can-add-attachments'] },
  },
  send: {
    ...onlyEmail,
    says: 'Send an e-mail.',
    genesys: { wording: 'Can Send', options: ['privilege.email.can-send'] },
  },
  'send-interim': {
    ...onlyEmail,
    says: 'Send an answer and go on working on the e-mail.',
    genesys: { wording: 'Can Interim Send', options: ['privilege.email.can-interim-send'] },
  },
  'save-draft': {
    ...onlyEmail,
    says: 'Save the draft of an e-mail.',
    genesys: { wording: 'Can Save', options: ['privilege.email.can-save'] },
  },
  'delete-draft': {
    ...onlyEmail,
    says: 'Delete the draft of an e-mail.',
    genesys: { wording: 'Can Delete', options: ['privilege.email.can-delete'] },
  },
  release: {
    ...onlyEmail,
    says: 'Let go of an e-mail without finishing it.',
    genesys: { wording: 'Can Release', options: ['privilege.email.can-release'] },
  },
} as const satisfies Record<string, PrivilegeDescription>;
