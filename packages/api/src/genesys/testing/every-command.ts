/** Every command to an interaction and to a session: where it begins, how it is said on this wire, or why it is not. */
import type { CommandType, InteractionCommandType } from '@intray/core';
import { SESSION_COMMANDS } from './every-session-command.ts';
import {
  afterwards,
  anId,
  asleep,
  bin,
  done,
  hands,
  held,
  item,
  offered,
  ownTray,
  type Row,
  row,
  SHARED,
  SHARED_BIN,
  TOMORROW,
  task,
  tray,
  waiting,
} from './wishes.ts';

const INQUEUE = { queueName: 'Back' };
const OVERSEEN = 'Team leads work with their own desk; the API of agents documents no such operation.';

const INTERACTION_COMMANDS: Readonly<Record<InteractionCommandType, readonly Row[]>> = {
  submit: [
    {
      ...row(
        anId,
        (interactionId) => ({
          type: 'submit',
          interactionId,
          mediaType: 'workitem',
          queue: 'Inbox',
          userData: { a: 1 },
          take: true,
        }),
        [
          { queueName: 'Inbox' },
          { queueUri: 'http://x/api/v2/queues/Inbox' },
          { queueUri: '/queues/Inbox' },
        ].map(
          (queue) => ['/me/workitems', { operationName: 'Create', ...queue, userData: { a: 1 } }] as const,
        ),
      ),
      refusedTo: 'outsider',
    },
  ],
  accept: [
    row(offered, (interactionId) => ({ type: 'accept', interactionId }), item({ operationName: 'Accept' })),
  ],
  reject: [
    row(offered, (interactionId) => ({ type: 'reject', interactionId }), item({ operationName: 'Reject' })),
  ],
  complete: [
    row(hands, (interactionId) => ({ type: 'complete', interactionId }), item({ operationName: 'Complete' })),
    row(
      hands,
      (interactionId) => ({ type: 'complete', interactionId, disposition: 'solved' }),
      item({ operationName: 'Complete', disposition: 'solved' }),
    ),
  ],
  moveToQueue: [
    row(
      hands,
      (interactionId) => ({ type: 'moveToQueue', interactionId, queue: 'Back' }),
      item(
        { operationName: 'Complete', ...INQUEUE },
        { operationName: 'Complete', queueUri: '/api/v2/queues/Back' },
        { operationName: 'PlaceInQueue', ...INQUEUE },
        { operationName: 'PlaceInQueue', queueUri: 'http://x/api/v2/queues/Back' },
        { operationName: 'Transfer', ...INQUEUE },
        { operationName: 'Transfer', queueUri: 'http://x/api/v2/queues/Back' },
        { operationName: 'Transfer', targetUri: '/queues/Back' },
        { operationName: 'Transfer', targetPath: 'queues/Back' },
      ),
    ),
  ],
  transfer: [
    row(
      hands,
      (interactionId) => ({ type: 'transfer', interactionId, agentId: 'agent2' }),
      item(
        { operationName: 'Transfer', userUri: 'http://x/api/v2/users/agent2' },
        { operationName: 'Transfer', userUri: '/users/agent2' },
        { operationName: 'Transfer', targetUri: '/users/agent2' },
        { operationName: 'Transfer', targetPath: '/users/agent2' },
      ),
    ),
  ],
  attachUserData: [
    row(
      hands,
      (interactionId) => ({ type: 'attachUserData', interactionId, userData: { a: 1, b: null } }),
      item({ operationName: 'AttachUserData', userData: { a: 1, b: null } }),
    ),
  ],
  updateUserData: [
    row(
      hands,
      (interactionId) => ({ type: 'updateUserData', interactionId, userData: { a: '1' } }),
      item({ operationName: 'UpdateUserData', userData: { a: '1' } }),
    ),
  ],
  deleteUserData: [
    row(
      hands,
      (interactionId) => ({ type: 'deleteUserData', interactionId, keys: ['a'] }),
      item({ operationName: 'DeleteUserData', keys: ['a'] }),
    ),
  ],
  setInFocus: [
    row(
      hands,
      (interactionId) => ({ type: 'setInFocus', interactionId }),
      item({ operationName: 'SetInFocus' }),
    ),
  ],
  setDisposition: [
    row(
      hands,
      (interactionId) => ({ type: 'setDisposition', interactionId, disposition: 'solved' }),
      item(
        { operationName: 'SetDisposition', disposition: 'solved' },
        { operationName: 'SetDisposition', dispositionCode: 'solved' },
      ),
    ),
  ],
  placeInWorkbin: [
    row(
      hands,
      (interactionId) => ({
        type: 'placeInWorkbin',
        interactionId,
        workbin: ownTray('workitem.in-progress'),
      }),
      bin(
        ...['AddInteraction', 'AddInteractionToWorkbin', 'AddWorkitem'].flatMap((operationName) => [
          { operationName, id: '{id}' },
          { operationName, uri: 'http://x/api/v2/workitems/{id}' },
          { operationName, uri: '.../{id}' },
        ]),
      ),
    ),
    row(
      hands,
      (interactionId) => ({
        type: 'placeInWorkbin',
        interactionId,
        workbin: ownTray('workitem.in-progress'),
        saveLastAgent: false,
      }),
      bin(
        { operationName: 'AddWorkitem', id: '{id}', saveLAR: false },
        { operationName: 'AddInteraction', uri: '.../{id}', saveLAR: 'false' },
      ),
    ),
    row(
      hands,
      (interactionId) => ({
        type: 'placeInWorkbin',
        interactionId,
        workbin: ownTray('workitem.in-progress'),
        saveLastAgent: true,
      }),
      bin(
        { operationName: 'AddWorkitem', id: '{id}', saveLAR: true },
        { operationName: 'AddWorkitem', id: '{id}', saveLAR: 'true' },
      ),
    ),
  ],
  reportReply: [
    row(
      hands,
      (interactionId) => ({ type: 'reportReply', interactionId }),
      'Whoever sends the reply reports it through /api/v1; the API of agents knows no such operation.',
    ),
  ],
  moveToWorkbin: [
    row(tray, (interactionId) => ({ type: 'moveToWorkbin', interactionId, workbin: SHARED }), [
      [SHARED_BIN, { operationName: 'AddWorkitem', id: '{id}' }],
    ]),
  ],
  pull: [
    row(
      tray,
      (interactionId) => ({ type: 'pull', interactionId }),
      bin(
        { operationName: 'PullInteraction', id: '{id}' },
        { operationName: 'PullInteractionFromWorkbin', id: '{id}' },
        { operationName: 'PullWorkitem', id: '{id}' },
        { operationName: 'PullWorkitem', uri: '/api/v2/workitems/{id}', nickname: 'ignored' },
      ),
    ),
    row(
      afterwards(
        (t) => t.inHands('agent1', { mediaType: 'chat' }),
        'agent1',
        (interactionId) => ({
          type: 'placeInWorkbin',
          interactionId,
          workbin: ownTray('workitem.in-progress'),
        }),
      ),
      (interactionId) => ({ type: 'pull', interactionId, nickname: 'Annie' }),
      bin({ operationName: 'PullChat', id: '{id}', nickname: 'Annie' }),
    ),
  ],
  updateProperties: [
    row(
      hands,
      (interactionId) => ({ type: 'updateProperties', interactionId, priority: 5 }),
      'Priority, due date and contact are no properties that the API of agents lets change.',
    ),
  ],
  addNote: [
    row(
      hands,
      (interactionId) => ({ type: 'addNote', interactionId, text: 'seen' }),
      'Notes belong to the contact history in Genesys, which this API does not serve.',
    ),
  ],
  invite: [
    row(
      waiting,
      (interactionId) => ({ type: 'invite', interactionId, agentId: 'agent1' }),
      OVERSEEN,
      'lead1',
    ),
  ],
  revoke: [
    row(
      offered,
      (interactionId) => ({ type: 'revoke', interactionId, reason: 'supervisor' }),
      OVERSEEN,
      'lead1',
    ),
  ],
  hold: [row(waiting, (interactionId) => ({ type: 'hold', interactionId }), OVERSEEN, 'lead1')],
  resume: [row(held, (interactionId) => ({ type: 'resume', interactionId }), OVERSEEN, 'lead1')],
  cancel: [row(waiting, (interactionId) => ({ type: 'cancel', interactionId }), OVERSEEN, 'lead1')],
  applyRules: [row(task, (interactionId) => ({ type: 'applyRules', interactionId }), OVERSEEN, 'lead1')],
  restart: [row(done, (interactionId) => ({ type: 'restart', interactionId }), OVERSEEN, 'lead1')],
  reopen: [
    row(
      done,
      (interactionId) => ({ type: 'reopen', interactionId }),
      'Finished work is reopened from the contact history, which this API does not serve.',
    ),
  ],
  snooze: [
    row(
      hands,
      (interactionId) => ({ type: 'snooze', interactionId, wakeAt: TOMORROW }),
      'Snoozing is an addition of Intray; the API of agents knows no moment to come back at.',
    ),
  ],
  wake: [
    row(
      asleep,
      (interactionId) => ({ type: 'wake', interactionId }),
      'What sleeps in a workbin is pulled on this wire, which wakes it as well.',
    ),
  ],
};

export const COMMANDS: Readonly<Record<CommandType, readonly Row[]>> = {
  ...INTERACTION_COMMANDS,
  ...SESSION_COMMANDS,
};
