/** Who gets a WebSocket for notifications, whose sessions it reaches, and when it ends. */

import { describe, expect, it } from 'vitest';
import { hashPassword } from '../../../signin/passwords.ts';
import { basic, signInAs } from '../../../testing/index.ts';
import { team } from '../../testing/desk-of-the-team.ts';
import { listen } from '../../testing/listener.ts';
import { RawBayeux } from '../../testing/raw-bayeux.ts';
import { knock, rawSocket } from '../../testing/raw-socket.ts';

const PATHS = ['/api/v2/notifications', '/api/v2/notifications/handshake', '/genesys/cometd'];
const LOGIN_CLOSED = 4401;

describe('the door', () => {
  it.each(PATHS)(
    'at %s wants somebody who is signed in, from a page of ours or of a friend',
    async (path) => {
      await using t = await team({
        publicUrl: 'https://desk.example',
        genesys: { crossOrigin: { allowedOrigins: ['https://crm.example'] } },
      });
      const { url, app } = t.server;
      const { cookie } = await signInAs(app, 'agent1');
      const me = await app.inject({ url: '/api/v2/me', headers: basic('agent1') });
      const jsession = me.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
      expect(jsession).toContain('JSESSIONID=');
      for (const headers of [basic('agent1'), { cookie }, { cookie: jsession }])
        for (const origin of [undefined, 'https://desk.example', 'https://crm.example', url])
          expect(await knock(url, { ...headers, ...(origin === undefined ? {} : { origin }) }, path)).toBe(
            101,
          );
      for (const headers of [{}, { cookie: 'JSESSIONID=guess' }, basic('agent1', 'wrong')])
        expect(await knock(url, headers as Record<string, string>, path)).toBe(401);
      for (const origin of ['https://evil.example', 'null'])
        expect(await knock(url, { cookie, origin }, path)).toBe(403);
      expect((await fetch(`${url}${path}`, { headers: basic('agent1') })).status).toBe(404);
    },
  );

  it('says no in the words of this wire', async () => {
    await using t = await team();
    const answer = await fetch(`${t.server.url}/api/v2/notifications`);
    expect(await answer.json()).toEqual({ statusCode: 6, statusMessage: expect.any(String) });
  });

  it('is closed to whoever has a hundred sockets open, and to nobody else', async () => {
    await using t = await team();
    const { url } = t.server;
    const many = await Promise.all(Array.from({ length: 100 }, () => rawSocket(url, basic('agent1'))));
    expect(await knock(url, basic('agent1'), '/genesys/cometd')).toBe(429);
    expect(await knock(url, basic('agent2'), '/genesys/cometd')).toBe(101);
    many[0]?.socket.terminate();
    await expect.poll(() => knock(url, basic('agent1'), '/genesys/cometd'), { timeout: 10_000 }).toBe(101);
    for (const { socket } of many) socket.terminate();
  });
});

describe('a session', () => {
  it('belongs to who opened it: a guessed client id gets 402, and the owner is not disturbed', async () => {
    await using t = await team();
    await using owner = await listen(t.server.url, 'agent1', { transport: 'websocket' });
    await owner.subscribe('/v2/me/workitems');
    const clientId = owner.cometd.getClientId();
    const thief = await rawSocket(t.server.url, basic('agent2'));
    const unknown = { successful: false, error: '402::session_unknown' };
    expect(
      await thief.ask({ channel: '/meta/connect', clientId, connectionType: 'websocket' }),
    ).toMatchObject([{ ...unknown, advice: { reconnect: 'handshake' } }]);
    expect(await thief.ask({ channel: '/meta/subscribe', clientId, subscription: '/v2/me/*' })).toMatchObject(
      [unknown],
    );
    expect(await thief.ask({ channel: '/meta/disconnect', clientId })).toMatchObject([unknown]);
    const id = await t.inHands('agent1');
    await owner.heard(({ data }) => data.workitem?.id === id && data.workitem.state === 'Processing');
    thief.socket.terminate();
  });

  it('is also not to be had by long-polling, nor a poll’s session over a socket', async () => {
    await using t = await team();
    const poller = new RawBayeux(t.server.url, basic('agent1'));
    await poller.handshake();
    const thief = await rawSocket(t.server.url, basic('agent2'));
    const clientId = await thief.handshake();
    const connect = { channel: '/meta/connect', connectionType: 'long-polling', advice: { timeout: 0 } };
    expect(await poller.send({ ...connect, clientId })).toMatchObject([{ successful: false }]);
    expect(await thief.ask({ ...connect, clientId: poller.clientId })).toMatchObject([{ successful: false }]);
    expect(await poller.send(connect)).toMatchObject([{ successful: true }]);
    thief.socket.terminate();
  });

  it('cannot publish, nor listen elsewhere, nor be one of more than fifty', async () => {
    await using t = await team();
    const { ask, handshake, socket } = await rawSocket(t.server.url, basic('agent1'));
    const clientId = await handshake();
    for (const subscription of ['/**', '/foo', '/meta/connect', '/other/me'])
      expect(await ask({ channel: '/meta/subscribe', clientId, subscription })).toMatchObject([
        { successful: false },
      ]);
    expect(await ask({ channel: '/v2/me/workitems', clientId, data: {} })).toMatchObject([
      { successful: false },
    ]);
    for (let more = 1; more < 50; more += 1) await handshake();
    await expect(handshake()).rejects.toThrow('403::handshake_denied');
    expect(await ask({ channel: '/meta/disconnect', clientId })).toMatchObject([{ successful: true }]);
    await handshake();
    socket.terminate();
  });

  it.each(['{', '"x"', '[]', '[{"channel":"x"}]', '[{"channel":"/meta/connect","advice":{"timeout":1e12}}]'])(
    'is not begun by %s',
    async (frame) => {
      await using t = await team();
      const { socket, closed } = await rawSocket(t.server.url, basic('agent1'));
      socket.send(frame);
      expect(await closed).toBe(1007);
    },
  );
});

describe('a socket is closed', () => {
  it('when it sends more than 1 MiB at once', async () => {
    await using t = await team();
    const { socket, closed } = await rawSocket(t.server.url, basic('agent1'));
    socket.send(`[${' '.repeat(1024 * 1024)}]`);
    expect(await closed).toBe(1009);
  });

  it('at once when its login is, by the cookie of either wire', async () => {
    await using t = await team({ loginCheckEvery: 3_600_000 });
    const { app, url } = t.server;
    const [mine, other] = [await signInAs(app, 'agent1'), await signInAs(app, 'agent1')];
    const one = await rawSocket(url, { cookie: mine.cookie });
    const two = await rawSocket(url, {
      cookie: other.cookie.replace(/intray_session=([^;]+)/, 'JSESSIONID=$1'),
    });
    await app.inject({ method: 'POST', url: '/api/v1/logout', headers: { ...mine.headers } });
    expect(await one.closed).toBe(LOGIN_CLOSED);
    expect(await two.ask({ channel: '/meta/handshake', version: '1.0' })).toMatchObject([
      { successful: true },
    ]);
    await app.inject({ method: 'POST', url: '/api/v1/logout-everywhere', headers: { ...other.headers } });
    expect(await two.closed).toBe(LOGIN_CLOSED);
  });

  it('when its login is closed elsewhere, runs out, or its password is no longer right', async () => {
    let now = 1_000;
    await using t = await team({ clock: () => now });
    const { app, url, accounts } = t.server;
    const first = await rawSocket(url, { cookie: (await signInAs(app, 'agent1')).cookie });
    const second = await rawSocket(url, { cookie: (await signInAs(app, 'agent2')).cookie });
    const third = await rawSocket(url, basic('lead1'));
    await accounts.closeLogins('agent1');
    expect(await first.closed).toBe(LOGIN_CLOSED);
    await accounts.save({ userName: 'lead1', passwordHash: await hashPassword('another one') });
    expect(await third.closed).toBe(LOGIN_CLOSED);
    now += 12 * 60 * 60 * 1000;
    expect(await second.closed).toBe(LOGIN_CLOSED);
  });

  it('when nothing is heard from its peer, and the session is given up soon after', async () => {
    await using t = await team({ pingEvery: 50, genesys: { cometd: { timeout: 60_000, maxInterval: 50 } } });
    const peer = await rawSocket(t.server.url, basic('agent1'));
    const clientId = await peer.handshake();
    peer.socket.send(
      JSON.stringify([{ channel: '/meta/connect', id: 'c', clientId, connectionType: 'websocket' }]),
    );
    // It reads nothing any more, so it does not answer when it is asked whether it lives.
    peer.socket.pause();
    await expect
      .poll(() => t.server.log.some(({ facts }) => facts.lost === true), { timeout: 20_000 })
      .toBe(true);
    peer.socket.terminate();
  });

  it('when the server stops, with word to come back', async () => {
    const t = await team();
    const peer = await rawSocket(t.server.url, basic('agent1'));
    await peer.handshake();
    await t[Symbol.asyncDispose]();
    expect(await peer.closed).toBe(1012);
  });
});
