import { ROUTER, user } from '@intray/core';
import type { Message } from 'cometd';
import { describe, expect, it } from 'vitest';
import { basic, signInAs } from '../../testing/index.ts';
import { workbinId } from '../addresses.ts';
import { type Team, team } from '../testing/desk-of-the-team.ts';
import { type Listener, listen } from '../testing/listener.ts';
import { type BayeuxAnswer, RawBayeux } from '../testing/raw-bayeux.ts';

const MINE = workbinId('workitem.in-progress');
const SHARED = workbinId('team.shared');
const GROUP = 'agentGroup=Demo%20Team';

const inTrays = (client: Listener) => client.messages.filter(({ channel }) => channel === '/v2/me/workbins');
const about =
  (id: string, state: string) =>
  ({ data }: Message) =>
    data.workitem?.id === id && data.workitem.state === state;
const action = (name: string) => (message: Message) => message.data.action === name;

/** Something harmless of the person's own that is heard after everything before it. */
async function settled(t: Team, client: Listener, userName: string) {
  const id = await t.inHands(userName);
  await client.heard(about(id, 'Processing'));
}

describe('who hears what', () => {
  it('[R48 R51 R118 R125] members hear of a shared workbin, and only the caller reads the number', async () => {
    await using t = await team();
    await using one = await listen(t.server.url, 'agent1');
    await using two = await listen(t.server.url, 'agent2', { path: '/genesys/cometd' });
    for (const client of [one, two]) await client.subscribe('/v2/me/*');
    for (const who of ['agent1', 'agent2'])
      await t.as(who).post(`/me/workbins/${SHARED}?${GROUP}`, { operationName: 'Subscribe' });
    const id = await t.inHands('agent1');
    const added = await t
      .as('agent1')
      .post(`/workbins/${SHARED}?${GROUP}`, { operationName: 'AddWorkitem', id });
    const [mine, theirs] = await Promise.all([
      one.heard(action('ItemAdded')),
      two.heard(action('ItemAdded')),
    ]);
    expect(mine.data).toEqual({
      messageType: 'WorkbinStateChangeMessage',
      action: 'ItemAdded',
      id: SHARED,
      agentGroup: 'Demo Team',
      workitemStateResourceV2: expect.objectContaining({ id, state: 'InWorkbin', capabilities: [] }),
      referenceId: added.body.referenceId,
    });
    const { referenceId, ...unsolicited } = mine.data;
    expect(theirs.data).toEqual(unsolicited);

    await t.as('agent2').post(`/workbins/${SHARED}?${GROUP}`, { operationName: 'PullWorkitem', id });
    const gone = await one.heard(action('ItemRemoved'));
    expect(gone.data).not.toHaveProperty('referenceId');
    expect((await two.heard(about(id, 'Processing'))).data.referenceId).toEqual(expect.any(Number));
    await settled(t, one, 'agent1');
    expect(one.messages.filter(about(id, 'Processing'))).toHaveLength(1);
  });

  it('[R29] nothing is heard of a workbin after Unsubscribe, nor of one that was never subscribed to', async () => {
    await using t = await team();
    await using client = await listen(t.server.url, 'agent1');
    await client.subscribe('/v2/me/*');
    for (const operationName of ['Subscribe', 'Unsubscribe'])
      await t.as('agent1').post(`/workbins/${MINE}`, { operationName });
    await t.inTray('agent1');
    await settled(t, client, 'agent1');
    expect(inTrays(client).map(({ data }) => data.stateResource)).toEqual(['Subscribed', 'Unsubscribed']);
  });

  it('[R27] a subscription that is refused is told as a message too', async () => {
    await using t = await team();
    await using client = await listen(t.server.url, 'agent1');
    await client.subscribe('/v2/me/workbins');
    await t.as('agent1').post('/workbins/none', { operationName: 'Subscribe' });
    const failed = await client.heard(({ data }) => data.stateResource === 'RequestFailed');
    expect(failed.data).toMatchObject({ messageType: 'WorkbinSubscriptionStateChangeMessage', id: 'none' });
  });

  it('[R25] changes to data are told to those who asked for them', async () => {
    await using t = await team();
    const id = await t.inTray('agent1');
    await using client = await listen(t.server.url, 'agent1');
    await client.subscribe('/v2/me/*');
    await t
      .as('agent1')
      .post(`/workbins/${MINE}`, { operationName: 'Subscribe', notifyPropertyChanges: true });
    // On this wire what rests is pulled before it is changed; on others its owner changes it where it lies.
    await t.desk.execute({
      actor: user('agent1'),
      command: { type: 'attachUserData', interactionId: id, userData: { colour: 'red' } },
    });
    const { data } = await client.heard(action('ItemUpdated'));
    expect(data.workitemStateResourceV2).toMatchObject({ id, userData: { colour: 'red' } });
  });

  it('[R128] data attached to work in hand is told with the whole item', async () => {
    await using t = await team();
    const id = await t.inHands('agent1');
    await using client = await listen(t.server.url, 'agent1');
    await client.subscribe('/v2/me/workitems');
    const { body } = await t
      .as('agent1')
      .post(`/me/workitems/${id}`, { operationName: 'AttachUserData', userData: { n: 1 } });
    const { data } = await client.heard(({ data: heard }) => heard.notificationType === 'PropertiesUpdated');
    expect(data).toMatchObject({
      messageType: 'WorkitemStateChangeMessage',
      referenceId: body.referenceId,
      workitem: {
        id,
        state: 'Processing',
        userData: { n: 1 },
        capabilities: expect.arrayContaining(['Complete']),
      },
    });
  });

  it('[R127] a transfer is heard by both, and whoever loses an offer hears why', async () => {
    await using t = await team();
    await using one = await listen(t.server.url, 'agent1');
    await using two = await listen(t.server.url, 'agent2');
    for (const client of [one, two]) await client.subscribe('/v2/me/workitems');
    const id = await t.inHands('agent1');
    const transfer = () =>
      t.as('agent1').post(`/me/workitems/${id}`, { operationName: 'Transfer', userUri: '/users/agent2' });
    await transfer();
    expect((await two.heard(about(id, 'Invited'))).data.workitem.capabilities).toEqual(['Accept', 'Reject']);
    await t.as('agent2').post(`/me/workitems/${id}`, { operationName: 'Reject' });
    await two.heard(about(id, 'Completed'));
    await transfer();
    await t.as('agent2').post(`/me/workitems/${id}`, { operationName: 'Accept' });
    await two.heard(about(id, 'Processing'));
    await one.heard(about(id, 'Completed'));
    const offered = await t.submitted();
    await t.desk.execute({
      actor: ROUTER,
      command: { type: 'invite', interactionId: offered, agentId: 'agent1' },
    });
    await one.heard(about(offered, 'Invited'));
    await t.desk.execute({
      actor: user('admin1'),
      command: { type: 'revoke', interactionId: offered, reason: 'supervisor' },
    });
    await one.heard(about(offered, 'Revoked'));
  });

  it('a change of state is told on the channel of channels', async () => {
    await using t = await team();
    await using client = await listen(t.server.url, 'agent1');
    await client.subscribe('/v2/me/channels');
    const { body } = await t.as('agent1').post('/me/channels/email', { operationName: 'lunch' });
    const { data } = await client.heard(({ data: heard }) => heard.referenceId === body.referenceId);
    expect(data.messageType).toBe('ChannelStateChangeMessageV2');
    expect(data.channels).toContainEqual(
      expect.objectContaining({ channel: 'email', userState: expect.objectContaining({ reason: 'lunch' }) }),
    );
  });
});

describe('a session', () => {
  it('is refused to strangers, and to pages of other sites', async () => {
    await using t = await team();
    await expect(listen(t.server.url, 'nobody')).rejects.toThrow('403::handshake_denied');
    const { cookie } = await signInAs(t.server.app, 'agent1');
    const answer = await fetch(`${t.server.url}/api/v2/notifications`, {
      method: 'POST',
      headers: { cookie, origin: 'https://evil.example', 'content-type': 'application/json' },
      body: JSON.stringify([
        { channel: '/meta/handshake', version: '1.0', supportedConnectionTypes: ['long-polling'] },
      ]),
    });
    expect(answer.status).toBe(403);
  });

  it('belongs to who opened it: a guessed client id gets nothing, even with the browser’s cookie', async () => {
    await using t = await team();
    const victim = new RawBayeux(t.server.url, basic('agent1'));
    await victim.handshake();
    await victim.send({ channel: '/meta/subscribe', subscription: '/v2/me/*' });
    const thief = new RawBayeux(t.server.url, basic('agent2'), victim);
    const [reply] = await thief.send({
      channel: '/meta/connect',
      connectionType: 'long-polling',
      advice: { timeout: 0 },
    });
    expect(reply).toMatchObject({
      successful: false,
      error: '402::session_unknown',
      advice: { reconnect: 'handshake' },
    });
    const stranger = new RawBayeux(t.server.url, {}, victim);
    expect((await stranger.send({ channel: '/meta/subscribe', subscription: '/v2/me/*' }))[0]).toMatchObject({
      successful: false,
    });
    const [fine] = await victim.send({
      channel: '/meta/connect',
      connectionType: 'long-polling',
      advice: { timeout: 0 },
    });
    expect(fine).toMatchObject({ successful: true });
  });

  it('cannot publish, nor listen elsewhere', async () => {
    await using t = await team();
    const client = new RawBayeux(t.server.url, basic('agent1'));
    await client.handshake();
    for (const subscription of ['/**', '/foo', '/meta/connect', '/other/me'])
      expect((await client.send({ channel: '/meta/subscribe', subscription }))[0]).toMatchObject({
        successful: false,
      });
    expect((await client.send({ channel: '/v2/me/workitems', data: {} }))[0]).toMatchObject({
      successful: false,
    });
  });

  it.each([
    [[]],
    ['x'],
    [[{}]],
    [[{ channel: 'x' }]],
    [[{ channel: '/meta/connect', advice: { timeout: 1e12 } }]],
    [null],
  ])('of %j is refused as not understood', async (body) => {
    await using t = await team();
    const answer = await fetch(`${t.server.url}/api/v2/notifications`, {
      method: 'POST',
      headers: { ...basic('agent1'), 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect([answer.status, ((await answer.json()) as { statusCode: number }).statusCode]).toEqual([400, 10]);
  });

  it('ends when its person signs out everywhere', async () => {
    await using t = await team();
    const { cookie, headers } = await signInAs(t.server.app, 'agent1');
    const client = new RawBayeux(t.server.url, { cookie });
    await client.handshake();
    const poll = client.send({ channel: '/meta/connect', connectionType: 'long-polling' });
    await t.server.app.inject({ method: 'POST', url: '/api/v1/logout-everywhere', headers });
    await poll;
    const [after] = await client.send({
      channel: '/meta/connect',
      connectionType: 'long-polling',
      advice: { timeout: 0 },
    });
    expect(after).toMatchObject({ successful: false, advice: { reconnect: 'handshake' } });
  });
});

describe('a client that was lost', () => {
  it.each([false, true])(
    'gets what it missed once it has subscribed anew (acknowledging: %s)',
    async (acknowledges) => {
      await using t = await team({ genesys: { cometd: { timeout: 1_000, maxInterval: 50 } } });
      const lost = new RawBayeux(t.server.url, basic('agent1'));
      await lost.handshake(acknowledges);
      await lost.send({ channel: '/meta/subscribe', subscription: '/v2/me/workitems' });
      const ids = [await t.inHands('agent1')];
      const isProcessing =
        (id: string | undefined) =>
        ({ data }: BayeuxAnswer) =>
          data?.workitem?.id === id && data?.workitem?.state === 'Processing';
      await lost.connectUntil(isProcessing(ids[0]));
      // It confirms what it has by asking on, and is never heard of again.
      await lost.connect();
      ids.push(await t.inHands('agent1'));
      await expect
        .poll(() => t.server.log.some(({ facts }) => facts.lost === true), { timeout: 10_000 })
        .toBe(true);
      ids.push(await t.inHands('agent1'));

      const [reply] = await lost.connect();
      expect(reply).toMatchObject({ error: '402::session_unknown', advice: { reconnect: 'handshake' } });
      await lost.handshake(acknowledges);
      // Without acknowledgements they come with the answer to the subscription.
      const answers = await lost.send({ channel: '/meta/subscribe', subscription: '/v2/me/workitems' });
      const heard = await lost.connectUntil(isProcessing(ids[2]), answers);
      const states = (id: string | undefined) =>
        heard.filter(({ data }) => data?.workitem?.id === id).map(({ data }) => data?.workitem?.state);
      expect(states(ids[1])).toEqual(['Invited', 'Processing']);
      expect(states(ids[2])).toEqual(['Invited', 'Processing']);
      expect(states(ids[0])).toEqual([]);
    },
  );
});
