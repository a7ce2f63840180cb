/** What there is in the contact centre: people, queues, states, and the version of all this. */
import { address } from '../addresses.ts';
import { listed, pick } from '../listing.ts';
import { agentStates } from '../resources/channels.ts';
import { userResource } from '../resources/user.ts';
import { basic, type Call, multimedia, success } from '../route.ts';
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
  basic('GET', '/version', 'The version of the API that is spoken.', async () =>
    success({ version: '8.6.0', implementation: 'Intray' }),
  ),
  basic('GET', '/settings/agent-states', 'The states an agent may be in.', async ({ desk, actor }) => {
    const states = agentStates(told(await desk.catalogue(actor)));
    return success({ settings: states });
  }),
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
  ),
  basic('GET', '/users/:userId', 'A colleague.', async (call) => {
    const found = userResource(await colleague(call, call.params.userId ?? ''), call.writing.base);
    return success({ user: pick(found, call.query.fields ?? '*') });
  }),
  multimedia('GET', '/queues', 'The queues work can be sent to.', queues),
  multimedia('GET', '/queues/:queueId', 'A queue.', async (call) => {
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
  }),
];
