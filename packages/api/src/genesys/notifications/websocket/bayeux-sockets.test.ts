import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AckExtension, CometD, type Message } from 'cometd';
import { adapt } from 'cometd-nodejs-client';
import cometdServer, { type ServerSession } from 'cometd-nodejs-server';
import ackExtension from 'cometd-nodejs-server/ack-extension.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { bayeuxSockets, type IncomingMessage } from './bayeux-sockets.ts';

adapt();

const PATH = '/api/v2/notifications';

/** A CometD server with both transports, whose policy knows the user that the socket was opened by. */
async function startServer() {
  const cometd = cometdServer.createCometDServer({ timeout: 2_000, maxInterval: 2_000, sweepPeriod: 50 });
  cometd.addExtension(new ackExtension.AcknowledgedMessagesExtension());
  const users = new WeakMap<object, string>();
  const sessions = new Map<string, ServerSession>();
  const owners = new Map<string, string>();
  cometd.policy = {
    canHandshake(session, _message, callback) {
      const user = users.get(cometd.context.request);
      if (user !== undefined) {
        sessions.set(session.id, session);
        owners.set(session.id, user);
      }
      callback(undefined, user !== undefined);
    },
  };
  const http = createServer((request, response) => cometd.handle(request, response));
  const wss = new WebSocketServer({ server: http, path: PATH });
  const carrier = bayeuxSockets(cometd);
  wss.on('connection', (socket, upgrade) => {
    const user = new URL(upgrade.url ?? '', 'http://localhost').searchParams.get('user') ?? undefined;
    carrier.carry(socket, {
      read(text) {
        const messages: unknown = JSON.parse(text);
        if (!Array.isArray(messages)) throw new Error('No list.');
        return messages as IncomingMessage[];
      },
      admit(messages, request) {
        if (user !== undefined) users.set(request, user);
        for (const message of messages)
          if (owners.get(message.clientId ?? '') !== user) message.clientId = undefined;
        return undefined;
      },
    });
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${PATH}`,
    socketUrl: `ws://127.0.0.1:${port}${PATH}`,
    sessions,
    sockets: wss.clients,
    async stop() {
      for (const session of sessions.values()) session.disconnect();
      for (const socket of wss.clients) socket.terminate();
      cometd.close();
      wss.close();
      http.closeAllConnections();
      http.close();
      await once(http, 'close');
    },
  };
}

let server: Awaited<ReturnType<typeof startServer>>;
const clients: CometD[] = [];

beforeEach(async () => {
  server = await startServer();
});
afterEach(async () => {
  for (const client of clients.splice(0))
    await new Promise<void>((left) => (client.isDisconnected() ? left() : client.disconnect(() => left())));
  await server.stop();
});

/** The official client, on WebSockets alone. */
async function connect(user = 'ana', { ack = false } = {}) {
  const client = new CometD();
  clients.push(client);
  client.unregisterTransport('long-polling');
  client.unregisterTransport('callback-polling');
  if (ack) client.registerExtension('ack', new AckExtension());
  client.configure({
    url: `${server.url}?user=${user}`,
    logLevel: 'warn',
    backoffIncrement: 10,
    maxBackoff: 20,
  });
  const reply = await new Promise<Message>((answered) => client.handshake(answered));
  const heard: unknown[] = [];
  const waiting = new Set<() => void>();
  const listen = (channel: string) =>
    new Promise<Message>((answered) =>
      client.subscribe(
        channel,
        ({ data }) => {
          heard.push(data);
          for (const look of [...waiting]) look();
        },
        answered,
      ),
    );
  const until = (count: number) =>
    new Promise<void>((done) => {
      const look = () => heard.length >= count && done();
      waiting.add(look);
      look();
    });
  return { client, reply, heard, listen, until };
}

const sessionOf = ({ reply }: { reply: Message }): ServerSession => {
  const session = server.sessions.get(reply.clientId ?? '');
  if (session === undefined) throw new Error(`No session ${reply.clientId}.`);
  return session;
};

describe('the official client over a WebSocket', () => {
  test('shakes hands, subscribes, and is told in order', async () => {
    const ana = await connect();
    expect(ana.reply).toMatchObject({
      successful: true,
      supportedConnectionTypes: ['websocket', 'long-polling'],
    });
    expect((await ana.listen('/v2/me/workitems')).successful).toBe(true);
    const session = sessionOf(ana);
    for (let n = 0; n < 200; n += 1) session.deliver(null, '/v2/me/workitems', { n });
    await ana.until(200);
    expect(ana.heard).toEqual(Array.from({ length: 200 }, (_, n) => ({ n })));
    expect(ana.client.getTransport()?.type).toBe('websocket');
  });

  test('a stranger is refused', async () => {
    const client = new CometD();
    client.unregisterTransport('long-polling');
    client.unregisterTransport('callback-polling');
    client.configure({ url: server.url, logLevel: 'warn' });
    const reply = await new Promise<Message>((answered) => client.handshake(answered));
    expect(reply).toMatchObject({ successful: false, error: '403::handshake_denied' });
  });

  test('twenty tabs of one browser are all told at once', async () => {
    const tabs = await Promise.all(Array.from({ length: 20 }, () => connect()));
    for (const tab of tabs) await tab.listen('/v2/me/workitems');
    for (const tab of tabs) sessionOf(tab).deliver(null, '/v2/me/workitems', { id: 'A' });
    await Promise.all(tabs.map((tab) => tab.until(1)));
    expect(tabs.flatMap(({ heard }) => heard)).toEqual(tabs.map(() => ({ id: 'A' })));
  });

  test('goes on with its session over a new socket after a cut, and gets what was told meanwhile', async () => {
    const ana = await connect('ana', { ack: true });
    await ana.listen('/v2/me/workitems');
    const session = sessionOf(ana);
    session.deliver(null, '/v2/me/workitems', { n: 0 });
    await ana.until(1);
    for (const socket of server.sockets) socket.terminate();
    session.deliver(null, '/v2/me/workitems', { n: 1 });
    session.deliver(null, '/v2/me/workitems', { n: 2 });
    await ana.until(3);
    expect(ana.heard).toEqual([{ n: 0 }, { n: 1 }, { n: 2 }]);
    expect(ana.client.getClientId()).toBe(session.id);
  });

  test('shakes hands anew when its session is gone', async () => {
    const ana = await connect();
    await ana.listen('/v2/me/workitems');
    const again = new Promise<Message>((shaken) => {
      ana.client.addListener('/meta/handshake', shaken);
    });
    const session = sessionOf(ana);
    for (const socket of server.sockets) socket.terminate();
    session.disconnect();
    const { clientId, successful } = await again;
    expect(successful).toBe(true);
    expect(clientId).not.toBe(session.id);
  });

  test('ends its session by disconnecting', async () => {
    const ana = await connect();
    const ended = new Promise<void>((removed) => sessionOf(ana).addListener('removed', () => removed()));
    ana.client.disconnect();
    await ended;
  });
});

describe('by hand', () => {
  const open = async (user: string) => {
    const socket = new WebSocket(`${server.socketUrl}?user=${user}`);
    await once(socket, 'open');
    return socket;
  };
  const ask = async (socket: WebSocket, message: object): Promise<Message[]> => {
    socket.send(JSON.stringify([{ id: '1', ...message }]));
    const [frame] = await once(socket, 'message');
    return JSON.parse(String(frame)) as Message[];
  };

  test("a session belongs to its user: another's is unknown, and the owner is not disturbed", async () => {
    const ana = await connect();
    await ana.listen('/v2/me/workitems');
    const ben = await open('ben');
    const { clientId } = ana.reply;
    const reply = { successful: false, error: '402::session_unknown' };
    const connecting = { channel: '/meta/connect', clientId, connectionType: 'websocket' };
    expect(await ask(ben, connecting)).toMatchObject([{ ...reply, advice: { reconnect: 'handshake' } }]);
    const listening = { channel: '/meta/subscribe', clientId, subscription: '/v2/me/workbins' };
    expect(await ask(ben, listening)).toMatchObject([reply]);
    expect(await ask(ben, { channel: '/meta/disconnect', clientId })).toMatchObject([reply]);
    sessionOf(ana).deliver(null, '/v2/me/workitems', { still: 'there' });
    await ana.until(1);
    ben.terminate();
  });

  test('what is no list of messages closes the socket', async () => {
    for (const frame of ['{', '"x"', '7']) {
      const socket = await open('ana');
      socket.send(frame);
      expect((await once(socket, 'close'))[0]).toBe(1007);
    }
  });

  test('a handshake beside other messages closes the socket', async () => {
    const socket = await open('ana');
    const handshake = { channel: '/meta/handshake', version: '1.0', supportedConnectionTypes: ['websocket'] };
    socket.send(JSON.stringify([handshake, { channel: '/meta/connect' }]));
    expect((await once(socket, 'close'))[0]).toBe(1002);
  });
});
