/** Asking to be told of a workbin's changes, and asking no more. */

import type { Person } from '../stage/person.ts';
import type { Stage } from '../stage/stage.ts';
import { accepted, at, demand, equal, exactKeys, fields, refused, success } from '../wire/expect.ts';
import type { Told } from '../wire/inbox.ts';
import type { Answer } from '../wire/rest.ts';
import { casesOf, needsGroup, needsSupervisor } from './case.ts';
import { NOT_SUBSCRIBED, NOT_YOURS, UNKNOWN } from './codes.ts';

const { cases, does, refuses, tells } = casesOf('subscribe');

const subscribe = (person: Person, path: string) => person.rest.post(path, { operationName: 'Subscribe' });
const unsubscribe = (person: Person, path: string) =>
  person.rest.post(path, { operationName: 'Unsubscribe' });

/** A refusal now, or an acceptance and then `RequestFailed`: the documents allow both. */
async function refusedOrFailed(
  person: Person,
  ask: () => Promise<Answer>,
  codes: readonly number[],
): Promise<void> {
  const since = person.inbox.told.length;
  const answer = await ask();
  if (at(answer.body, 'statusCode') !== 0) return refused(answer, codes);
  await person.inbox.next('RequestFailed', ({ data }) => data.stateResource === 'RequestFailed', since);
}

/** The confirmation with the number of the request: those of earlier requests may still be on their way. */
const confirmation = (person: Person, state: string, reference: unknown, since: number): Promise<Told> =>
  person.inbox.next(
    `${state} with the referenceId ${String(reference)}`,
    ({ data }) => data.stateResource === state && data.referenceId === reference,
    since,
  );

const workbinNews = (told: readonly Told[]) =>
  told.filter(({ data }) => data.messageType === 'WorkbinStateChangeMessage');

const PLACES: readonly (readonly [
  string,
  (stage: Stage) => string,
  (stage: Stage) => Person,
  typeof needsGroup | undefined,
])[] = [
  ['workbins', ({ workbin }) => workbin.path, ({ caller }) => caller, undefined],
  ['me-workbins', ({ workbin }) => `/api/v2/me/workbins/${workbin.id}`, ({ caller }) => caller, undefined],
  [
    'user',
    ({ workbin, caller }) => `/api/v2/users/${caller.id}/workbins/${workbin.id}`,
    ({ supervisor, caller }) => supervisor ?? caller,
    needsSupervisor,
  ],
  [
    'group',
    ({ groupWorkbin, settings }) =>
      `/api/v2/me/workbins/${groupWorkbin?.id}?agentGroup=${encodeURIComponent(settings.agentGroup ?? '')}`,
    ({ caller }) => caller,
    needsGroup,
  ],
];

for (const [where, path, by, needless] of PLACES) {
  does(
    `${where}/subscribe`,
    'R25 R28',
    `Subscribe on ${where} is accepted`,
    async (stage) => {
      accepted(await subscribe(by(stage), path(stage)));
      await unsubscribe(by(stage), path(stage));
    },
    needless,
  );
  does(
    `${where}/unsubscribe`,
    'R29',
    `Unsubscribe on ${where} is accepted after a Subscribe`,
    async (stage) => {
      await subscribe(by(stage), path(stage));
      accepted(await unsubscribe(by(stage), path(stage)));
    },
    needless,
  );
  for (const [operation, state, ask] of [
    ['Subscribe', 'Subscribed', subscribe],
    ['Unsubscribe', 'Unsubscribed', unsubscribe],
  ] as const) {
    tells(
      `${where}/${state}`,
      operation === 'Subscribe' ? 'R28' : 'R29',
      `${operation} on ${where} is confirmed by a message with ${state} and the referenceId`,
      async (stage) => {
        const person = by(stage);
        if (operation === 'Unsubscribe') await subscribe(person, path(stage));
        const since = person.inbox.told.length;
        const reference = at((await ask(person, path(stage))).body, 'referenceId');
        const { channel, data } = await confirmation(person, state, reference, since);
        if (operation === 'Subscribe') await unsubscribe(person, path(stage));
        equal('channel', channel, '/v2/me/workbins');
        equal('messageType', data.messageType, 'WorkbinSubscriptionStateChangeMessage');
      },
      needless,
    );
  }
  refuses(
    `${where}/unsubscribe-without`,
    'R32',
    `Unsubscribe on ${where} without a subscription is an error`,
    async (stage) => refusedOrFailed(by(stage), () => unsubscribe(by(stage), path(stage)), NOT_SUBSCRIBED),
    needless,
  );
  refuses(
    `${where}/unsubscribe-twice`,
    'R32',
    `a second Unsubscribe on ${where} is an error`,
    async (stage) => {
      await subscribe(by(stage), path(stage));
      await unsubscribe(by(stage), path(stage));
      await refusedOrFailed(by(stage), () => unsubscribe(by(stage), path(stage)), NOT_SUBSCRIBED);
    },
    needless,
  );
}

const UNKNOWN_ID = '00000000-0000-8000-8000-000000000000';
for (const [operation, numbers] of [
  ['Subscribe', 'R24 R27'],
  ['Unsubscribe', 'R30'],
] as const) {
  for (const family of ['workbins', 'me/workbins'])
    refuses(
      `${operation}/unknown/${family}`,
      numbers,
      `${operation} of an unknown id on ${family} is an error`,
      async ({ caller }) =>
        refusedOrFailed(
          caller,
          () => caller.rest.post(`/api/v2/${family}/${UNKNOWN_ID}`, { operationName: operation }),
          UNKNOWN,
        ),
    );
  refuses(
    `${operation}/unknown/user`,
    operation === 'Subscribe' ? 'R26 R27' : 'R31',
    `${operation} to an unknown user's workbin is an error`,
    async ({ supervisor, caller, workbin }) =>
      refusedOrFailed(
        supervisor ?? caller,
        () =>
          (supervisor ?? caller).rest.post(`/api/v2/users/${UNKNOWN_ID}/workbins/${workbin.id}`, {
            operationName: operation,
          }),
        NOT_YOURS,
      ),
    needsSupervisor,
  );
  refuses(
    `${operation}/unknown/group`,
    operation === 'Subscribe' ? 'R26 R27' : 'R31',
    `${operation} to an unknown group's workbin is an error`,
    async ({ caller, groupWorkbin }) =>
      refusedOrFailed(
        caller,
        () =>
          caller.rest.post(`/api/v2/me/workbins/${groupWorkbin?.id}?agentGroup=No+Such+Group`, {
            operationName: operation,
          }),
        NOT_YOURS,
      ),
    needsGroup,
  );
}
refuses(
  'foreign',
  'R26',
  "a colleague may not subscribe to another's workbin",
  async ({ second, caller, workbin }) =>
    refusedOrFailed(
      second,
      () => subscribe(second, `/api/v2/users/${caller.id}/workbins/${workbin.id}`),
      NOT_YOURS,
    ),
);

const many = ({ workbin }: Stage, more = '') => `/api/v2/me/workbins?workbinIds=${workbin.id}${more}`;
does('many/subscribe', 'R25', 'Subscribe to many answers a map referenceIds', async (stage) => {
  const body = success(await subscribe(stage.caller, many(stage)));
  await unsubscribe(stage.caller, many(stage));
  exactKeys('answer', body, ['statusCode', 'referenceIds']);
  const map = fields('referenceIds', body.referenceIds);
  exactKeys('referenceIds', map, [stage.workbin.id]);
  demand(Number.isInteger(map[stage.workbin.id]), 'referenceIds', 'an integer for the workbin', map);
});
does('many/unsubscribe', 'R29', 'Unsubscribe from many answers a map referenceIds', async (stage) => {
  await subscribe(stage.caller, many(stage));
  exactKeys('answer', success(await unsubscribe(stage.caller, many(stage))), ['statusCode', 'referenceIds']);
});
tells(
  'many/Subscribed',
  'R28',
  'each of many is confirmed by a message with its referenceId',
  async (stage) => {
    const { caller, workbin } = stage;
    const since = caller.inbox.told.length;
    const reference = at((await subscribe(caller, many(stage))).body, 'referenceIds', workbin.id);
    const { data } = await confirmation(caller, 'Subscribed', reference, since);
    await unsubscribe(caller, many(stage));
    equal('id', data.id, workbin.id);
  },
);

tells(
  'user/workbinUserId',
  'R28',
  "the confirmation of another's workbin names that user",
  async (stage) => {
    const person = stage.supervisor ?? stage.caller;
    const path = `/api/v2/users/${stage.caller.id}/workbins/${stage.workbin.id}`;
    const since = person.inbox.told.length;
    const reference = at((await subscribe(person, path)).body, 'referenceId');
    const { data } = await confirmation(person, 'Subscribed', reference, since);
    await unsubscribe(person, path);
    demand(
      [stage.caller.id, stage.caller.user].includes(String(data.workbinUserId)),
      'workbinUserId',
      stage.caller.id,
      data,
    );
  },
  needsSupervisor,
);

const groupPath = (stage: Stage) =>
  `/api/v2/me/workbins/${stage.groupWorkbin?.id}?agentGroup=${encodeURIComponent(stage.settings.agentGroup ?? '')}`;
tells(
  'group/others-are-told',
  'R25 R28',
  'a subscriber of a group tray is told what a colleague puts in, without a referenceId',
  async (stage) => {
    const { caller, second } = stage;
    const { id } = await stage.item();
    await subscribe(second, groupPath(stage));
    const since = second.inbox.told.length;
    accepted(await caller.rest.post(groupPath(stage), { operationName: 'AddWorkitem', id }));
    const news = workbinNews(await second.settled(since)).filter(
      ({ data }) => at(data, 'workitemStateResourceV2', 'id') === id,
    );
    await unsubscribe(second, groupPath(stage));
    demand(news.length === 1, 'messages about the item', 'one', news);
    equal('action', news[0]?.data.action, 'ItemAdded');
    equal('agentGroup', news[0]?.data.agentGroup, stage.settings.agentGroup);
    demand(!('referenceId' in (news[0]?.data ?? {})), 'referenceId', 'none for a bystander', news);
  },
  needsGroup,
);
tells(
  'not-subscribed/silence',
  'R25',
  'who did not subscribe is told nothing of a workbin',
  async (stage) => {
    const { caller, second } = stage;
    const { id } = await stage.item();
    const since = second.inbox.told.length;
    await caller.rest.post(stage.workbin.path, { operationName: 'AddWorkitem', id });
    const told = await second.settled(since);
    demand(told.length === 0, "a colleague's messages", 'none', told);
  },
);
tells('unsubscribed/silence', 'R29', 'after Unsubscribe no workbin message comes any more', async (stage) => {
  const { caller, workbin } = stage;
  const { id } = await stage.item();
  await subscribe(caller, workbin.path);
  await unsubscribe(caller, workbin.path);
  const since = caller.inbox.told.length;
  await caller.rest.post(workbin.path, { operationName: 'AddWorkitem', id });
  const told = workbinNews(await caller.settled(since));
  demand(told.length === 0, 'WorkbinStateChangeMessage', 'none', told);
});

export const subscribeCases = cases;
