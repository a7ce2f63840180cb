/** One well-formed command of every kind, about an interaction of the demo centre: complete by type. */
import type { Command, CommandType } from '@intray/core';

const shared = { type: 'team.shared', owner: { kind: 'AgentGroup' as const, id: 'Demo Team' } };
const agentId = 'agent1';

export const SAMPLES = {
  submit: (interactionId) => ({
    type: 'submit',
    interactionId,
    mediaType: 'workitem',
    queue: 'Inbox',
    userData: { a: 1 },
  }),
  updateProperties: (interactionId) => ({ type: 'updateProperties', interactionId, priority: 7 }),
  invite: (interactionId) => ({ type: 'invite', interactionId, agentId }),
  accept: (interactionId) => ({ type: 'accept', interactionId }),
  reject: (interactionId) => ({ type: 'reject', interactionId, reason: 'busy' }),
  revoke: (interactionId) => ({ type: 'revoke', interactionId, reason: 'supervisor' }),
  placeInWorkbin: (interactionId) => ({ type: 'placeInWorkbin', interactionId, workbin: shared }),
  reportReply: (interactionId) => ({ type: 'reportReply', interactionId }),
  pull: (interactionId) => ({ type: 'pull', interactionId }),
  moveToWorkbin: (interactionId) => ({ type: 'moveToWorkbin', interactionId, workbin: shared }),
  moveToQueue: (interactionId) => ({ type: 'moveToQueue', interactionId, queue: 'Inbox' }),
  transfer: (interactionId) => ({ type: 'transfer', interactionId, agentId: 'agent2' }),
  complete: (interactionId) => ({ type: 'complete', interactionId, disposition: 'solved' }),
  reopen: (interactionId) => ({ type: 'reopen', interactionId }),
  restart: (interactionId) => ({ type: 'restart', interactionId }),
  hold: (interactionId) => ({ type: 'hold', interactionId }),
  resume: (interactionId) => ({ type: 'resume', interactionId }),
  applyRules: (interactionId) => ({ type: 'applyRules', interactionId }),
  cancel: (interactionId) => ({ type: 'cancel', interactionId }),
  snooze: (interactionId) => ({ type: 'snooze', interactionId, wakeAt: 4_000_000_000_000 }),
  wake: (interactionId) => ({ type: 'wake', interactionId }),
  attachUserData: (interactionId) => ({
    type: 'attachUserData',
    interactionId,
    userData: { b: [1, null, 'x'] },
  }),
  updateUserData: (interactionId) => ({ type: 'updateUserData', interactionId, userData: { a: 2 } }),
  deleteUserData: (interactionId) => ({ type: 'deleteUserData', interactionId, keys: ['a'] }),
  setDisposition: (interactionId) => ({ type: 'setDisposition', interactionId, disposition: 'solved' }),
  addNote: (interactionId) => ({ type: 'addNote', interactionId, text: 'Looked at it.' }),
  setInFocus: (interactionId) => ({ type: 'setInFocus', interactionId }),
  startSession: () => ({ type: 'startSession', agentId, channels: [{ mediaType: 'email', ready: true }] }),
  endSession: () => ({ type: 'endSession', agentId }),
  renewLease: () => ({ type: 'renewLease', agentId }),
  expireLease: () => ({ type: 'expireLease', agentId }),
  setReady: () => ({ type: 'setReady', agentId }),
  setNotReady: () => ({ type: 'setNotReady', agentId, reason: 'lunch' }),
  leaveChannel: () => ({ type: 'leaveChannel', agentId, mediaType: 'email' }),
} as const satisfies {
  readonly [K in CommandType]: (interactionId: string) => Command & { readonly type: K };
};
