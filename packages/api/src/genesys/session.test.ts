import { describe, expect, it } from 'vitest';
import { basic, runServer, signInAs } from '../testing/index.ts';
import { team } from './testing/desk-of-the-team.ts';

const jar = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ');

describe('signing in', () => {
  it('gives a cookie to whoever comes by Basic, which opens without a password until it is closed', async () => {
    await using server = await runServer();
    const first = await fetch(`${server.url}/api/v2/me`, { headers: basic('agent1') });
    const cookie = jar(first);
    expect(cookie).toMatch(/^JSESSIONID=/);
    const again = await fetch(`${server.url}/api/v2/me?fields=userName`, { headers: { cookie } });
    expect(await again.json()).toEqual({ statusCode: 0, user: { userName: 'agent1' } });
    expect(again.headers.getSetCookie()).toEqual([]);
    await server.accounts.closeLogins('agent1');
    expect((await fetch(`${server.url}/api/v2/me`, { headers: { cookie } })).status).toBe(401);
  });

  it('opens one login for a client that keeps no cookies, however often it asks', async () => {
    await using server = await runServer();
    const cookies = await Promise.all(
      [1, 2, 3].map(async () => jar(await fetch(`${server.url}/api/v2/me`, { headers: basic('agent1') }))),
    );
    expect(new Set(cookies).size).toBe(1);
    await server.accounts.closeLogins('agent1');
    const fresh = jar(await fetch(`${server.url}/api/v2/me`, { headers: basic('agent1') }));
    expect((await fetch(`${server.url}/api/v2/me`, { headers: { cookie: fresh } })).status).toBe(200);
  });

  it('knows the cookie of Intray’s own pages', async () => {
    await using server = await runServer();
    const { headers } = await signInAs(server.app, 'agent1');
    expect((await fetch(`${server.url}/api/v2/me`, { headers })).status).toBe(200);
    const start = { method: 'POST', body: '{"operationName":"StartContactCenterSession"}' };
    const answer = await fetch(`${server.url}/api/v2/me`, {
      ...start,
      headers: { ...headers, 'content-type': 'application/json' },
    });
    expect(await answer.json()).toEqual({ statusCode: 0, referenceId: 1 });
  });

  it.each([
    ['nobody', {}],
    ['a wrong password', basic('agent1', 'wrong')],
    ['a made-up cookie', { cookie: 'JSESSIONID=made-up' }],
  ])('turns %s away with 20', async (_, headers) => {
    await using server = await runServer();
    const answer = await fetch(`${server.url}/api/v2/me`, { headers: headers as Record<string, string> });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toEqual({ statusCode: 20, statusMessage: expect.any(String) });
    expect(answer.headers.get('www-authenticate')).toBeNull();
  });

  it('needs the token for a change by cookie, and says so in the documented words', async () => {
    await using server = await runServer();
    const first = await fetch(`${server.url}/api/v2/me`, { headers: basic('agent1') });
    expect(first.headers.get('x-csrf-header')).toBe('X-CSRF-TOKEN');
    const token = first.headers.get('x-csrf-token') ?? '';
    const change = (headers: Record<string, string>) =>
      fetch(`${server.url}/api/v2/me`, {
        method: 'POST',
        body: '{"operationName":"StartContactCenterSession"}',
        headers: { 'content-type': 'application/json', cookie: jar(first), ...headers },
      });
    for (const headers of [{}, { 'x-csrf-token': `${token}x` }]) {
      const refused = await change(headers as Record<string, string>);
      expect(refused.status).toBe(403);
      expect(await refused.text()).toBe('Missing or invalid Csrf token');
    }
    expect((await change({ 'x-csrf-token': token })).status).toBe(200);
  });

  it('needs none when the protection is switched off, and then says nothing of one', async () => {
    await using server = await runServer({ genesys: { enableCsrfProtection: false } });
    const first = await fetch(`${server.url}/api/v2/me`, { headers: basic('agent1') });
    expect(first.headers.get('x-csrf-token')).toBeNull();
    const answer = await fetch(`${server.url}/api/v2/me`, {
      method: 'POST',
      body: '{"operationName":"StartContactCenterSession"}',
      headers: { 'content-type': 'application/json', cookie: jar(first) },
    });
    expect(answer.status).toBe(200);
  });
});

describe('pages of other origins', () => {
  const friend = 'https://crm.example';
  const preflight = (url: string, origin: string) =>
    fetch(`${url}/api/v2/me`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    });

  it('may call when they are named, with cookies, and read the token', async () => {
    await using server = await runServer({
      genesys: { crossOrigin: { allowedOrigins: [friend], cacheTimeToLive: 60 } },
    });
    const asked = await preflight(server.url, friend);
    expect(asked.status).toBe(204);
    expect(Object.fromEntries(asked.headers)).toMatchObject({
      'access-control-allow-origin': friend,
      'access-control-allow-credentials': 'true',
      'access-control-max-age': '60',
      'access-control-allow-methods': 'GET,POST,PUT,DELETE,OPTIONS',
    });
    const answer = await fetch(`${server.url}/api/v2/me`, {
      headers: { ...basic('agent1'), origin: friend },
    });
    expect(answer.headers.get('access-control-expose-headers')).toContain('X-CSRF-TOKEN');
  });

  it('are told nothing when they are not, or when nobody is', async () => {
    for (const crossOrigin of [undefined, { allowedOrigins: [friend] }]) {
      await using server = await runServer({ genesys: crossOrigin === undefined ? {} : { crossOrigin } });
      const asked = await preflight(server.url, 'https://evil.example');
      expect(asked.headers.get('access-control-allow-origin')).toBeNull();
    }
  });
});

describe('the work session', () => {
  it('starts on the channels that are named, is ready and not ready, and ends', async () => {
    await using t = await team({}, []);
    const me = t.as('agent1');
    const start = {
      operationName: 'StartContactCenterSession',
      channels: ['workitem', 'email'],
      place: 'Place agent2',
    };
    expect((await me.post('/me', start)).body).toEqual({ statusCode: 0, referenceId: 1 });
    const states = async () => {
      const { body } = await me.get('/me/channels');
      const channels = body.channels as readonly {
        channel: string;
        userState: { state: string; reason: string | null };
      }[];
      return Object.fromEntries(
        channels.map(({ channel, userState }) => [channel, userState.reason ?? userState.state]),
      );
    };
    expect(await states()).toEqual({ workitem: 'NotReady', email: 'NotReady', chat: 'LoggedOut' });
    await me.post('/me', { operationName: 'Ready' });
    await me.post('/me/channels/email', { operationName: 'Lunch' });
    expect(await states()).toEqual({ workitem: 'Ready', email: 'lunch', chat: 'LoggedOut' });
    expect((await me.post('/me/channels/chat', { operationName: 'Ready' })).body.statusCode).toBe(2);
    expect((await me.post('/me', { operationName: 'EndContactCenterSession' })).body.statusCode).toBe(0);
    expect((await me.post('/me', { operationName: 'Ready' })).body.statusCode).toBe(5);
  });

  it('starts in part when some channels do not exist, and not at all when none does', async () => {
    await using t = await team({}, []);
    const start = (channels: unknown) =>
      t.as('agent1').post('/me', { operationName: 'StartContactCenterSession', channels });
    expect((await start(['voice'])).body.statusCode).toBe(6);
    expect((await start('voice')).body.statusCode).toBe(10);
    const answer = await start(['voice', 'workitem']);
    expect(answer.body).toEqual({
      statusCode: 7,
      statusMessage: 'Not started: voice.',
      referenceId: 1,
      channels: [
        { channel: 'voice', statusCode: 6, statusMessage: expect.any(String) },
        { channel: 'workitem', statusCode: 0 },
      ],
    });
    expect(
      (await t.as('agent1').post('/me', { operationName: 'StartContactCenterSession', place: 'Moon' })).body
        .statusCode,
    ).toBe(6);
  });

  it('is told with everything that clients ask for first', async () => {
    await using t = await team();
    const { body } = await t.as('agent1').get('/me?subresources=features,devices,channels,settings');
    expect(body.user).toMatchObject({
      userName: 'agent1',
      features: [{ id: 'api-multimedia' }],
      devices: [],
      channels: [
        { channel: 'workitem', userState: { state: 'Ready', displayName: 'Ready', reason: null } },
        {},
        {},
      ],
      settings: { 'interaction-workspace': { 'workbin.workitem.in-progress': 'workitem.in-progress' } },
    });
    expect((await t.as('agent1').get('/me')).body.user).not.toHaveProperty('channels');
    expect((await t.as('agent1').get('/settings/agent-states')).body.settings).toContainEqual(
      expect.objectContaining({ displayName: 'Lunch', state: 'NotReady', operationName: 'lunch' }),
    );
  });
});

describe('the rest of the house', () => {
  it('lists queues by attribute, and people by name', async () => {
    await using t = await team();
    const me = t.as('agent1');
    const queues = await me.get('/queues?fields=id,name,channel&channel=workitem');
    expect(queues.body.queues).toContainEqual({ id: 'Inbox', name: 'Inbox', channel: 'workitem' });
    expect((await me.get('/queues?channel=voice')).body).toEqual({ statusCode: 0, uris: [] });
    expect((await me.get('/queues/Nowhere')).body.statusCode).toBe(6);
    expect((await me.get('/queues/Back?fields=displayName')).body.queue).toEqual({
      displayName: 'Back office',
    });
    expect((await me.get('/users?fields=userName&userName=agent2')).body.users).toEqual([
      { userName: 'agent2' },
    ]);
    expect((await me.get('/users/agent2?fields=firstName,lastName')).body.user).toEqual({
      firstName: 'Agent',
      lastName: '2',
    });
    expect((await me.get('/users/nobody')).body.statusCode).toBe(6);
    expect((await me.get('/version')).body).toMatchObject({ statusCode: 0, version: '8.6.0' });
  });

  it('[R36 R120] has nothing about interactions without the feature', async () => {
    await using t = await team({ genesys: { features: [] } });
    const me = t.as('agent1');
    for (const path of ['/workbins', '/me/workitems', '/queues', '/workbins/x?subresources=*'])
      expect((await me.get(path)).body.statusCode).toBe(3);
    expect((await me.post('/workbins/x', { operationName: 'PullWorkitem', id: 'x' })).body.statusCode).toBe(
      3,
    );
    expect((await me.get('/me')).body.statusCode).toBe(0);
  });
});
