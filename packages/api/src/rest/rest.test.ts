import { INTERACTION_COMMAND_TYPES, REFUSAL_CODES, refuse } from '@intray/core';
import { describe, expect, it } from 'vitest';
import { basic, memoryDesk, runServer, signInAs } from '../testing/index.ts';
import { WIRE_CODES } from '../wire/refusals.ts';
import { ROUTES } from './mount.ts';

const work = { mediaType: 'workitem', queue: 'Inbox', userData: { Subject: 'Street light is out' } };
const submit = (payload: object, headers: Record<string, string> = {}) =>
  ({
    method: 'POST',
    url: '/api/v1/interactions',
    payload,
    headers: { ...basic('agent1'), ...headers },
  }) as const;

/** A path of the table with its parameters filled in. */
const filled = (path: string) =>
  `/api/v1${path
    .replace(':id', 'TEST000000000001')
    .replace(':type/:ownerKind/:ownerId', 'workitem.in-progress/Agent/agent1')
    .replace(':queue', 'Inbox')}`;

describe('submitting work', () => {
  it('[R66] answers 201 with an id, and 200 with the same id when the external id comes again', async () => {
    await using server = await runServer();
    const first = await server.app.inject(submit({ ...work, externalId: 'nyc-1' }));
    const again = await server.app.inject(submit({ ...work, externalId: 'nyc-1' }));
    const other = await server.app.inject(submit({ ...work, externalId: 'nyc-2' }));
    expect([first.statusCode, again.statusCode, other.statusCode]).toEqual([201, 200, 201]);
    expect(first.json()).toEqual({ id: 'TEST000000000001' });
    expect(again.json()).toEqual(first.json());
    expect(other.json()).not.toEqual(first.json());
  });

  it('does nothing twice for one Idempotency-Key', async () => {
    await using server = await runServer();
    const key = { 'idempotency-key': 'b7c1' };
    const first = await server.app.inject(submit(work, key));
    const again = await server.app.inject(submit(work, key));
    expect([first.statusCode, again.statusCode]).toEqual([201, 200]);
    expect(again.json()).toEqual(first.json());
    const queue = await server.app.inject({ url: '/api/v1/queues/Inbox', headers: basic('agent1') });
    expect(queue.json().items).toHaveLength(1);
  });

  it('does an operation on many once for one Idempotency-Key, and refuses another under it [T31]', async () => {
    await using server = await runServer();
    const { id } = (await server.app.inject(submit(work))).json();
    const operate = (type: string, key = 'b7c1') =>
      server.app.inject({
        method: 'POST',
        url: '/api/v1/tasks/operations',
        payload: { operation: { type }, items: [{ id }] },
        headers: { ...basic('admin1'), 'idempotency-key': key },
      });
    const first = await operate('hold');
    expect(first.json()).toMatchObject({ done: 1, items: [{ after: { status: 'held' } }] });
    expect((await operate('hold')).json()).toEqual(first.json());
    expect((await operate('hold', 'b7c2')).json()).not.toEqual(first.json());
    const other = await operate('resume');
    expect([other.statusCode, other.json().error.code]).toEqual([422, 'key_reused']);
  });

  it('takes a due date as ISO 8601 with an offset or in milliseconds, and a contact by name or object', async () => {
    await using server = await runServer();
    const due = Date.UTC(2026, 10, 20, 9);
    const ids: string[] = [];
    for (const dueAt of ['2026-11-20T09:00:00Z', '2026-11-20T10:00:00+01:00', due])
      for (const contact of ['c7', { id: 'c7' }])
        ids.push((await server.app.inject(submit({ ...work, dueAt, contact }))).json().id);
    expect(ids).toHaveLength(6);
    for (const id of ids) {
      const read = await server.app.inject({ url: `/api/v1/interactions/${id}`, headers: basic('agent1') });
      expect(read.json().interaction).toMatchObject({ dueAt: due, contactId: 'c7', ...work });
    }
  });

  it.each([
    [{ ...work, priority: 'high' }, 'priority', '"high"'],
    [{ ...work, dueAt: '2026-11-20 09:00' }, 'dueAt', '"2026-11-20 09:00"'],
    [{ ...work, mediaType: undefined }, 'mediaType', 'nothing'],
    [{ ...work, colour: 'red' }, '(whole)', 'colour'],
    [{ ...work, userData: ['x'] }, 'userData', '["x"]'],
    [[], '(whole)', '[]'],
  ])('says where %j is wrong, and what came', async (payload, path, received) => {
    await using server = await runServer();
    const answer = await server.app.inject(submit(payload));
    expect(answer.statusCode).toBe(400);
    const { error } = answer.json();
    expect(error.code).toBe('invalid_input');
    expect(error.detail.issues).toContainEqual({ path, expected: expect.any(String), received });
    expect(error.message).toContain(received);
  });
});

describe('acting on work', () => {
  it('gives a version as ETag and refuses a command to an older one', async () => {
    await using server = await runServer();
    const { id } = (await server.app.inject(submit(work))).json();
    const url = `/api/v1/interactions/${id}`;
    const etag = (await server.app.inject({ url, headers: basic('admin1') })).headers.etag as string;
    expect(etag).toBe('"1"');
    const hold = (ifMatch: string) =>
      server.app.inject({
        method: 'POST',
        url: `${url}/commands`,
        payload: { type: 'hold' },
        headers: { ...basic('admin1'), 'if-match': ifMatch },
      });
    const done = await hold(etag);
    expect(done.json()).toMatchObject({ ok: true, state: 'Held', version: 2, events: ['InteractionHeld'] });
    expect(done.headers.etag).toBe('"2"');
    const stale = await hold(etag);
    expect(stale.statusCode).toBe(412);
    expect(stale.json().error).toMatchObject({
      code: 'version_mismatch',
      detail: { expected: 1, version: 2 },
    });
    expect((await hold('last tuesday')).json().error.code).toBe('invalid_input');
  });

  it('pulls, finishes and tells the history in slices', async () => {
    await using server = await runServer();
    const { id } = (await server.app.inject(submit(work))).json();
    const post = (url: string, payload: object) =>
      server.app.inject({ method: 'POST', url: `/api/v1${url}`, payload, headers: basic('agent1') });
    expect((await post('/session', { type: 'startSession' })).json()).toMatchObject({
      ok: true,
      id: 'agent1',
    });
    expect((await post(`/interactions/${id}/commands`, { type: 'pull' })).json()).toMatchObject({
      state: 'Processing',
    });
    const view = (
      await server.app.inject({ url: `/api/v1/interactions/${id}`, headers: basic('agent1') })
    ).json();
    expect(view.allowed).toContain('complete');
    expect((await post(`/interactions/${id}/commands`, { type: 'complete' })).json()).toMatchObject({
      state: 'Done',
    });

    const history = (query: string) =>
      server.app.inject({ url: `/api/v1/interactions/${id}/history${query}`, headers: basic('agent1') });
    const first = (await history('?limit=2')).json();
    expect(first.items.map(({ type }: { type: string }) => type)).toEqual([
      'InteractionSubmitted',
      'InteractionPulled',
    ]);
    const rest = (await history(`?limit=2&after=${first.next}`)).json();
    expect(rest.items.map(({ type }: { type: string }) => type)).toEqual(['InteractionCompleted']);
    expect(rest).not.toHaveProperty('next');
    expect((await history('?limit=0')).statusCode).toBe(400);
  });
});

describe('refusals and failures', () => {
  it.each(REFUSAL_CODES)('answers %s by the table, with its code, sentence and facts', async (code) => {
    const refusal = refuse(code, `Because of ${code}.`, { fact: 1 });
    const desk = { ...memoryDesk(), execute: async () => ({ ok: false as const, refusal }) };
    await using server = await runServer({ desk });
    const answer = await server.app.inject(submit(work));
    expect(answer.statusCode).toBe(WIRE_CODES[code].status);
    expect(answer.json()).toEqual({ error: { code, message: refusal.message, detail: { fact: 1 } } });
  });

  it('logs a surprise once and tells only its number', async () => {
    const failing = async () => {
      throw new Error('connection to 10.0.0.7 refused, password=hunter2');
    };
    await using server = await runServer({ desk: { ...memoryDesk(), execute: failing } });
    const answer = await server.app.inject(submit(work));
    expect(answer.statusCode).toBe(500);
    const { error } = answer.json();
    expect(answer.body).not.toContain('hunter2');
    expect(error).toEqual({
      code: 'internal',
      message: expect.stringContaining(error.requestId),
      requestId: answer.headers['x-request-id'],
    });
    const errors = server.log.filter(({ level }) => level === 'error');
    expect(errors.map(({ facts }) => facts.requestId)).toEqual([error.requestId]);
  });

  it('keeps one envelope for wrong paths, broken JSON, other media types and bodies that are too large', async () => {
    await using server = await runServer();
    const headers = (type: string) => ({ ...basic('agent1'), 'content-type': type });
    const post = (payload: string, type = 'application/json') =>
      server.app.inject({ method: 'POST', url: '/api/v1/interactions', payload, headers: headers(type) });
    const answers = [
      await server.app.inject({ url: '/api/v1/nothing-here' }),
      await post('{"mediaType":'),
      await post('mediaType=workitem', 'application/x-www-form-urlencoded'),
      await post('hello', 'text/plain'),
      await post(JSON.stringify({ ...work, userData: { text: 'x'.repeat(1024 * 1024) } })),
    ];
    expect(answers.map((answer) => [answer.statusCode, answer.json().error.code])).toEqual([
      [404, 'path_unknown'],
      [400, 'invalid_input'],
      [415, 'media_type_unsupported'],
      [415, 'media_type_unsupported'],
      [413, 'body_too_large'],
    ]);
    for (const answer of answers) expect(Object.keys(answer.json())).toEqual(['error']);
  });
});

describe('strangers', () => {
  it.each(ROUTES.map(({ method, path }) => [method, path] as const))(
    '%s %s refuses them before reading anything',
    async (method, path) => {
      await using server = await runServer();
      const ask = (headers: Record<string, string>) =>
        server.app.inject({
          method,
          url: filled(path),
          headers,
          ...(method === 'POST' ? { payload: { type: 'nonsense' } } : {}),
        });
      for (const headers of [
        {},
        { cookie: 'intray_session=guess' },
        { authorization: 'Bearer x' },
        basic('nobody'),
      ]) {
        const answer = await ask(headers);
        expect(answer.statusCode).toBe(401);
        expect(answer.json().error.code).toBe('unauthenticated');
      }
    },
  );

  it.each(ROUTES.map(({ method, path }) => [method, path] as const))(
    "%s %s shows an outsider nothing of agent1's work",
    async (method, path) => {
      await using server = await runServer();
      await server.app.inject(submit({ ...work, userData: { Subject: 'for the team only' } }));
      const { headers } = await signInAs(server.app, 'outsider');
      const bodies: Readonly<Record<string, object>> = {
        '/session': { type: 'startSession', agentId: 'agent1' },
        '/interactions': work,
        '/configuration': { base: 1, config: {} },
        '/configuration/tables/:rule': { csv: 'do setPriority\n1\n' },
        '/tasks/operations': { operation: { type: 'cancel' }, select: { queue: 'Inbox' } },
        '/tasks/undo': { steps: [{ command: { type: 'cancel', interactionId: 'X' }, version: 1 }] },
      };
      const own = bodies[path] ?? { type: 'hold' };
      const url = filled(path.replace(':version', '1'));
      const answer = await server.app.inject({
        method,
        url: path.endsWith('/differences') ? `${url}?from=1&to=1` : url,
        headers: { ...headers },
        ...(method === 'POST' ? { payload: own } : {}),
      });
      expect(answer.body).not.toContain('for the team only');
      if (method === 'POST' || path.includes(':') || /^.(configuration|reports|operations)/.test(path))
        expect(answer.statusCode).toBe(403);
      else expect(answer.statusCode).toBe(200);
    },
  );

  it('the walk above meets every command by name: a command that does not exist is wrong input', async () => {
    await using server = await runServer();
    const { id } = (await server.app.inject(submit(work))).json();
    const give = (type: string) =>
      server.app.inject({
        method: 'POST',
        url: `/api/v1/interactions/${id}/commands`,
        payload: { type },
        headers: basic('outsider'),
      });
    for (const type of INTERACTION_COMMAND_TYPES)
      expect([400, 403, 409]).toContain((await give(type)).statusCode);
    expect((await give('explode')).json().error.code).toBe('invalid_input');
  });
});
