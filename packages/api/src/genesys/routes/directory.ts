/** What there is in the contact centre: people, queues, states, and the version of all this. */
import { z } from 'zod';
import { Text } from '../../answers/record.ts';
import { address } from '../addresses.ts';
import { listed, pick } from '../listing.ts';
import { agentStates } from '../resources/channels.ts';
import { userResource } from '../resources/user.ts';
import { basic, type Call, multimedia, success } from '../route.ts';
import { QueueOfWork, StateWithOperation, User } from '../shapes/resources.ts';
import { FIELDS, listOf, SLICE, success as shaped, some } from '../shapes/shape.ts';
import { STATUS, told, V2Refusal } from '../status.ts';

/** A colleague by id. @throws V2Refusal 6 if there is none */
export async function colleague({ desk, actor }: Call, id: string) {
  const found = told(await desk.colleagues(actor, { text: id.slice(0, 255) }));
  const one = found.find((person) => person.id === id);
  if (one === undefined) throw new V2Refusal(STATUS.notFound, `There is no user "${id.slice(0, 60)}".`);
  return one;
}

async function queues({ desk, actor, query, writing }: Call) {
  const { queues: all, mediaTypes } = told(await desk.catalogue(actor));
  // Intray's queues take every medium: asked for the queues of one, all of them are.
  const channel = mediaTypes.some(({ id }) => id === query.channel) ? query.channel : 'multimedia';
  const rows = all.map(({ id, name }) => ({
    id,
    name: id,
    displayName: name,
    channel,
    uri: address(writing.base, 'queues', id),
  }));
  return listed('queues', rows, query);
}

export const directoryRoutes = [
  basic(
    'GET',
    '/version',
    'The version of the API that is spoken.',
    async () => success({ version: '8.6.0', implementation: 'Intray' }),
    { answer: shaped({ version: Text, implementation: Text }) },
  ),
  basic(
    'GET',
    '/settings/agent-states',
    'The states an agent may be in.',
    async ({ desk, actor }) => {
      const states = agentStates(told(await desk.catalogue(actor)));
      return success({ settings: states });
    },
    { answer: shaped({ settings: z.array(StateWithOperation) }) },
  ),
  basic(
    'GET',
    '/users',
    'Colleagues, at most 50: those whose user name contains `userName`.',
    async (call) => {
      const { userName = '', ...query } = call.query;
      const found = told(await call.desk.colleagues(call.actor, { text: userName.slice(0, 255) }));
      return listed(
        'users',
        found.map((one) => userResource(one, call.writing.base)),
        query,
      );
    },
    {
      query: { userName: Text.meta({ description: 'What the user name contains.' }), ...FIELDS, ...SLICE },
      filters: true,
      answer: listOf('users', User),
    },
  ),
  basic(
    'GET',
    '/users/:userId',
    'A colleague.',
    async (call) => {
      const found = userResource(await colleague(call, call.params.userId ?? ''), call.writing.base);
      return success({ user: pick(found, call.query.fields ?? '*') });
    },
    { query: FIELDS, answer: shaped({ user: some(User) }) },
  ),
  multimedia('GET', '/queues', 'The queues work can be sent to.', queues, {
    query: { channel: Text.meta({ description: 'A medium that the queue takes.' }), ...FIELDS, ...SLICE },
    filters: true,
    answer: listOf('queues', QueueOfWork),
  }),
  multimedia(
    'GET',
    '/queues/:queueId',
    'A queue.',
    async (call) => {
      const { queues: all } = told(await call.desk.catalogue(call.actor));
      const found = all.find(({ id }) => id === call.params.queueId);
      if (found === undefined)
        throw new V2Refusal(STATUS.notFound, `There is no queue "${call.params.queueId?.slice(0, 60)}".`);
      const { id, name } = found;
      const queue = {
        id,
        name: id,
        displayName: name,
        channel: 'multimedia',
        uri: address(call.writing.base, 'queues', id),
      };
      return success({ queue: pick(queue, call.query.fields ?? '*') });
    },
    { query: FIELDS, answer: shaped({ queue: some(QueueOfWork) }) },
  ),
];
