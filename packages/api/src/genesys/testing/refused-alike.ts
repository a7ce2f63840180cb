/** One refusal of each kind that a request can meet on every wire. */
import { workbinId } from '../addresses.ts';
import { bin, done, hands, item, ownTray, type Row, row, type Words } from './wishes.ts';

export interface Refused {
  readonly why: string;
  readonly row: Row;
  readonly statusCode: number;
}

const refused = (
  why: string,
  statusCode: number,
  begin: Row['begin'],
  wish: Row['wish'],
  v2: readonly Words[],
): Refused => ({ why, statusCode, row: row(begin, wish, v2) });

export const REFUSALS: readonly Refused[] = [
  refused(
    'it is done already',
    2,
    done,
    (interactionId) => ({ type: 'complete', interactionId }),
    item({ operationName: 'Complete' }),
  ),
  refused(
    'it is offered to nobody',
    2,
    hands,
    (interactionId) => ({ type: 'reject', interactionId }),
    item({ operationName: 'Reject' }),
  ),
  refused(
    'the queue does not exist',
    6,
    hands,
    (interactionId) => ({ type: 'moveToQueue', interactionId, queue: 'Nowhere' }),
    item(
      { operationName: 'Complete', queueName: 'Nowhere' },
      { operationName: 'PlaceInQueue', queueName: 'Nowhere' },
      { operationName: 'Transfer', queueName: 'Nowhere' },
    ),
  ),
  refused(
    'the colleague does not exist',
    6,
    hands,
    (interactionId) => ({ type: 'transfer', interactionId, agentId: 'nobody' }),
    item({ operationName: 'Transfer', userUri: '/users/nobody' }),
  ),
  refused(
    'the colleague is not there',
    5,
    hands,
    (interactionId) => ({ type: 'transfer', interactionId, agentId: 'agent3' }),
    item({ operationName: 'Transfer', userUri: '/users/agent3' }),
  ),
  refused(
    'the colleague is oneself',
    10,
    hands,
    (interactionId) => ({ type: 'transfer', interactionId, agentId: 'agent1' }),
    item({ operationName: 'Transfer', userUri: '/users/agent1' }),
  ),
  refused(
    'the disposition does not exist',
    6,
    hands,
    (interactionId) => ({ type: 'setDisposition', interactionId, disposition: 'perfect' }),
    item({ operationName: 'SetDisposition', disposition: 'perfect' }),
  ),
  refused(
    'there is too much data',
    10,
    hands,
    (interactionId) => ({ type: 'attachUserData', interactionId, userData: { a: 'x'.repeat(300_000) } }),
    item({ operationName: 'AttachUserData', userData: { a: 'x'.repeat(300_000) } }),
  ),
  refused(
    'it is in the hands of somebody else',
    19,
    (t) => t.inHands('agent2'),
    (interactionId) => ({ type: 'pull', interactionId }),
    bin({ operationName: 'PullWorkitem', id: '{id}' }, { operationName: 'PullInteraction', id: '{id}' }),
  ),
  refused(
    'it does not exist',
    6,
    async () => 'NOWHERE000000000',
    (interactionId) => ({ type: 'pull', interactionId }),
    bin({ operationName: 'PullWorkitem', id: '{id}' }),
  ),
  refused(
    'the workbin takes other media',
    2,
    hands,
    (interactionId) => ({ type: 'placeInWorkbin', interactionId, workbin: ownTray('mail') }),
    [[`/workbins/${workbinId('mail')}`, { operationName: 'AddWorkitem', id: '{id}' }]],
  ),
  refused(
    'the workbin is full',
    2,
    async (t) => {
      await t.inTray('agent1', 'small');
      return t.inHands('agent1');
    },
    (interactionId) => ({ type: 'placeInWorkbin', interactionId, workbin: ownTray('small') }),
    [[`/workbins/${workbinId('small')}`, { operationName: 'AddWorkitem', id: '{id}' }]],
  ),
  refused(
    "the workbin is somebody else's",
    5,
    hands,
    (interactionId) => ({
      type: 'placeInWorkbin',
      interactionId,
      workbin: { type: 'workitem.in-progress', owner: { kind: 'Agent', id: 'agent2' } },
    }),
    [
      [
        `/users/agent2/workbins/${workbinId('workitem.in-progress')}`,
        { operationName: 'AddWorkitem', id: '{id}' },
      ],
    ],
  ),
  refused(
    'the workbin does not exist',
    6,
    hands,
    (interactionId) => ({ type: 'placeInWorkbin', interactionId, workbin: ownTray('nothing') }),
    [['/workbins/nothing', { operationName: 'AddWorkitem', id: '{id}' }]],
  ),
];
