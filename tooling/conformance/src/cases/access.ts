/** Strangers get nothing, and colleagues nothing of each other's: endpoint by endpoint. */

import type { Item } from '../stage/items.ts';
import type { Stage } from '../stage/stage.ts';
import { demand, deviate, refused } from '../wire/expect.ts';
import type { Rest } from '../wire/rest.ts';
import { casesOf, needsCreate } from './case.ts';
import { NOT_YOURS, STRANGER } from './codes.ts';

const { cases, refuses } = casesOf('access');

const READS: Readonly<Record<string, (stage: Stage) => string>> = {
  me: () => '/api/v2/me',
  'me-subresources': () => '/api/v2/me?subresources=*',
  users: () => '/api/v2/users?fields=*',
  queues: () => '/api/v2/queues?fields=*',
  'agent-states': () => '/api/v2/settings/agent-states',
  workbins: () => '/api/v2/workbins?fields=*',
  'my-workbins': () => '/api/v2/me/workbins?fields=*',
  workbin: ({ workbin }) => workbin.path,
  'workbin-content': ({ workbin }) => `${workbin.path}?subresources=*`,
  'workbin-by-media': ({ workbin }) => `${workbin.path}/workitems?fields=*`,
  "user's-workbin": ({ caller, workbin }) =>
    `/api/v2/users/${caller.id}/workbins/${workbin.id}?subresources=*`,
  workitems: () => '/api/v2/me/workitems?fields=*',
};
const ITEM_OPERATIONS = [
  'Accept',
  'Reject',
  'Transfer',
  'AttachUserData',
  'UpdateUserData',
  'DeleteUserData',
  'SetInFocus',
  'Complete',
];

const tryOn = (rest: Rest, stage: Stage, item: Item, operationName: string) =>
  rest.post(item.path, {
    operationName,
    ...(operationName.endsWith('teUserData') || operationName === 'AttachUserData'
      ? { userData: { Key: 'foreign' } }
      : {}),
    ...(operationName === 'DeleteUserData' ? { keys: ['Key'] } : {}),
    ...(operationName === 'Transfer' ? { userUri: stage.second.uri } : {}),
  });

/** It lies where it lay: on the caller's desk. */
async function untouched(stage: Stage, { id }: Item): Promise<void> {
  const ids = await stage.caller.ids('workitem');
  demand(ids.includes(id), "the caller's items", id, ids);
}

for (const [what, path] of Object.entries(READS))
  refuses(`stranger/read/${what}`, 'R23', `a stranger may not read ${what}`, async (stage) =>
    refused(await stage.stranger.get(path(stage)), STRANGER),
  );
for (const operationName of ['Subscribe', 'Unsubscribe', 'AddWorkitem', 'PullWorkitem', 'PullInteraction'])
  refuses(`stranger/workbin/${operationName}`, 'R23', `a stranger may not ${operationName}`, async (stage) =>
    refused(
      await stage.stranger.post(stage.workbin.path, { operationName, id: '0000000000000000' }),
      STRANGER,
    ),
  );
for (const operationName of ['StartContactCenterSession', 'EndContactCenterSession', 'Ready', 'NotReady'])
  refuses(
    `stranger/me/${operationName}`,
    'R23',
    `a stranger may not ${operationName}`,
    async ({ stranger }) => refused(await stranger.post('/api/v2/me', { operationName }), STRANGER),
  );
refuses(
  'stranger/create',
  'R23',
  'a stranger may not Create',
  async ({ stranger, queue }) =>
    refused(
      await stranger.post('/api/v2/me/workitems', { operationName: 'Create', queueUri: queue.uri }),
      STRANGER,
    ),
  needsCreate,
);
for (const operationName of ITEM_OPERATIONS)
  refuses(
    `stranger/item/${operationName}`,
    'R23',
    `a stranger may not ${operationName} an item`,
    async (stage) => {
      const item = await stage.item();
      refused(await tryOn(stage.stranger, stage, item, operationName), STRANGER);
      await untouched(stage, item);
    },
  );
refuses('stranger/bad-json', 'R23', 'a stranger learns nothing about the body sent', async ({ stranger }) =>
  refused(await stranger.post('/api/v2/me', undefined, { raw: '{' }), STRANGER),
);

for (const operationName of ITEM_OPERATIONS)
  refuses(
    `colleague/item/${operationName}`,
    'R119',
    `a colleague may not ${operationName} what another is working on`,
    async (stage) => {
      const item = await stage.item();
      refused(await tryOn(stage.second.rest, stage, item, operationName), NOT_YOURS);
      await untouched(stage, item);
    },
  );
for (const operationName of ['AddWorkitem', 'AddInteraction'])
  refuses(
    `colleague/${operationName}`,
    'R34',
    `a colleague may not ${operationName} what another is working on`,
    async (stage) => {
      const item = await stage.item();
      refused(await stage.second.rest.post(stage.workbin.path, { operationName, id: item.id }), NOT_YOURS);
      await untouched(stage, item);
    },
  );
for (const operationName of ['PullWorkitem', 'PullInteraction'])
  for (const where of ['own', 'the owner'] as const)
    refuses(
      `colleague/${operationName}/${where}`,
      'R119',
      `a colleague may not ${operationName} what rests in another's workbin, through ${where}'s address`,
      async (stage) => {
        const { id } = await stage.restingItem();
        const path =
          where === 'own'
            ? stage.workbin.path
            : `/api/v2/users/${stage.caller.id}/workbins/${stage.workbin.id}`;
        refused(await stage.second.rest.post(path, { operationName, id }), NOT_YOURS);
      },
    );
refuses(
  'colleague/content',
  'R22',
  "a colleague may not read another's workbin",
  async ({ caller, second, workbin }) =>
    refused(
      await second.rest.get(`/api/v2/users/${caller.id}/workbins/${workbin.id}?subresources=*`),
      NOT_YOURS,
    ),
);
refuses(
  'colleague/list',
  'R22',
  "a colleague's own tray of the same type does not show another's items",
  async (stage) => {
    const { id } = await stage.restingItem();
    const answer = await stage.second.rest.get(`${stage.workbin.path}?subresources=*`);
    if (answer.text.includes(id)) deviate("the colleague's tray", `without ${id}`, answer.text);
    refused(
      await stage.second.rest.post(stage.workbin.path, { operationName: 'PullWorkitem', id }),
      NOT_YOURS,
    );
  },
);

export const accessCases = cases;
