/** What an operator sets of the Genesys wire takes effect on a whole server. */
import { basic, caller, RawBayeux } from '@intray/api/testing';
import { describe, expect, it } from 'vitest';
import { scratchFolder, startServer } from './testing/processes.ts';

const FRIEND = 'https://desk.example.com';
const STRANGER = 'https://elsewhere.example.com';

interface Named {
  readonly id: string;
  readonly name: string;
}

describe('the settings of the Genesys wire', () => {
  it('[R122] are read from the environment and take effect: origins, PullChat, tenant, zone, CSRF, CometD', async () => {
    await using folder = await scratchFolder();
    await using server = await startServer(folder.path, {
      INTRAY_GENESYS_CORS_ORIGINS: FRIEND,
      INTRAY_GENESYS_CORS_TTL: '7',
      INTRAY_GENESYS_NOTIFICATION_ON_PULL_CHAT: '1',
      INTRAY_GENESYS_JOIN_ON_PULL_CHAT: '1',
      INTRAY_GENESYS_TENANT: 'North',
      INTRAY_GENESYS_STRATEGY_DBID: '197',
      INTRAY_GENESYS_TIME_ZONE: '+05:45',
      INTRAY_GENESYS_CSRF_PROTECTION: '0',
      INTRAY_GENESYS_COMETD_TIMEOUT: '3',
      INTRAY_GENESYS_COMETD_MAX_INTERVAL: '1',
    });
    const preflight = (origin: string) =>
      fetch(`${server.url}/api/v2/me`, { method: 'OPTIONS', headers: { origin } });
    const allowed = await preflight(FRIEND);
    expect([allowed.status, allowed.headers.get('access-control-allow-origin')]).toEqual([204, FRIEND]);
    expect(allowed.headers.get('access-control-max-age')).toBe('7');
    expect((await preflight(STRANGER)).headers.get('access-control-allow-origin')).toBeNull();

    const agent = caller(server.url, 'agent1');
    const started = await agent.get('/me');
    expect(started.headers.get('x-csrf-token')).toBeNull();
    await agent.post('/me', { operationName: 'StartContactCenterSession' });
    const created = await agent.post('/me/chats', { operationName: 'Create', queueName: 'Inbox' });
    expect(created.body).toEqual({ statusCode: 0, referenceId: expect.any(Number) });
    const chats = async () =>
      (await agent.get('/me/chats?fields=*')).body.chats as readonly { id: string; receivedDate: string }[];
    const [chat] = await chats();
    expect(chat?.receivedDate).toMatch(/\+0545$/);
    const bins = (await agent.get('/me/workbins?fields=id,name')).body.workbins as readonly Named[];
    const bin = `/me/workbins/${bins.find(({ name }) => name === 'chat.in-progress')?.id ?? bins[0]?.id}`;
    expect((await agent.post(bin, { operationName: 'AddChat', id: chat?.id })).body.statusCode).toBe(0);
    const pulled = await agent.post(bin, { operationName: 'PullChat', id: chat?.id, nickname: 'Ann' });
    expect(pulled.body).toEqual({ statusCode: 0, referenceId: expect.any(Number) });
    expect((await chats()).map(({ id }) => id)).toEqual([chat?.id]);

    const listener = new RawBayeux(server.url, basic('agent1'));
    const [shaken] = await listener.send({
      channel: '/meta/handshake',
      version: '1.0',
      supportedConnectionTypes: ['long-polling'],
    });
    expect(shaken).toMatchObject({ successful: true, advice: { timeout: 3_000 } });
    await listener.handshake();
    // Heard of every 2.5 s, which is too seldom for one second, and would do for the usual twenty.
    const stillThere = async () => {
      const [reply] = await listener.send({ channel: '/meta/subscribe', subscription: '/v2/me/*' });
      return reply?.successful;
    };
    await expect.poll(stillThere, { timeout: 25_000, interval: 2_500 }).toBe(false);
  });

  it('switch everything about interactions off with the feature', async () => {
    await using folder = await scratchFolder();
    await using server = await startServer(folder.path, { INTRAY_GENESYS_FEATURES: 'none' });
    const agent = caller(server.url, 'agent1');
    expect((await agent.get('/me/workbins')).body.statusCode).toBe(3);
    expect((await agent.get('/me?subresources=features')).body.user).toMatchObject({ features: [] });
  });
});
