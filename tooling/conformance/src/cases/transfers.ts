import type { Stage } from '../stage/stage.ts';
import { accepted, at, demand, equal, list, refused, success } from '../wire/expect.ts';
import { casesOf } from './case.ts';
import { MALFORMED, MISSING, NOT_NOW, UNKNOWN } from './codes.ts';
import { operate, read } from './desk.ts';

const { cases, does, refuses } = casesOf('workitems');

const TARGETS: readonly (readonly [string, (stage: Stage) => object])[] = [
  ['userUri', ({ second }) => ({ userUri: second.uri })],
  ['userUri-relative', ({ second }) => ({ userUri: `/users/${second.id}` })],
  ['targetUri', ({ second }) => ({ targetUri: second.uri })],
  ['targetPath', ({ second }) => ({ targetPath: `/users/${second.id}` })],
  ['queueName', ({ queue }) => ({ queueName: queue.name })],
  ['queueUri', ({ queue }) => ({ queueUri: queue.uri })],
];
for (const [form, target] of TARGETS)
  does(
    `Transfer/${form}`,
    'R127',
    `Transfer by ${form} is accepted`,
    async (stage) =>
      void accepted(
        await operate(stage, await stage.item(), { operationName: 'Transfer', ...target(stage) }),
      ),
  );
does(
  'Transfer/kept-until-accepted',
  'R127',
  'the origin keeps an item until the target accepts',
  async (stage) => {
    const item = await stage.offeredItem(stage.caller, stage.second);
    await read(stage, item);
  },
);
does(
  'Transfer/offered',
  'R127',
  'the target sees a transfer as Invited with Accept and Reject',
  async (stage) => {
    const item = await stage.offeredItem(stage.caller, stage.second);
    const body = success(await stage.second.rest.get('/api/v2/me/workitems?fields=*'));
    const seen = list('workitems', body.workitems).find(({ id }) => id === item.id);
    equal(
      'state and capabilities',
      [at(seen, 'state'), at(seen, 'capabilities')],
      ['Invited', ['Accept', 'Reject']],
    );
  },
);
does('Transfer/accepted', 'R127', 'after Accept the target has it and the origin has not', async (stage) => {
  const { id, path } = await stage.offeredItem(stage.caller, stage.second);
  accepted(await stage.second.rest.post(path, { operationName: 'Accept' }));
  const [mine, theirs] = [await stage.caller.ids('workitem'), await stage.second.ids('workitem')];
  demand(!mine.includes(id) && theirs.includes(id), 'whose it is', "the target's alone", { mine, theirs });
});
does('Transfer/rejected', 'R127', 'after Reject the origin has it as before', async (stage) => {
  const item = await stage.offeredItem(stage.caller, stage.second);
  accepted(await stage.second.rest.post(item.path, { operationName: 'Reject' }));
  equal('state', (await read(stage, item)).state, 'Processing');
});
for (const [form, target, codes] of [
  ['nobody', {}, MISSING],
  ['unknown-user', { userUri: '/users/no-such-user' }, UNKNOWN],
  ['unknown-queue', { queueName: 'No Such Queue' }, [...UNKNOWN, 2]],
  ['number', { userUri: 7 }, MALFORMED],
] as const)
  refuses(`Transfer/${form}`, 'R127', `Transfer to ${form} is refused and the item stays`, async (stage) => {
    const item = await stage.item();
    refused(await operate(stage, item, { operationName: 'Transfer', ...target }), codes);
    await read(stage, item);
  });
refuses('Transfer/self', 'R127', 'a transfer to oneself is refused', async (stage) =>
  refused(
    await operate(stage, await stage.item(), { operationName: 'Transfer', userUri: stage.caller.uri }),
    [...NOT_NOW, 10],
  ),
);

export const transferCases = cases;
