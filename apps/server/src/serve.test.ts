import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { basic, intray, scratchFolder, startServer } from './testing/processes.ts';

const letter = (externalId: string) => ({
  externalId,
  mediaType: 'email',
  queue: 'Inbox',
  userData: { Subject: 'Hello' },
});

describe('a whole server on an embedded database', () => {
  it('starts, lets people in, takes work once, serves, and keeps secrets out of its log', async () => {
    await using folder = await scratchFolder();
    await using server = await startServer(folder.path, { INTRAY_LOG: 'trace' });

    expect(await (await fetch(`${server.url}/healthz`)).json()).toEqual({ status: 'ok', demo: true });
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);

    const headers = { 'content-type': 'application/json' };
    const login = (password: string) =>
      fetch(`${server.url}/api/v1/login`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ userName: 'agent1', password }),
      });
    expect((await login('my-wrong-password')).status).toBe(401);
    const signedIn = await login('demo');
    expect(signedIn.status).toBe(200);
    const { csrfToken } = (await signedIn.json()) as { csrfToken: string };
    const cookies = signedIn.headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0] ?? '');
    const mine = await fetch(`${server.url}/api/v1/desk`, { headers: { cookie: cookies.join('; ') } });
    expect(mine.status).toBe(200);

    const first = await server.as('agent1', '/api/v1/interactions', letter('one'));
    const again = await server.as('agent1', '/api/v1/interactions', letter('one'));
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(await again.json()).toEqual(await first.json());
    expect(await (await fetch(`${server.url}/metrics`)).text()).toContain('intray_commands_total 2');

    server.child.kill('SIGTERM');
    expect(await server.exited).toBe(0);
    const log = server.errors() + server.output();
    expect(log).toContain('"status":401');
    const password = (
      await readFile(join(folder.path, 'postgres', 'password'), 'utf8').catch(() => '')
    ).trim();
    const secrets = [
      'my-wrong-password',
      basic('agent1', 'demo').slice(6),
      csrfToken,
      ...cookies.map((c) => c.split('=')[1] ?? ''),
    ];
    if (password !== '') secrets.push(password);
    for (const secret of secrets) expect(log.includes(secret), secret).toBe(false);
  });

  it('stops only after the request in hand has its answer, and starts again in less than 5 s', async () => {
    await using folder = await scratchFolder();
    await using server = await startServer(folder.path);
    const body = JSON.stringify(letter('slow'));
    const slow = request(`${server.url}/api/v1/interactions`, {
      method: 'POST',
      headers: {
        authorization: basic('agent1', 'demo'),
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        expect: '100-continue',
      },
    });
    const answered = once(slow, 'response');
    slow.flushHeaders();
    await once(slow, 'continue');
    slow.write(body.slice(0, 10));

    server.child.kill('SIGTERM');
    await server.match('errors', /Stopping\./);
    slow.end(body.slice(10));
    const [answer] = await answered;
    expect(answer.statusCode).toBe(201);
    answer.resume();
    expect(await server.exited).toBe(0);

    const startedAt = performance.now();
    await using next = await startServer(folder.path);
    expect(performance.now() - startedAt).toBeLessThan(5_000);
    expect((await next.as('agent1', '/api/v1/interactions', letter('slow'))).status).toBe(200);
  });

  it('killed in the middle of the day, has everything on the same desks when it is back', async () => {
    await using folder = await scratchFolder();
    let id: string;
    {
      await using server = await startServer(folder.path);
      const channels = [{ mediaType: 'email', ready: false }];
      expect((await server.as('agent1', '/api/v1/session', { type: 'startSession', channels })).status).toBe(
        200,
      );
      ({ id } = (await (await server.as('agent1', '/api/v1/interactions', letter('held'))).json()) as {
        id: string;
      });
      const pulled = await server.as('agent1', `/api/v1/interactions/${id}/commands`, { type: 'pull' });
      expect(await pulled.json()).toMatchObject({ state: 'Processing' });
      server.child.kill('SIGKILL');
      await server.exited;
    }
    await using server = await startServer(folder.path);
    const desk = await (await server.as('agent1', '/api/v1/desk')).json();
    expect(desk).toMatchObject({ work: [{ interaction: { id, state: 'Processing', handler: 'agent1' } }] });
  });

  it('refuses a port that is taken, and says what to do', async () => {
    await using folder = await scratchFolder();
    await using server = await startServer(folder.path);
    await using other = await scratchFolder();
    await using second = intray(['serve'], { PORT: new URL(server.url).port, INTRAY_DATA_DIR: other.path });
    expect(await second.exited).toBe(1);
    expect(second.errors()).toMatch(
      /^Port \d+ on 127\.0\.0\.1 is taken by another program.*PORT=\d+ npm start\n$/,
    );
  });
});

describe('a first start', () => {
  it('without the demo makes an administrator and puts the password where only its owner reads it', async () => {
    await using folder = await scratchFolder();
    await using server = await startServer(folder.path, { INTRAY_DEMO: '0' });
    await server.match('output', /sign in as admin; the password is in \S+first-password\.txt/);
    expect(server.output()).toContain('INTRAY_DEMO=1');
    const password = (await readFile(join(folder.path, 'first-password.txt'), 'utf8')).trim();
    const ask = (secret: string) =>
      fetch(`${server.url}/api/v1/desk`, { headers: { authorization: basic('admin', secret) } });
    expect((await ask(password)).status).toBe(200);
    expect((await ask('demo')).status).toBe(401);
    expect(server.output() + server.errors()).not.toContain(password);
  });
});

describe('demo accounts', () => {
  it('are refused on an address that others can reach', async () => {
    await using server = intray(['serve'], { INTRAY_DEMO: '1', HOST: '0.0.0.0', PORT: '0' });
    expect(await server.exited).toBe(1);
    expect(server.errors()).toMatch(/^HOST: expected a loopback address/);
  });

  it('that an earlier demo left behind are refused there, too', async () => {
    await using folder = await scratchFolder();
    {
      await using server = await startServer(folder.path);
      server.child.kill('SIGTERM');
      expect(await server.exited).toBe(0);
    }
    await using exposed = intray(['serve'], { HOST: '0.0.0.0', PORT: '0', INTRAY_DATA_DIR: folder.path });
    expect(await exposed.exited).toBe(1);
    expect(exposed.output()).not.toContain('ready');
    expect(exposed.errors()).toContain('agent1, agent2, agent3, agent4, agent5, agent6, lead1, admin1');
  });
});

describe('a bad setting', () => {
  it('stops the start with one message and exit code 1', async () => {
    await using server = intray(['serve'], { PORT: 'http' });
    expect(await server.exited).toBe(1);
    expect(server.errors()).toMatch(/^PORT: expected a port number.*\n$/);
  });
});
