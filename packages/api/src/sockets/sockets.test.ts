import { Duplex } from 'node:stream';
import type { FeedMessage } from '@intray/core';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { deskClient, memoryDesk, type RunningServer, runServer, signInAs } from '../testing/index.ts';
import { encodeOnce } from './encode-once.ts';
import { LOGIN_CLOSED } from './open-sockets.ts';
import { streamOver } from './stream.ts';

const address = ({ url }: RunningServer) => `${url.replace('http', 'ws')}/trpc`;

/** Resolves with the HTTP status that turned an upgrade away, or 101. */
const knock = (server: RunningServer, headers: Record<string, string>, path = address(server)) =>
  new Promise<number | undefined>((resolve, reject) => {
    const socket = new WebSocket(path, { headers });
    socket.once('open', () => {
      socket.terminate();
      resolve(101);
    });
    socket.once('unexpected-response', (request, response) => {
      request.destroy();
      resolve(response.statusCode);
    });
    socket.once('error', reject);
  });

/** An open socket of a person, and the code it will be closed with. */
async function openSocket(server: RunningServer, cookie: string) {
  const socket = new WebSocket(address(server), { headers: { cookie } });
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  return { socket, closed };
}

describe('letting WebSockets in', () => {
  it('wants a login, our own origin, and the right path', async () => {
    await using server = await runServer({
      publicUrl: 'https://desk.example',
      allowedOrigins: ['app://intray'],
    });
    const { cookie } = await signInAs(server.app, 'agent1');
    expect(await knock(server, {})).toBe(401);
    expect(await knock(server, { cookie: 'intray_session=guess' })).toBe(401);
    expect(await knock(server, { cookie, origin: 'https://evil.example' })).toBe(403);
    expect(await knock(server, { cookie, origin: 'null' })).toBe(403);
    expect(await knock(server, { cookie }, `${address(server)}x`)).toBe(404);
    for (const origin of ['https://desk.example', 'app://intray', server.url])
      expect(await knock(server, { cookie, origin })).toBe(101);
    expect(await knock(server, { cookie })).toBe(101);
  });

  it('closes a socket that sends more than 1 MiB at once', async () => {
    await using server = await runServer();
    const { cookie } = await signInAs(server.app, 'agent1');
    const { socket, closed } = await openSocket(server, cookie);
    socket.send('x'.repeat(1024 * 1024 + 1));
    expect(await closed).toBe(1009);
  });

  it('lets one connection follow eight feeds, not nine', async () => {
    await using server = await runServer();
    const { cookie } = await signInAs(server.app, 'agent1');
    const { socket } = await openSocket(server, cookie);
    const answers: { id: number; error?: { data: { code: string } } }[] = [];
    const refused = new Promise<void>((resolve) =>
      socket.on('message', (text) => {
        const answer = JSON.parse(String(text));
        answers.push(answer);
        if (answer.error) resolve();
      }),
    );
    for (let id = 1; id <= 9; id += 1)
      socket.send(JSON.stringify({ id, method: 'subscription', params: { path: 'feed' } }));
    await refused;
    expect(answers.find(({ error }) => error)).toMatchObject({
      id: 9,
      error: { data: { code: 'TOO_MANY_REQUESTS' } },
    });
    socket.terminate();
  });
});

describe('a slow reader', () => {
  /** A connection whose peer reads when told to. */
  function slow() {
    let read: () => void = () => undefined;
    const connection = new Duplex({
      read: () => undefined,
      write(_bytes, _encoding, done) {
        read = done;
      },
    });
    return { connection, stream: streamOver(connection), read: () => read() };
  }

  it('is waited for, not buffered for', async () => {
    const { connection, stream, read } = slow();
    await stream.drained();
    connection.write(Buffer.alloc(1024 * 1024));
    const order: string[] = [];
    const waited = Promise.all([stream.drained(), stream.drained()]).then(() => order.push('drained'));
    await new Promise(setImmediate);
    order.push('read');
    read();
    await waited;
    expect(order).toEqual(['read', 'drained']);
  });

  it('does not keep its feed waiting when it goes away', async () => {
    const { connection, stream } = slow();
    connection.write(Buffer.alloc(1024 * 1024));
    const waited = stream.drained();
    connection.destroy();
    await waited;
    await stream.drained();
  });
});

describe('a login that ends takes its sockets with it', () => {
  it('when it is signed out, at once, and not the sockets of others', async () => {
    await using server = await runServer({ loginCheckEvery: 3_600_000 });
    const [mine, other] = [await signInAs(server.app, 'agent1'), await signInAs(server.app, 'agent1')];
    const [one, two] = [await openSocket(server, mine.cookie), await openSocket(server, other.cookie)];
    await server.app.inject({ method: 'POST', url: '/api/v1/logout', headers: { ...mine.headers } });
    expect(await one.closed).toBe(LOGIN_CLOSED);
    expect(two.socket.readyState).toBe(WebSocket.OPEN);
    await server.app.inject({
      method: 'POST',
      url: '/api/v1/logout-everywhere',
      headers: { ...other.headers },
    });
    expect(await two.closed).toBe(LOGIN_CLOSED);
  });

  it('when another node closes it, and when its time is over', async () => {
    let now = 1_000;
    await using server = await runServer({ clock: () => now });
    const [first, second] = [await signInAs(server.app, 'agent1'), await signInAs(server.app, 'agent2')];
    const [one, two] = [await openSocket(server, first.cookie), await openSocket(server, second.cookie)];
    await server.accounts.closeLogins('agent1');
    expect(await one.closed).toBe(LOGIN_CLOSED);
    now += 12 * 60 * 60 * 1000;
    expect(await two.closed).toBe(LOGIN_CLOSED);
  });

  it('tells the desk, which then stops asking to be let in', async () => {
    await using server = await runServer();
    const signedOut = Promise.withResolvers<void>();
    await using desk = await deskClient(server.url, 'agent1', { onSignedOut: signedOut.resolve });
    const stopped = Promise.withResolvers<void>();
    const live = Promise.withResolvers<void>();
    desk.followFeed({
      onMessage: () => undefined,
      onState: (state) =>
        state === 'live' ? live.resolve() : state === 'stopped' ? stopped.resolve() : undefined,
    });
    await live.promise;
    await server.accounts.closeLogins('agent1');
    await Promise.all([signedOut.promise, stopped.promise]);
    expect(desk.connection.get()).toBe('closed');
  });
});

describe('a peer that ignores being asked to leave', () => {
  it('is cut off', async () => {
    await using server = await runServer();
    const { cookie } = await signInAs(server.app, 'agent1');
    const { socket, closed } = await openSocket(server, cookie);
    // Reads nothing any more, so it never answers the request to close.
    socket.pause();
    await server.accounts.closeLogins('agent1');
    await expect
      .poll(async () => (await server.app.inject({ url: '/metrics' })).body, { timeout: 5_000 })
      .toContain('intray_websocket_connections 0');
    socket.terminate();
    await closed;
  });
});

describe('stopping', () => {
  it('asks sockets to come back later, and ends', async () => {
    const server = await runServer();
    const { cookie } = await signInAs(server.app, 'agent1');
    const { closed } = await openSocket(server, cookie);
    await server.app.close();
    expect(await closed).toBe(1012);
  });
});

describe('encoding', () => {
  it('writes a message once for all followers, and reads like plain JSON', () => {
    let written = 0;
    const message: FeedMessage & { toJSON?: () => object } = { kind: 'reset', cursor: 'a"7' };
    Object.defineProperty(message, 'toJSON', {
      value: () => {
        written += 1;
        return { kind: 'reset', cursor: 'a"7' };
      },
    });
    const { encode } = encodeOnce();
    const texts = [1, 2, 3].map((id) =>
      encode({ id, result: { type: 'data', id: 'a"7', data: { id: 'a"7', data: message } } } as never),
    );
    expect(written).toBe(1);
    expect(texts.map((text) => JSON.parse(String(text)))).toEqual(
      [1, 2, 3].map((id) => ({
        id,
        result: { type: 'data', id: 'a"7', data: { id: 'a"7', data: { kind: 'reset', cursor: 'a"7' } } },
      })),
    );
    const other = { id: 4, result: { type: 'started' as const } };
    expect(encode(other)).toBe(JSON.stringify(other));
  });

  it('is what real followers get', async () => {
    const desk = memoryDesk();
    await using server = await runServer({ desk });
    await using client = await deskClient(server.url, 'agent1');
    const got = Promise.withResolvers<FeedMessage>();
    client.followFeed({ from: '0', onMessage: got.resolve });
    await client.execute({ type: 'startSession', agentId: 'agent1' }, { commandId: 'mine' });
    expect(await got.promise).toMatchObject({
      kind: 'event',
      cursor: '1',
      commandId: 'mine',
      event: { type: 'SessionStarted' },
    });
  });
});
