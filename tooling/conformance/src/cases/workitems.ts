/** Items on a desk: making them, reading them back, and each operation in the forms that documents show. */

import { MEDIA, MEDIA_NAMES } from '../stage/settings.ts';
import { accepted, demand, equal, refused } from '../wire/expect.ts';
import { casesOf, needsCreate, needsMedium } from './case.ts';
import { MALFORMED, MISSING, UNKNOWN } from './codes.ts';
import { operate, read, userData } from './desk.ts';

const { cases, does, refuses } = casesOf('workitems');

for (const medium of MEDIA_NAMES) {
  does(
    `list/${medium}`,
    'R22',
    `GET /me/${MEDIA[medium].path}?fields=* brings back what is on the desk`,
    async (stage) => void (await read(stage, await stage.item(medium))),
    needsMedium(medium),
  );
  does(
    `Complete/${medium}`,
    'R132',
    `Complete of a ${medium} is accepted and takes it off the desk`,
    async (stage) => {
      const item = await stage.item(medium);
      accepted(await operate(stage, item, { operationName: 'Complete' }));
      const ids = await stage.caller.ids(medium);
      demand(!ids.includes(item.id), 'the items on the desk', `not ${item.id}`, ids);
    },
    needsMedium(medium),
  );
}

does('list/state', 'R126', 'a created item is listed as Processing', async (stage) =>
  equal('state', (await read(stage, await stage.item())).state, 'Processing'),
);
does(
  'list/capabilities',
  'R127 R132',
  'a created item is listed with the six capabilities in order',
  async (stage) =>
    equal('capabilities', (await read(stage, await stage.item())).capabilities, [
      'Transfer',
      'AttachUserData',
      'UpdateUserData',
      'DeleteUserData',
      'SetInFocus',
      'Complete',
    ]),
);
does('list/id', 'R133', 'an id has 16 upper-case letters and digits', async (stage) => {
  const { id } = await stage.item();
  demand(/^[0-9A-Z]{16}$/.test(id), 'id', '16 upper-case letters and digits', id);
});
does('list/uri', 'R54', 'an item has an absolute uri that ends in its id', async (stage) => {
  const item = await stage.item();
  const { uri } = await read(stage, item);
  demand(
    /^https?:\/\/[^/]+\/api\/v2\/workitems\//.test(String(uri)) && String(uri).endsWith(`/${item.id}`),
    'uri',
    `…/api/v2/workitems/${item.id}`,
    uri,
  );
});
does('list/receivedDate', 'R54', 'an item has its date in the documented form', async (stage) => {
  const { receivedDate } = await read(stage, await stage.item());
  demand(
    /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}[+-]\d{4}$/.test(String(receivedDate)),
    'receivedDate',
    'yyyy-MM-dd HH:mm:ss.SSSZ',
    receivedDate,
  );
});
does(
  'Create/workitemType',
  '',
  'a created item says workitemType Inbound',
  async (stage) => equal('workitemType', (await read(stage, await stage.item())).workitemType, 'Inbound'),
  needsCreate,
);
does(
  'Create/answer',
  'R47',
  'Create answers exactly statusCode and referenceId',
  async ({ caller, queue, keepTrackOf }) => {
    const before = await caller.ids('workitem');
    accepted(
      await caller.rest.post('/api/v2/me/workitems', { operationName: 'Create', queueUri: queue.uri }),
    );
    for (const id of await caller.ids('workitem'))
      if (!before.includes(id)) keepTrackOf(id, 'workitem', caller);
  },
  needsCreate,
);
refuses(
  'Create/unknown-queue',
  '',
  'Create for an unknown queue is not found',
  async ({ caller, settings }) => {
    const queueUri = `${settings.url}/api/v2/queues/no-such-queue`;
    refused(await caller.rest.post('/api/v2/me/workitems', { operationName: 'Create', queueUri }), UNKNOWN);
  },
  needsCreate,
);

for (const [kind, value] of [
  ['string', 'DATA1'],
  ['empty-string', ''],
  ['int', 123456789],
  ['zero', 0],
  ['null', null],
  ['unicode', 'Grüße, 東京 🙂'],
  ['quote', 'a"b\\c\n'],
] as const) {
  does(
    `AttachUserData/${kind}`,
    'R63 R128',
    `AttachUserData keeps a value of the kind ${kind}`,
    async (stage) => {
      const item = await stage.item();
      accepted(await operate(stage, item, { operationName: 'AttachUserData', userData: { Key: value } }));
      equal('userData.Key', (await userData(stage, item)).Key, value);
    },
  );
  does(
    `UpdateUserData/${kind}`,
    'R63 R129',
    `UpdateUserData writes a value of the kind ${kind}`,
    async (stage) => {
      const item = await stage.item();
      accepted(await operate(stage, item, { operationName: 'AttachUserData', userData: { Key: 'before' } }));
      accepted(await operate(stage, item, { operationName: 'UpdateUserData', userData: { Key: value } }));
      equal('userData.Key', (await userData(stage, item)).Key, value);
    },
  );
}
for (const key of ['PegAG?: 2>1', 'CBR-IT-path_DBIDs', 'with blank', 'ключ'])
  does(`AttachUserData/key/${key}`, 'R62', `the key "${key}" survives`, async (stage) => {
    const item = await stage.item();
    accepted(await operate(stage, item, { operationName: 'AttachUserData', userData: { [key]: 1 } }));
    equal(key, (await userData(stage, item))[key], 1);
  });
does('AttachUserData/others-stay', 'R128', 'AttachUserData leaves other keys alone', async (stage) => {
  const item = await stage.item();
  await operate(stage, item, { operationName: 'AttachUserData', userData: { First: '1' } });
  await operate(stage, item, { operationName: 'AttachUserData', userData: { Second: '2' } });
  const { First, Second } = await userData(stage, item);
  equal('both keys', [First, Second], ['1', '2']);
});
does('DeleteUserData', 'R130', 'DeleteUserData removes the named keys alone', async (stage) => {
  const item = await stage.item();
  await operate(stage, item, { operationName: 'AttachUserData', userData: { Gone: '1', Stays: '2' } });
  accepted(await operate(stage, item, { operationName: 'DeleteUserData', keys: ['Gone'] }));
  const data = await userData(stage, item);
  demand(!('Gone' in data) && data.Stays === '2', 'userData', 'Stays without Gone', data);
});
does(
  'SetInFocus',
  'R131',
  'SetInFocus is accepted',
  async (stage) => void accepted(await operate(stage, await stage.item(), { operationName: 'SetInFocus' })),
);
does('Complete/queueName', 'R132', 'Complete with queueName puts the item into that queue', async (stage) => {
  const item = await stage.item();
  accepted(await operate(stage, item, { operationName: 'Complete', queueName: stage.queue.name }));
  const ids = await stage.caller.ids('workitem');
  demand(!ids.includes(item.id), 'the items on the desk', `not ${item.id}`, ids);
});
refuses(
  'Complete/unknown-queue',
  'R132',
  'Complete into an unknown queue is not found, and the item stays',
  async (stage) => {
    const item = await stage.item();
    refused(await operate(stage, item, { operationName: 'Complete', queueName: 'No Such Queue' }), [
      ...UNKNOWN,
      2,
    ]);
    await read(stage, item);
  },
);

const WITH_BODY: readonly (readonly [string, string, object, readonly number[]])[] = [
  ['AttachUserData', 'R128', {}, MISSING],
  ['UpdateUserData', 'R129', {}, MISSING],
  ['DeleteUserData', 'R130', {}, MISSING],
  ['AttachUserData', 'R128', { userData: 'text' }, MALFORMED],
  ['AttachUserData', 'R128', { userData: ['a'] }, MALFORMED],
  ['UpdateUserData', 'R129', { userData: 7 }, MALFORMED],
  ['DeleteUserData', 'R130', { keys: 7 }, MALFORMED],
  ['DeleteUserData', 'R130', { keys: [{}] }, MALFORMED],
];
for (const [operationName, numbers, body, codes] of WITH_BODY)
  refuses(
    `${operationName}/wrong/${JSON.stringify(body)}`,
    numbers,
    `${operationName} with ${JSON.stringify(body)} is refused and changes nothing`,
    async (stage) => {
      const item = await stage.item();
      const before = await userData(stage, item);
      refused(await operate(stage, item, { operationName, ...body }), codes);
      equal('userData', await userData(stage, item), before);
    },
  );

for (const operationName of [
  'Accept',
  'Reject',
  'Complete',
  'SetInFocus',
  'AttachUserData',
  'UpdateUserData',
  'DeleteUserData',
  'Transfer',
])
  refuses(
    `${operationName}/unknown-item`,
    'R133',
    `${operationName} of an unknown id is not found`,
    async ({ caller, second }) =>
      refused(
        await caller.rest.post('/api/v2/me/workitems/0000000000000000', {
          operationName,
          userData: { Key: '1' },
          keys: ['Key'],
          ...(operationName === 'Transfer' ? { userUri: second.uri } : {}),
        }),
        UNKNOWN,
      ),
  );

export const workitemCases = cases;
