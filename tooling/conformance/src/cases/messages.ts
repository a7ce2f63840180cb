/** What an item's life tells, message by message and field by field, as the published transcripts have it. */

import type { Step } from '../stage/life.ts';
import { itemId } from '../stage/person.ts';
import { at, demand, equal, exactKeys, fields } from '../wire/expect.ts';
import { needsSupervisor } from './case.ts';
import { type Audience, itemMessage, tellingOf, workbinMessage, workitem } from './told.ts';

const { cases, tell } = tellingOf('messages');

const SIX = ['Transfer', 'AttachUserData', 'UpdateUserData', 'DeleteUserData', 'SetInFocus', 'Complete'];

/** Step, who is told, the state it is then in, what may be done, and who asked (whose referenceId it carries). */
const STORY: readonly (readonly [Step, Audience, string, readonly string[], Audience | 'nobody', string])[] =
  [
    ['invite', 'caller', 'Invited', ['Accept', 'Reject'], 'nobody', 'R49'],
    ['accept', 'caller', 'Processing', SIX, 'caller', 'R126'],
    ['add', 'caller', 'InWorkbin', [], 'caller', 'R52'],
    ['pull', 'caller', 'Processing', SIX, 'caller', 'R126'],
    ['offer', 'second', 'Invited', ['Accept', 'Reject'], 'nobody', 'R127'],
    ['reject', 'second', 'Completed', [], 'second', 'R127'],
    ['takeOver', 'second', 'Processing', SIX, 'second', 'R127'],
    ['complete', 'second', 'Completed', [], 'second', 'R132'],
  ];
for (const [step, who, state, capabilities, asker, numbers] of STORY) {
  const what = (field: string) => `${step}/${field}`;
  tell(what('messageType'), 'R49 R144', `${step} is told as a WorkitemStateChangeMessage`, (life) =>
    equal('messageType', itemMessage(life, step, who).data.messageType, 'WorkitemStateChangeMessage'),
  );
  tell(what('notificationType'), 'R50 R144', `${step} is told as a StatusChange`, (life) =>
    equal('notificationType', itemMessage(life, step, who).data.notificationType, 'StatusChange'),
  );
  tell(what('state'), numbers, `after ${step} the state is ${state}`, (life) =>
    equal('state', workitem(life, step, who).state, state),
  );
  tell(
    what('capabilities'),
    step === 'add' ? 'R53' : 'R127 R128 R129 R130 R131 R132',
    `after ${step} exactly these may be done, in order: ${capabilities.join(', ') || 'nothing'}`,
    (life) => equal('capabilities', workitem(life, step, who).capabilities, capabilities),
  );
  tell(what('id'), 'R54 R133', `${step} names the item by its id`, (life) =>
    equal('id', workitem(life, step, who).id, life.id),
  );
  if (asker === 'nobody')
    tell(what('no-referenceId'), 'R51', `${step} comes unasked and carries no referenceId`, (life) =>
      demand(
        !('referenceId' in itemMessage(life, step, who).data),
        'referenceId',
        'none',
        itemMessage(life, step, who).data,
      ),
    );
  else
    tell(what('referenceId'), 'R51 R144', `${step} carries the referenceId of the HTTP answer`, (life) => {
      const { data } = itemMessage(life, step, who);
      demand(Number.isInteger(data.referenceId), 'referenceId', 'an integer', data.referenceId);
      equal('referenceId', data.referenceId, at(life.moment(step).answer.body, 'referenceId'));
    });
}

for (const [step, key, value] of [
  ['attach', 'UserData2', 123456789],
  ['update', 'UserData1', 'DATA2'],
  ['remove', 'UserData2', undefined],
] as const) {
  const number = { attach: 'R128', update: 'R129', remove: 'R130' }[step];
  tell(`${step}/notificationType`, number, `${step} is told as PropertiesUpdated`, (life) =>
    equal('notificationType', itemMessage(life, step).data.notificationType, 'PropertiesUpdated'),
  );
  tell(`${step}/userData`, number, `${step} is told with the whole userData as it is then`, (life) => {
    const data = fields('userData', workitem(life, step).userData);
    demand(
      data[key] === value && data.ConformanceText === 'DATA1',
      'userData',
      `${key} = ${value} beside all the rest`,
      data,
    );
  });
  tell(`${step}/state`, number, `${step} leaves the state Processing`, (life) =>
    equal('state', workitem(life, step).state, 'Processing'),
  );
  tell(`${step}/referenceId`, `${number} R51`, `${step} carries the referenceId of the HTTP answer`, (life) =>
    equal(
      'referenceId',
      itemMessage(life, step).data.referenceId,
      at(life.moment(step).answer.body, 'referenceId'),
    ),
  );
}

tell('add/fields', 'R49 R50 R51', 'the message of Add has exactly the fields of the transcript', (life) =>
  exactKeys('data', itemMessage(life, 'add').data, [
    'workitem',
    'referenceId',
    'notificationType',
    'messageType',
  ]),
);
tell('add/workitem/fields', 'R52 R53 R54', 'the item in it too', (life) =>
  exactKeys('workitem', workitem(life, 'add'), [
    'userData',
    'receivedDate',
    'uri',
    'capabilities',
    'state',
    'id',
  ]),
);
tell(
  'add/workitem/receivedDate',
  'R54',
  'receivedDate is local time with milliseconds and an offset',
  (life) => {
    const { receivedDate } = workitem(life, 'add');
    demand(
      /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}[+-]\d{4}$/.test(String(receivedDate)),
      'receivedDate',
      'yyyy-MM-dd HH:mm:ss.SSSZ',
      receivedDate,
    );
  },
);
tell('add/workitem/uri', 'R54', 'uri is absolute and ends in the id', (life) => {
  const { uri } = workitem(life, 'add');
  demand(
    /^https?:\/\/[^/]+\/api\/v2\/workitems\//.test(String(uri)) && String(uri).endsWith(`/${life.id}`),
    'uri',
    `…/api/v2/workitems/${life.id}`,
    uri,
  );
});
tell('pull/fields', 'R144', 'the message of Pull has exactly the fields of the transcript', (life) =>
  exactKeys('data', itemMessage(life, 'pull').data, [
    'workitem',
    'referenceId',
    'notificationType',
    'messageType',
  ]),
);
tell('pull/workitem/fields', 'R126 R133', 'the item in it too: neither uri nor receivedDate', (life) =>
  exactKeys('workitem', workitem(life, 'pull'), ['userData', 'state', 'id', 'capabilities']),
);

for (const [step, action, number] of [
  ['add', 'ItemAdded', 'R48'],
  ['pull', 'ItemRemoved', 'R118 R125'],
] as const)
  for (const who of ['caller', 'supervisor'] as const) {
    const needless = who === 'supervisor' ? needsSupervisor : undefined;
    const what = (field: string) => `${step}/workbin/${who}/${field}`;
    tell(
      what('action'),
      number,
      `a subscribed ${who} is told ${action} of the workbin`,
      (life) => equal('action', workbinMessage(life, step, who).data.action, action),
      needless,
    );
    tell(
      what('channel'),
      number,
      `… on /v2/me/workbins`,
      (life) => equal('channel', workbinMessage(life, step, who).channel, '/v2/me/workbins'),
      needless,
    );
    tell(
      what('id'),
      number,
      '… with the id of the workbin',
      (life, { workbin }) => equal('id', workbinMessage(life, step, who).data.id, workbin.id),
      needless,
    );
    tell(
      what('item'),
      number,
      '… with the item under workitemStateResourceV2',
      (life) =>
        equal('id', at(workbinMessage(life, step, who).data, 'workitemStateResourceV2', 'id'), life.id),
      needless,
    );
  }
for (const step of ['add', 'pull'] as const) {
  tell(
    `${step}/workbin/supervisor/no-referenceId`,
    'R51',
    `a bystander's message of ${step} has no referenceId`,
    (life) =>
      demand(
        !('referenceId' in workbinMessage(life, step, 'supervisor').data),
        'referenceId',
        'none',
        workbinMessage(life, step, 'supervisor').data,
      ),
    needsSupervisor,
  );
  tell(`${step}/order`, 'R48 R125', `${step} tells of the workbin first, then of the item`, (life) =>
    equal(
      'order',
      life.moment(step).caller.map(({ data }) => data.messageType),
      ['WorkbinStateChangeMessage', 'WorkitemStateChangeMessage'],
    ),
  );
  tell(`${step}/colleague`, 'R51', `${step} is not told to a colleague`, (life) =>
    equal('messages', life.moment(step).second, []),
  );
  tell(`${step}Unwatched`, 'R29', `${step} after Unsubscribe tells of the item alone`, (life) =>
    equal(
      'messages',
      life.moment(`${step}Unwatched`).caller.map(({ data }) => data.messageType),
      ['WorkitemStateChangeMessage'],
    ),
  );
}
tell('offer/caller', 'R127', 'offering to a colleague takes nothing from the caller', (life) => {
  const states = life
    .moment('offer')
    .caller.filter(({ data }) => itemId(data) === life.id)
    .map(({ data }) => at(data, 'workitem', 'state'));
  demand(
    states.every((state) => state === 'Processing'),
    'states told to the caller',
    'Processing or nothing',
    states,
  );
});
tell('takeOver/caller', 'R127', 'when the colleague accepts, the caller is told that it is gone', (life) => {
  const { state } = workitem(life, 'takeOver', 'caller');
  demand(['Completed', 'Transferred'].includes(String(state)), 'state', 'Completed or Transferred', state);
});

export const messageCases = cases;
