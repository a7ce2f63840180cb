/** The official client, left to choose between WebSockets and long-polling, and what both have in common. */
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Message } from 'cometd';
import { describe, expect, it } from 'vitest';
import { cuttingProxy } from '../../testing/index.ts';
import { type Team, team } from '../testing/desk-of-the-team.ts';
import { type Listener, listen, TRANSPORTS } from '../testing/listener.ts';

const about =
  (id: string, state: string) =>
  ({ data }: Message) =>
    data.workitem?.id === id && data.workitem.state === state;

const states = (client: Listener, id: string) =>
  client.messages.filter(({ data }) => data.workitem?.id === id).map(({ data }) => data.workitem.state);

/** The client has confirmed what it heard before: it asked again, and was told something else. */
async function confirmed(t: Team, client: Listener): Promise<void> {
  await client.heard(about(await t.inHands('agent1'), 'Processing'));
}

const sessionsLost = (t: Team) => t.server.log.filter(({ facts }) => facts.lost === true).length;

/** A proxy as some companies have it: it knows of no WebSockets and passes the wish on as a plain request. */
async function oldProxy(target: string): Promise<AsyncDisposable & { readonly url: string }> {
  const proxy = createServer((asked, answer) => {
    const { upgrade: _wish, connection: _hop, ...headers } = asked.headers;
    const onward = request(new URL(asked.url ?? '', target), { method: asked.method, headers }, (came) => {
      answer.writeHead(came.statusCode ?? 500, came.headers);
      came.pipe(answer);
    });
    onward.on('error', () => answer.destroy());
    answer.on('close', () => onward.destroy());
    asked.pipe(onward);
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      proxy.closeAllConnections();
      proxy.close();
      await once(proxy, 'close');
    },
  };
}

describe('the official client chooses', () => {
  it('a WebSocket by itself', async () => {
    await using t = await team();
    await using client = await listen(t.server.url, 'agent1', { transport: 'any' });
    await client.subscribe('/v2/me/*');
    const id = await t.inHands('agent1');
    await client.heard(about(id, 'Processing'));
    expect(client.transport).toBe('websocket');
  });

  it('long-polling when no socket comes through, and stays with it when its session is lost', async () => {
    await using t = await team({ genesys: { cometd: { timeout: 5_000, maxInterval: 100 } } });
    await using proxy = await oldProxy(t.server.url);
    await using network = await cuttingProxy(proxy.url);
    await using client = await listen(network.url, 'agent1', { transport: 'any', retries: true });
    await client.subscribe('/v2/me/*');
    const id = await t.inHands('agent1');
    await client.heard(about(id, 'Processing'));
    expect(client.transport).toBe('long-polling');

    const before = client.cometd.getClientId();
    network.unplug();
    await expect.poll(() => sessionsLost(t), { timeout: 20_000 }).toBe(1);
    network.plugIn();
    const next = await t.inHands('agent1');
    await client.heard(about(next, 'Processing'));
    expect(client.transport).toBe('long-polling');
    expect(client.cometd.getClientId()).not.toBe(before);
  });

  it('between what the handshake offers: a poll is not promised a socket that may not come through', async () => {
    await using t = await team();
    const handshake = async (transport: 'long-polling' | 'websocket') => {
      await using client = await listen(t.server.url, 'agent1', { transport });
      return client.handshake.supportedConnectionTypes;
    };
    expect(await handshake('websocket')).toEqual(['websocket', 'long-polling']);
    expect(await handshake('long-polling')).toEqual(['long-polling']);
  });
});

describe.each(TRANSPORTS)('over %s', (transport) => {
  it('[R51] two people hear their own and nothing of each other, even on wildcards', async () => {
    await using t = await team();
    await using one = await listen(t.server.url, 'agent1', { transport });
    await using two = await listen(t.server.url, 'agent2', { transport, path: '/genesys/cometd' });
    for (const client of [one, two]) for (const all of ['/v2/**', '/v2/me/*']) await client.subscribe(all);
    const [mine, theirs] = [await t.inHands('agent1'), await t.inHands('agent2')];
    await Promise.all([one.heard(about(mine, 'Processing')), two.heard(about(theirs, 'Processing'))]);
    // Something of their own that comes after everything before it.
    const [last, lastToo] = [await t.inHands('agent1'), await t.inHands('agent2')];
    await Promise.all([one.heard(about(last, 'Processing')), two.heard(about(lastToo, 'Processing'))]);
    expect(states(one, theirs)).toEqual([]);
    expect(states(two, mine)).toEqual([]);
  });

  it('what happens while the network is away is heard once it is back, in the same session', async () => {
    await using t = await team();
    await using network = await cuttingProxy(t.server.url);
    await using client = await listen(network.url, 'agent1', { transport });
    await client.subscribe('/v2/me/workitems');
    const before = client.cometd.getClientId();
    const first = await t.inHands('agent1');
    await client.heard(about(first, 'Processing'));
    await confirmed(t, client);
    network.unplug();
    await expect.poll(() => openConnections(t), { timeout: 10_000 }).toBe(0);
    const missed = await t.inHands('agent1');
    network.plugIn();
    await client.heard(about(missed, 'Processing'));
    expect([states(client, first), states(client, missed)]).toEqual([
      ['Invited', 'Processing'],
      ['Invited', 'Processing'],
    ]);
    expect(client.cometd.getClientId()).toBe(before);
  });

  it.each([false, true])(
    'a client whose session the server lost shakes hands anew and gets what it missed (acknowledging: %s)',
    async (acknowledges) => {
      await using t = await team({ genesys: { cometd: { timeout: 5_000, maxInterval: 100 } } });
      await using network = await cuttingProxy(t.server.url);
      await using client = await listen(network.url, 'agent1', { transport, acknowledges });
      await client.subscribe('/v2/me/workitems');
      const before = client.cometd.getClientId();
      const first = await t.inHands('agent1');
      await client.heard(about(first, 'Processing'));
      await confirmed(t, client);
      network.unplug();
      const during = await t.inHands('agent1');
      await expect.poll(() => sessionsLost(t), { timeout: 20_000 }).toBe(1);
      const after = await t.inHands('agent1');
      network.plugIn();
      await client.heard(about(after, 'Processing'));
      expect([first, during, after].map((id) => states(client, id))).toEqual([
        ['Invited', 'Processing'],
        ['Invited', 'Processing'],
        ['Invited', 'Processing'],
      ]);
      expect(client.cometd.getClientId()).not.toBe(before);
    },
  );

  it('a client comes back by itself when the server was restarted', async () => {
    const before = await team();
    await using network = await cuttingProxy(before.server.url);
    await using client = await listen(network.url, 'agent1', { transport });
    await client.subscribe('/v2/me/workitems');
    await before[Symbol.asyncDispose]();
    network.unplug();
    await using after = await team();
    network.plugIn(after.server.url);
    const first = client.handshake.clientId;
    await expect.poll(() => client.cometd.getClientId(), { timeout: 20_000 }).not.toBe(first);
    await expect.poll(() => client.cometd.getStatus(), { timeout: 20_000 }).toBe('connected');
    const id = await after.inHands('agent1');
    await client.heard(about(id, 'Processing'));
  });

  it('with acknowledgements nothing is lost or told twice, wherever connections are cut', async () => {
    await using t = await team();
    const id = await t.inHands('agent1');
    await using network = await cuttingProxy(t.server.url, [4_000, 2_500, 3_333, 7_001, 5_005, 2_048, 9_999]);
    await using client = await listen(network.url, 'agent1', {
      transport,
      acknowledges: true,
      retries: true,
    });
    await client.subscribe('/v2/me/workitems');
    const noted = Array.from({ length: 40 }, (_, n) => n);
    for (const n of noted)
      await t.as('agent1').post(`/me/workitems/${id}`, { operationName: 'UpdateUserData', userData: { n } });
    await client.heard(({ data }) => data.workitem?.userData.n === 39);
    expect(client.messages.map(({ data }) => data.workitem?.userData.n)).toEqual(noted);
    expect(network.connections).toBeGreaterThan(1);
  });
});

/** HTTP connections and sockets that the server has open. */
async function openConnections(t: Team): Promise<number> {
  return new Promise((resolve, reject) =>
    t.server.app.server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
  );
}

describe('many tabs of one browser', () => {
  it('are all told at once over WebSockets', async () => {
    await using t = await team();
    const tabs = await Promise.all(
      Array.from({ length: 30 }, () => listen(t.server.url, 'agent1', { transport: 'websocket' })),
    );
    for (const tab of tabs) await tab.subscribe('/v2/me/workitems');
    const id = await t.inHands('agent1');
    await Promise.all(tabs.map((tab) => tab.heard(about(id, 'Processing'))));
    for (const tab of tabs) {
      expect(states(tab, id)).toEqual(['Invited', 'Processing']);
      await tab[Symbol.asyncDispose]();
    }
  });
});
