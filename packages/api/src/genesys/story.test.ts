/** The Add and Pull stories of the published references, with the official client, down to the byte where they are exact. */
import { type ContactCentreConfig, DEFAULT_SETTINGS, ROUTER, user } from '@intray/core';
import { describe, expect, it } from 'vitest';
import { hashPassword } from '../signin/passwords.ts';
import { DEMO_CENTRE, memoryAccounts, memoryDesk, PASSWORD, runServer } from '../testing/index.ts';
import { workbinId } from './addresses.ts';
import { caller } from './testing/caller.ts';
import { jsonText } from './testing/json-text.ts';
import { listen, TRANSPORTS } from './testing/listener.ts';
import { ADDED, PULLED } from './testing/seeds.ts';

/** The contact centre of the samples. Its agent group is named by a skill expression. */
const CENTRE: ContactCentreConfig = {
  ...DEMO_CENTRE,
  agents: [
    { id: 'MaratTest', name: 'Marat Test', roles: ['agent'] },
    { id: 'es_inx_wscp', name: 'Capture point', roles: ['administrator'] },
  ],
  places: [],
  agentGroups: [{ id: '?: 2>1', name: 'Skilled', members: ['MaratTest'], supervisors: [] }],
  queues: [{ id: 'Inbox', name: 'Inbox', agentGroups: ['?: 2>1'] }],
  workbinTypes: [{ id: 'testWorkbin', name: 'testWorkbin', ownerKind: 'Agent' }],
  mediaTypes: [{ id: 'workitem', name: 'Work item', capacity: 5 }],
  settings: DEFAULT_SETTINGS,
};
const ID = '02F0ASAK8EAFA00W';
const clock = { now: Date.parse('2014-04-17T04:03:21Z') };

async function seedServer() {
  clock.now = Date.parse('2014-04-17T04:03:21Z');
  const accounts = memoryAccounts();
  await accounts.save({ userName: 'MaratTest', passwordHash: await hashPassword(PASSWORD) });
  const desk = memoryDesk({ config: CENTRE, now: () => clock.now });
  return runServer({
    desk,
    accounts,
    publicUrl: 'http://localhost:8080',
    genesys: { strategyDbid: '197', utcOffset: () => -420 },
  });
}

const has = (type: string, state: string) => (message: { data?: unknown }) => {
  const data = message.data as { messageType?: string; workitem?: { state: string } };
  return data.messageType === type && (data.workitem === undefined || data.workitem.state === state);
};

describe.each(TRANSPORTS)('the stories of the references over %s', (transport) => {
  it.each([false, true])(
    '[R46 R47 R52 R55 R143] are heard as they are written, with acknowledgements: %s',
    async (acknowledges) => {
      await using server = await seedServer();
      const { desk } = server;
      const marat = caller(server.url, 'MaratTest');
      await using client = await listen(server.url, 'MaratTest', { acknowledges, transport });
      expect(client.transport).toBe(transport);
      await client.subscribe('/v2/me/*');
      await marat.post('/me', { operationName: 'StartContactCenterSession', channels: ['workitem'] });
      /** Until the next request gets the number that the sample shows. */
      const countTo = async (next: number) => {
        const ready = () => marat.post('/me', { operationName: 'Ready' });
        while (((await ready()).body.referenceId as number) < next - 1);
      };
      await desk.execute({
        actor: user('es_inx_wscp'),
        command: { type: 'submit', interactionId: ID, mediaType: 'workitem', queue: 'Inbox', userData: {} },
      });
      await marat.post('/me', { operationName: 'Ready' });
      clock.now = Date.parse('2014-04-17T04:03:25Z');
      await desk.execute({
        actor: ROUTER,
        command: { type: 'invite', interactionId: ID, agentId: 'MaratTest' },
      });
      await client.heard(has('WorkitemStateChangeMessage', 'Invited'));
      await marat.post(`/me/workitems/${ID}`, { operationName: 'Accept' });
      await client.heard(has('WorkitemStateChangeMessage', 'Processing'));
      const tray = `/workbins/${workbinId('testWorkbin')}`;
      await marat.post(`/me${tray}`, { operationName: 'Subscribe' });

      await countTo(14);
      clock.now = Date.parse('2014-04-17T04:03:56Z');
      const added = await marat.post(tray, { operationName: 'AddWorkitem', uri: `.../${ID}` });
      expect(jsonText(added.body)).toBe(jsonText({ statusCode: 0, referenceId: 14 }));
      const stored = await client.heard(has('WorkitemStateChangeMessage', 'InWorkbin'));
      expect(stored.channel).toBe('/v2/me/workitems');
      expect(jsonText(stored.data)).toBe(jsonText(ADDED));

      await countTo(17);
      clock.now = Date.parse('2014-04-17T04:10:00Z');
      const seen = client.messages.length;
      const pulled = await marat.post(tray, { operationName: 'PullWorkitem', id: ID });
      expect(jsonText(pulled.body)).toBe(jsonText({ statusCode: 0, referenceId: 17 }));
      const fresh = (message: (typeof client.messages)[number]) => client.messages.indexOf(message) >= seen;
      const taken = await client.heard((m) => fresh(m) && has('WorkitemStateChangeMessage', 'Processing')(m));
      expect(taken.channel).toBe('/v2/me/workitems');
      const { userData, ...item } = PULLED.workitem;
      // The server's own counters.
      const counted = { ...userData, SubmitSeq: '1397707401000', PlaceInQueueSeq: '1397707436000' };
      expect(jsonText(taken.data)).toBe(jsonText({ ...PULLED, workitem: { ...item, userData: counted } }));

      const inTrays = client.messages.filter(({ channel }) => channel === '/v2/me/workbins');
      expect(inTrays.map(({ data }) => [data.action ?? data.stateResource, data.referenceId])).toEqual([
        ['Subscribed', expect.any(Number)],
        ['ItemAdded', 14],
        ['ItemRemoved', 17],
      ]);
      // The change of the workbin is heard first, and each message once.
      const told = client.messages.map(({ data }) => data.action ?? data.workitem?.state);
      expect(told.filter((what) => what !== undefined)).toEqual([
        'Invited',
        'Processing',
        'ItemAdded',
        'InWorkbin',
        'ItemRemoved',
        'Processing',
      ]);
    },
  );
});
