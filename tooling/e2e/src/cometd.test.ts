import { ADDED, jsonText, PULLED } from '@intray/api/testing';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cable } from './cable.ts';
import { openBrowser } from './desk.ts';
import { type Heard, type ListeningPage, openListener } from './listening-page.ts';
import { startServer, type TestServer } from './server.ts';

/** A silent session is given up after 20 s. */
const LONGER_THAN_A_SESSION_LIVES = 25_000;
const PATIENCE = { timeout: 90_000 };

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([
    startServer({ INTRAY_GENESYS_STRATEGY_DBID: '197' }),
    openBrowser(),
  ]);
});
afterAll(async () => {
  await browser.close();
  await server[Symbol.asyncDispose]();
});

const newContext = (): Promise<BrowserContext> => browser.newContext();

/** The first message, past or to come, that fits. */
async function next(page: ListeningPage, fits: (heard: Heard) => boolean): Promise<Heard> {
  await expect.poll(async () => (await page.heard()).some(fits), PATIENCE).toBe(true);
  return (await page.heard()).find(fits) as Heard;
}

const inState =
  (id: string, state: string) =>
  ({ data }: Heard) =>
    data.workitem?.id === id && data.workitem.state === state;

/** Work that only this agent can be offered: the others are not logged on. */
async function inHands(page: ListeningPage, userData: object = {}): Promise<string> {
  await page.post('/me', { operationName: 'StartContactCenterSession', channels: ['workitem'] });
  await page.post('/me', { operationName: 'Ready' });
  const work = { mediaType: 'workitem', queue: 'Inbox', userData };
  const { id } = await server.as<{ id: string }>('admin1', '/interactions', work);
  await next(page, inState(id, 'Invited'));
  await page.post('/me', { operationName: 'NotReady' });
  await page.post(`/me/workitems/${id}`, { operationName: 'Accept' });
  await next(page, inState(id, 'Processing'));
  return id;
}

const note = (user: string, id: string, n: number) =>
  server.as(user, `/interactions/${id}/commands`, { type: 'updateUserData', userData: { n } });

describe.each(['websocket', 'long-polling'] as const)(
  'the stories of the references over %s',
  (transport) => {
    const agent = transport === 'websocket' ? 'agent1' : 'agent2';

    test(`[R46 R47 R52 R55 R143] are heard in a browser as they are written`, async () => {
      // A client that is left to itself takes a WebSocket.
      const only = transport === 'websocket' ? {} : { only: transport };
      const page = await openListener(await newContext(), server.url, agent, {
        ...only,
        channels: ['/v2/me/*'],
      });
      expect(await page.transport()).toBe(transport);
      const id = await inHands(page);
      const { workbins } = JSON.parse(
        await (await fetch(`${server.url}/api/v2/workbins?fields=*`, { headers: basic(agent) })).text(),
      ) as { workbins: { id: string; name: string }[] };
      const tray = `/workbins/${workbins.find(({ name }) => name === 'workitem.in-progress')?.id}`;
      await page.post(tray, { operationName: 'Subscribe' });

      const added = JSON.parse(await page.post(tray, { operationName: 'AddWorkitem', uri: `.../${id}` }));
      expect(added).toEqual({ statusCode: 0, referenceId: expect.any(Number) });
      const stored = await next(page, inState(id, 'InWorkbin'));
      expect(stored.channel).toBe('/v2/me/workitems');
      expect(jsonText(stored.data)).toBe(jsonText(as(agent, ADDED, stored.data, added.referenceId)));

      const before = (await page.heard()).length;
      const pulled = JSON.parse(await page.post(tray, { operationName: 'PullWorkitem', id }));
      expect(pulled).toEqual({ statusCode: 0, referenceId: expect.any(Number) });
      expect(pulled.referenceId).toBeGreaterThan(added.referenceId);
      const again = async () => (await page.heard()).slice(before).find(inState(id, 'Processing'));
      await expect.poll(again, PATIENCE).toBeDefined();
      const taken = (await again()) as Heard;
      expect(taken.channel).toBe('/v2/me/workitems');
      expect(jsonText(taken.data)).toBe(jsonText(as(agent, PULLED, taken.data, pulled.referenceId)));

      const told = (await page.heard()).map(
        ({ data }) => data.action ?? data.stateResource ?? data.workitem?.state,
      );
      expect(told.filter((what) => what !== undefined)).toEqual([
        'Invited',
        'Processing',
        'Subscribed',
        'ItemAdded',
        'InWorkbin',
        'ItemRemoved',
        'Processing',
      ]);
      await page.post(`/me/workitems/${id}`, { operationName: 'Complete' });
      await page.post('/me', { operationName: 'EndContactCenterSession' });
    });
  },
);

test('[R100] cuts and a lost session lose nothing and double nothing, over either transport', async () => {
  await using wire = await cable(server.port);
  const listening = { channels: ['/v2/me/workitems'], acknowledges: true } as const;
  const parties: { readonly user: string; readonly page: ListeningPage; readonly id: string }[] = [];
  for (const [user, only] of [
    ['agent3', 'websocket'],
    ['agent4', 'long-polling'],
  ] as const) {
    const page = await openListener(await newContext(), wire.url, user, { ...listening, only });
    parties.push({ user, page, id: await inHands(page, { n: 0 }) });
  }
  const numbers = async (page: ListeningPage) =>
    (await page.heard()).flatMap(({ data }) => {
      const n = data.workitem?.userData['n'];
      return n === undefined || n === 0 ? [] : [n];
    });
  let said = 0;
  const say = async (times: number) => {
    for (let time = 0; time < times; time += 1) {
      said += 1;
      for (const { user, id } of parties) await note(user, id, said);
    }
  };
  const allHeard = async () => {
    const all = Array.from({ length: said }, (_, n) => n + 1);
    for (const { page } of parties) await expect.poll(() => numbers(page), PATIENCE).toEqual(all);
  };

  // Short cuts: the sessions live on, and what was on its way comes again.
  for (let cut = 0; cut < 4; cut += 1) {
    await say(3);
    await wire.cutFor(300, () => say(3));
    await say(1);
  }
  await allHeard();
  for (const { page } of parties) expect(await page.handshakes()).toHaveLength(1);

  // A long one: the server has forgotten the sessions, and the clients shake hands and subscribe anew.
  await wire.cutFor(LONGER_THAN_A_SESSION_LIVES, () => say(5));
  await say(1);
  await allHeard();
  for (const { page, user, id } of parties) {
    expect(new Set(await page.handshakes()).size).toBe(2);
    await page.post(`/me/workitems/${id}`, { operationName: 'Complete' });
    await server.as(user, '/session', { type: 'endSession' });
  }
});

test('[R51] ten tabs of one browser are told at once, and nobody else’s browser is told anything', async () => {
  const mine = await newContext();
  const listening = { channels: ['/v2/me/*', '/v2/**'] };
  const tabs: ListeningPage[] = [];
  for (let tab = 0; tab < 10; tab += 1)
    tabs.push(await openListener(mine, server.url, 'agent5', { channels: ['/v2/me/workitems'] }));
  const stranger = await openListener(await newContext(), server.url, 'agent6', listening);
  const [first] = tabs as [ListeningPage, ...ListeningPage[]];
  const id = await inHands(first);
  for (const tab of tabs) {
    await next(tab, inState(id, 'Processing'));
    expect(await tab.transport()).toBe('websocket');
    expect((await tab.heard()).map(({ data }) => data.workitem?.state)).toEqual(['Invited', 'Processing']);
  }
  await first.post(`/me/workitems/${id}`, { operationName: 'Complete' });
  await first.post('/me', { operationName: 'EndContactCenterSession' });
  const own = await inHands(stranger);
  expect((await stranger.heard()).some(({ data }) => data.workitem?.id === id)).toBe(false);
  await stranger.post(`/me/workitems/${own}`, { operationName: 'Complete' });
});

const basic = (user: string) => ({
  authorization: `Basic ${Buffer.from(`${user}:demo`).toString('base64')}`,
});

/** Moments and the server's counters: what cannot be known beforehand, and how each is written. */
const UNFORESEEN: Readonly<Record<string, RegExp>> = {
  SubmittedAt: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
  AssignedAt: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
  DeliveredAt: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
  PlacedInQueueAt: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
  MovedToQueueAt: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
  ReceivedAt: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
  SubmitSeq: /^\d+$/,
  PlaceInQueueSeq: /^\d+$/,
  receivedDate: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}[+-]\d{4}$/,
};

/** The sample as it reads in the demo's contact centre: other names, another id, other moments, and nothing else. */
function as(agent: string, sample: object, heard: Heard['data'], referenceId: number): object {
  const { workitem } = heard;
  if (workitem === undefined) throw new Error('A message without an item.');
  const text = JSON.stringify(sample)
    .replaceAll('PegAG?: 2>1', 'PegAGDemo Team')
    .replaceAll('??: 2>1', 'Demo Team')
    .replaceAll('MaratTest', agent)
    .replaceAll('testWorkbin', 'workitem.in-progress')
    .replaceAll('es_inx_wscp', 'admin1')
    .replaceAll('http://localhost:8080', server.url)
    .replaceAll('02F0ASAK8EAFA00W', workitem.id);
  const expected = JSON.parse(text, (key, value: unknown) => {
    const written = UNFORESEEN[key];
    if (written === undefined) return value;
    const came = { ...workitem, ...workitem.userData }[key];
    expect(came).toMatch(written);
    return came;
  });
  return { ...expected, referenceId };
}
