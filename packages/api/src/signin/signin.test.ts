import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { basic, memoryAccounts, PASSWORD, runServer, signInAs } from '../testing/index.ts';
import { countAttempts } from './attempts.ts';
import { credentials } from './credentials.ts';
import { LOGIN_LASTS } from './logins.ts';
import { hashPassword, passwordVerifier } from './passwords.ts';

const login = (payload: object) => ({ method: 'POST', url: '/api/v1/login', payload }) as const;

describe('signing in', () => {
  it('gives a cookie that no script can read, and keeps only the hash of its secret', async () => {
    const accounts = memoryAccounts();
    const kept: string[] = [];
    const watched = {
      ...accounts,
      openLogin(opened: Parameters<typeof accounts.openLogin>[0]) {
        kept.push(JSON.stringify(opened));
        return accounts.openLogin(opened);
      },
    };
    await using server = await runServer({ accounts: watched });
    const answer = await server.app.inject(login({ userName: 'agent1', password: PASSWORD }));
    expect(answer.statusCode).toBe(200);
    const session = answer.cookies.find(({ name }) => name === 'intray_session');
    expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
    expect(session).not.toHaveProperty('secure');
    expect(Buffer.from(session?.value ?? '', 'base64url')).toHaveLength(32);
    expect(kept).toHaveLength(1);
    expect(kept[0]).not.toContain(session?.value);
    expect(answer.cookies.find(({ name }) => name === 'intray_csrf')).toMatchObject({
      value: answer.json().csrfToken,
    });
  });

  it('marks the cookies Secure when the public address is https', async () => {
    await using server = await runServer({ publicUrl: 'https://desk.example' });
    const answer = await server.app.inject(login({ userName: 'agent1', password: PASSWORD }));
    expect(answer.cookies.map(({ secure }) => secure)).toEqual([true, true]);
  });

  it('says the same to a wrong password and to an unknown person, after the same work', async () => {
    await using server = await runServer();
    const wrong = await server.app.inject(login({ userName: 'agent1', password: 'guess' }));
    const unknown = await server.app.inject(login({ userName: 'nobody', password: 'guess' }));
    expect([wrong.statusCode, unknown.statusCode]).toEqual([401, 401]);
    expect(unknown.json()).toEqual(wrong.json());

    const verify = passwordVerifier();
    expect(await verify('guess', undefined)).toBe(false);
  });

  it('hashes by argon2id with 19 MiB and two passes', async () => {
    const passwordHash = await hashPassword('demo');
    expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    const verify = passwordVerifier();
    expect(await verify('demo', passwordHash)).toBe(true);
    expect(await verify('dEmo', passwordHash)).toBe(false);
  });

  it('refuses a sign-in that a foreign page sends', async () => {
    await using server = await runServer({ publicUrl: 'https://desk.example' });
    const from = (origin: string) =>
      server.app.inject({ ...login({ userName: 'agent1', password: PASSWORD }), headers: { origin } });
    expect((await from('https://evil.example')).json().error.code).toBe('origin_foreign');
    expect((await from('null')).statusCode).toBe(403);
    expect((await from('https://desk.example')).statusCode).toBe(200);
  });

  it('never writes a password to the log or into an answer', async () => {
    await using server = await runServer();
    const secret = 'correct horse battery staple';
    const answers = [
      await server.app.inject(login({ userName: 'agent1', password: secret })),
      await server.app.inject(login({ userName: 'agent1', password: { secret } })),
      await server.app.inject({ url: '/api/v1/me', headers: basic('agent1', secret) }),
    ];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([401, 400, 401]);
    expect(JSON.stringify([server.log, answers.map(({ body }) => body)])).not.toContain('horse');
  });
});

describe('too many attempts', () => {
  const attempts = { perUserName: 3, perAddress: 5, windowSeconds: 60 };

  it('answers 429 with Retry-After per user name, even to the right password, and leaves others alone', async () => {
    await using server = await runServer({ attempts });
    const guess = (userName: string, password: string) => server.app.inject(login({ userName, password }));
    for (let i = 0; i < 3; i += 1) expect((await guess('agent1', `guess ${i}`)).statusCode).toBe(401);
    const stopped = await guess('AGENT1', PASSWORD);
    expect(stopped.statusCode).toBe(429);
    expect(Number(stopped.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(stopped.headers['retry-after'])).toBeLessThanOrEqual(60);
    expect(stopped.json().error.code).toBe('too_many_attempts');
    expect((await guess('agent2', PASSWORD)).statusCode).toBe(200);
  });

  it('answers 429 per address, over form and Basic together', async () => {
    await using server = await runServer({ attempts });
    for (let i = 0; i < 5; i += 1)
      expect(
        (await server.app.inject({ url: '/api/v1/me', headers: basic(`nobody${i}`, 'guess') })).statusCode,
      ).toBe(401);
    expect((await server.app.inject(login({ userName: 'agent2', password: PASSWORD }))).statusCode).toBe(429);
    expect((await server.app.inject({ url: '/api/v1/me', headers: basic('agent3') })).statusCode).toBe(429);
  });

  it('counts failures only: one team behind one address signs in as often as it likes', async () => {
    await using server = await runServer({ attempts });
    for (let i = 0; i < 8; i += 1)
      expect((await server.app.inject(login({ userName: 'agent1', password: PASSWORD }))).statusCode).toBe(
        200,
      );
  });

  it('lets everybody in who knows the password, however many at once', async () => {
    await using server = await runServer({ attempts });
    const together = Array.from({ length: 20 }, () =>
      server.app.inject(login({ userName: 'agent1', password: PASSWORD })),
    );
    for (const { statusCode } of await Promise.all(together)) expect(statusCode).toBe(200);
  });

  it('lets everybody try again when the window is over', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const counted = countAttempts({ perUserName: 2, perAddress: 50, windowSeconds: 60 });
    const attempt = (right: boolean) => counted.try('agent1', '192.0.2.1', async () => right);
    expect([await attempt(false), await attempt(false)]).toEqual([false, false]);
    await expect(attempt(true)).rejects.toMatchObject({ code: 'too_many_attempts', retryAfter: 60 });
    vi.advanceTimersByTime(59_000);
    await expect(attempt(true)).rejects.toMatchObject({ retryAfter: 1 });
    vi.advanceTimersByTime(1_000);
    expect(await attempt(true)).toBe(true);
  });

  it('forgets the failures of a name when its password is typed right', async () => {
    const counted = countAttempts({ perUserName: 2, perAddress: 50, windowSeconds: 60 });
    for (const right of [false, true, false, true, false, true])
      expect(await counted.try('agent1', '192.0.2.1', async () => right)).toBe(right);
  });

  it('counts a hundred guesses at once as a hundred', async () => {
    await using server = await runServer({ attempts });
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        server.app.inject(login({ userName: 'agent1', password: `guess ${i}` })),
      ),
    );
    expect(answers.filter(({ statusCode }) => statusCode === 401)).toHaveLength(3);
  });
});

describe('the life of a login', () => {
  it('lasts 12 hours from its last use', async () => {
    let now = 1_000_000;
    await using server = await runServer({ clock: () => now });
    const { cookie } = await signInAs(server.app, 'agent1');
    const me = () => server.app.inject({ url: '/api/v1/me', headers: { cookie } });
    now += LOGIN_LASTS - 1;
    expect((await me()).statusCode).toBe(200);
    now += LOGIN_LASTS - 1;
    expect((await me()).statusCode).toBe(200);
    now += LOGIN_LASTS;
    expect((await me()).statusCode).toBe(401);
  });

  it('ends with logout; logout-everywhere ends all of a person and nobody else', async () => {
    await using server = await runServer();
    const [one, two, three] = [
      await signInAs(server.app, 'agent1'),
      await signInAs(server.app, 'agent1'),
      await signInAs(server.app, 'agent1'),
    ];
    const other = await signInAs(server.app, 'agent2');
    const me = async ({ cookie }: { cookie: string }) =>
      (await server.app.inject({ url: '/api/v1/me', headers: { cookie } })).statusCode;
    const post = (url: string, headers: Readonly<Record<string, string>>) =>
      server.app.inject({ method: 'POST', url, headers: { ...headers } });

    expect((await post('/api/v1/logout', one.headers)).statusCode).toBe(204);
    expect([await me(one), await me(two)]).toEqual([401, 200]);
    expect((await post('/api/v1/logout-everywhere', two.headers)).json()).toEqual({ closed: 2 });
    expect([await me(two), await me(three), await me(other)]).toEqual([401, 401, 200]);
  });

  it('closes the login that the browser had before', async () => {
    await using server = await runServer();
    const before = await signInAs(server.app, 'agent1');
    await server.app.inject({
      ...login({ userName: 'agent2', password: PASSWORD }),
      headers: { cookie: before.cookie },
    });
    expect(
      (await server.app.inject({ url: '/api/v1/me', headers: { cookie: before.cookie } })).statusCode,
    ).toBe(401);
  });
});

describe('who may change anything', () => {
  const change = { method: 'POST', url: '/api/v1/interactions' } as const;
  const work = { mediaType: 'workitem', queue: 'Inbox', userData: {} };

  it('asks for the token of this very login where a cookie signs in, and for none with Basic', async () => {
    await using server = await runServer();
    const { cookie, csrfToken } = await signInAs(server.app, 'agent1');
    const other = await signInAs(server.app, 'agent1');
    const send = async (headers: Record<string, string>) => {
      const { statusCode, body } = await server.app.inject({ ...change, payload: work, headers });
      return statusCode === 201
        ? 201
        : `${statusCode} ${(JSON.parse(body) as { error: { code: string } }).error.code}`;
    };
    expect(await send({})).toBe('401 unauthenticated');
    expect(await send({ cookie })).toBe('403 csrf_missing');
    expect(await send({ cookie, 'x-intray-csrf': 'x' })).toBe('403 csrf_missing');
    expect(await send({ cookie, 'x-intray-csrf': other.csrfToken })).toBe('403 csrf_missing');
    expect(await send({ cookie, 'x-intray-csrf': csrfToken })).toBe(201);
    expect(await send(basic('agent1'))).toBe(201);
    expect(await send({ cookie, 'x-intray-csrf': csrfToken, ...basic('agent1', 'wrong') })).toBe(
      '401 unauthenticated',
    );
    expect(await send({ 'x-intray-csrf': csrfToken })).toBe('401 unauthenticated');
  });

  it('asks tRPC changes for the same token, and questions for none', async () => {
    await using server = await runServer();
    const { cookie, csrfToken } = await signInAs(server.app, 'agent1');
    const payload = { commandId: 'c1', command: { type: 'startSession', agentId: 'agent1' } };
    const send = (headers: Record<string, string>) =>
      server.app.inject({ method: 'POST', url: '/trpc/desk.execute', payload, headers });
    expect((await send({ cookie })).statusCode).toBe(403);
    expect((await send({ cookie, 'x-intray-csrf': csrfToken })).json().result.data).toMatchObject({
      ok: true,
    });
    expect((await server.app.inject({ url: '/trpc/desk.me', headers: { cookie } })).statusCode).toBe(200);
    expect((await server.app.inject({ url: '/trpc/desk.me', headers: basic('agent1') })).statusCode).toBe(
      401,
    );
  });
});

describe('HTTP Basic', () => {
  async function counted() {
    let now = 0;
    let calls = 0;
    const accounts = memoryAccounts();
    await accounts.save({ userName: 'agent1', passwordHash: 'first' });
    const checks = credentials({
      accounts,
      clock: () => now,
      attempts: { try: (_name, _address, attempt) => attempt() },
      verify: async (password, passwordHash) => {
        calls += 1;
        return passwordHash !== undefined && password === `${passwordHash} password`;
      },
    });
    const pass = (ms: number) => {
      now += ms;
    };
    const check = (password: string) => checks.checkRemembered('agent1', password, '127.0.0.1');
    return { accounts, check, calls: () => calls, pass };
  }

  it('runs argon2 once a minute, not once a request', async () => {
    const { check, calls, pass } = await counted();
    expect(await Promise.all(Array.from({ length: 64 }, () => check('first password')))).not.toContain(false);
    expect(calls()).toBe(1);
    pass(59_999);
    expect(await check('first password')).toBe(true);
    expect(calls()).toBe(1);
    pass(1);
    expect(await check('first password')).toBe(true);
    expect(calls()).toBe(2);
  });

  it('forgets at once when the password changes, and never remembers a no', async () => {
    const { accounts, check, calls } = await counted();
    expect(await check('first password')).toBe(true);
    await accounts.save({ userName: 'agent1', passwordHash: 'second' });
    expect(await check('first password')).toBe(false);
    expect(await check('first password')).toBe(false);
    expect(await check('second password')).toBe(true);
    expect(calls()).toBe(4);
  });
});
