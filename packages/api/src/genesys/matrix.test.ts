/** Every route, with everything that can be wrong with a request, and with everybody who might ask. */
import { user } from '@intray/core';
import { describe, expect, it } from 'vitest';
import { basic } from '../testing/index.ts';
import { workbinId } from './addresses.ts';
import { V2_ROUTES } from './mount.ts';
import type { V2Route } from './route.ts';
import { type Team, team } from './testing/desk-of-the-team.ts';

const SECRET = 'the-customer-said-so';
const cursor = async (t: Team) => {
  const answer = await t.desk.me(user('admin1'));
  return answer.ok ? answer.value.cursor : 'none';
};

/** A path with its parameters filled in; unknown things unless they are given. */
function filled(
  path: string,
  { id = 'UNKNOWN000000000', userId = 'nobody', channel = 'smoke' } = {},
): string {
  return path
    .replace(':userId', userId)
    .replace(':queueId', 'Nowhere')
    .replace(':channel', channel)
    .replace(':id', id);
}
const named = (route: V2Route) => `${route.method} ${route.path}`;
const CHANGES = V2_ROUTES.filter(({ method }) => method === 'POST');
const READS = V2_ROUTES.filter(({ method }) => method === 'GET');

const WRONG_BODIES = {
  'no JSON': ['{"operationName":', 400, [10]],
  'a list': ['[]', 400, [10]],
  'a text': ['"Ready"', 400, [10]],
  nothing: ['', 200, [1]],
  'no operation': ['{"id":"x"}', 200, [1]],
  'an operation of a wrong type': ['{"operationName":{"a":1}}', 200, [10]],
  'an unknown operation': ['{"operationName":"Explode"}', 200, [6, 10]],
  'a prototype': ['{"__proto__":{"operationName":"Ready"}}', 400, [10]],
  'five megabytes': [`{"operationName":"Accept","x":"${'x'.repeat(5_000_000)}"}`, 413, [10]],
} as const;

describe('a request that is wrong', () => {
  it.each(CHANGES.map((route) => [named(route), route] as const))(
    '%s is refused whatever is wrong with its body',
    async (_, { path }) => {
      await using t = await team();
      const before = await cursor(t);
      for (const [what, [body, status, codes]] of Object.entries(WRONG_BODIES)) {
        const answer = await t.server.app.inject({
          method: 'POST',
          url: `/api/v2${filled(path)}`,
          headers: { ...basic('agent1'), 'content-type': 'application/json' },
          payload: body,
        });
        expect([what, answer.statusCode]).toEqual([what, status]);
        expect(answer.json()).toEqual({ statusCode: expect.any(Number), statusMessage: expect.any(String) });
        expect([what, codes]).toEqual([what, expect.arrayContaining([answer.json().statusCode])]);
      }
      expect(await cursor(t)).toBe(before);
    },
  );

  it.each(CHANGES.map((route) => [named(route), route] as const))('%s wants JSON', async (_, { path }) => {
    await using t = await team();
    const answer = await t.server.app.inject({
      method: 'POST',
      url: `/api/v2${filled(path)}`,
      headers: { ...basic('agent1'), 'content-type': 'text/plain' },
      payload: '{"operationName":"Ready"}',
    });
    expect([answer.statusCode, answer.json().statusCode]).toEqual([415, 10]);
  });

  it('has a path that does not exist', async () => {
    await using t = await team();
    const answer = await t.as('agent1').get('/nowhere/at/all');
    expect([answer.status, answer.body]).toEqual([404, { statusCode: 6, statusMessage: expect.any(String) }]);
  });

  it.each([
    ['if-match', 'yesterday'],
    ['idempotency-key', 'k'.repeat(200)],
  ])('has a header %s that cannot be understood', async (name, value) => {
    await using t = await team();
    const answer = await t.as('agent1').post('/me', { operationName: 'Ready' }, { [name]: value });
    expect([answer.status, answer.body.statusCode]).toEqual([400, 10]);
  });

  it.each(READS.filter(({ path }) => path.includes(':')).map((route) => [named(route), route] as const))(
    '%s names things that do not exist',
    async (_, { path }) => {
      await using t = await team();
      const { status, body } = await t.as('agent1').get(`${filled(path)}?subresources=*`);
      expect(status).toBe(200);
      expect(body).toEqual({ statusCode: expect.any(Number), statusMessage: expect.any(String) });
      expect([5, 6]).toContain(body.statusCode);
    },
  );
});

describe('a stranger', () => {
  it.each(V2_ROUTES.map((route) => [named(route), route] as const))(
    'is turned away from %s',
    async (_, { method, path }) => {
      await using t = await team({}, []);
      for (const headers of [{}, basic('agent1', 'wrong'), { cookie: 'JSESSIONID=guessed' }]) {
        const answer = await t.server.app.inject({ method, url: `/api/v2${filled(path)}`, headers });
        expect([answer.statusCode, answer.json().statusCode]).toEqual([401, 20]);
      }
    },
  );
});

/** What may be asked about an interaction, with an operation that would succeed for whoever has it. */
const IN_HAND = [
  ['GET', (id: string) => `/me/workitems/${id}`, undefined],
  ['GET', (id: string) => `/workitems/${id}`, undefined],
  ...(
    [
      { operationName: 'Complete' },
      { operationName: 'Complete', queueName: 'Back' },
      { operationName: 'Transfer', userUri: '/users/agent2' },
      { operationName: 'PlaceInQueue', queueName: 'Back' },
      { operationName: 'AttachUserData', userData: { a: 1 } },
      { operationName: 'UpdateUserData', userData: { a: 1 } },
      { operationName: 'DeleteUserData', keys: ['secret'] },
      { operationName: 'SetInFocus' },
      { operationName: 'SetDisposition', disposition: 'solved' },
    ] as const
  ).map((body) => ['POST', (id: string) => `/me/workitems/${id}`, body] as const),
  ...['AddWorkitem', 'AddInteraction'].map(
    (operationName) =>
      ['POST', () => `/workbins/${workbinId('workitem.in-progress')}`, { operationName }] as const,
  ),
] as const;

const MINE = workbinId('workitem.in-progress');
const IN_TRAY = [
  ['GET', () => `/users/agent1/workbins/${MINE}?subresources=*`, undefined],
  ['GET', () => `/users/agent1/workbins/${MINE}/workitems?fields=*`, undefined],
  ['GET', (id: string) => `/workitems/${id}`, undefined],
  ['POST', () => `/users/agent1/workbins/${MINE}`, { operationName: 'PullWorkitem' }],
  ['POST', () => `/users/agent1/workbins/${MINE}`, { operationName: 'PullInteraction' }],
  ['POST', () => `/users/agent1/workbins/${MINE}`, { operationName: 'Subscribe' }],
  ['POST', () => `/workbins/${MINE}`, { operationName: 'PullWorkitem' }],
  ['POST', (id: string) => `/me/workitems/${id}`, { operationName: 'AttachUserData', userData: { a: 1 } }],
] as const;

const cases = (
  list: readonly (readonly ['GET' | 'POST', (id: string) => string, object | undefined])[],
  who: readonly string[],
) =>
  list.flatMap(([method, path, body]) =>
    who.map(
      (name) =>
        [name, `${method} ${path('{id}')} ${JSON.stringify(body ?? {})}`, method, path, body] as const,
    ),
  );

describe('work that is none of one’s business', () => {
  const ask = (
    t: Team,
    who: string,
    method: 'GET' | 'POST',
    path: string,
    body: object | undefined,
    id: string,
  ) => (method === 'GET' ? t.as(who).get(path) : t.as(who).post(path, { id, ...body }));

  it.each(cases(IN_HAND, ['agent2', 'outsider']))(
    'in another’s hands: %s, %s',
    async (who, _, method, path, body) => {
      await using t = await team();
      const id = await t.inHands('agent1');
      await t
        .as('agent1')
        .post(`/me/workitems/${id}`, { operationName: 'AttachUserData', userData: { secret: SECRET } });
      const before = await t.version(id);
      const answer = await ask(t, who, method, path(id), body, id);
      expect(answer.body).toEqual({ statusCode: 5, statusMessage: expect.any(String) });
      expect(JSON.stringify(answer.body)).not.toContain(SECRET);
      expect(await t.version(id)).toBe(before);
    },
  );

  it.each(cases(IN_TRAY, ['agent2', 'outsider']))(
    'in another’s workbin: %s, %s',
    async (who, _, method, path, body) => {
      await using t = await team();
      const id = await t.inTray('agent1');
      await t
        .as('agent1')
        .post(`/me/workitems/${id}`, { operationName: 'AttachUserData', userData: { secret: SECRET } });
      const before = await t.version(id);
      const answer = await ask(t, who, method, path(id), body, id);
      expect(answer.body).toEqual({ statusCode: 5, statusMessage: expect.any(String) });
      expect(JSON.stringify(answer.body)).not.toContain(SECRET);
      expect(await t.version(id)).toBe(before);
    },
  );

  it.each(cases(IN_HAND, ['agent1']))('is somebody’s: %s may %s', async (who, _, method, path, body) => {
    await using t = await team();
    const id = await t.inHands('agent1');
    expect((await ask(t, who, method, path(id), body, id)).body.statusCode).toBe(0);
  });

  it.each(cases(IN_TRAY, ['lead1']))(
    'is the team lead’s: %s may %s',
    async (who, what, method, path, body) => {
      await using t = await team();
      const id = await t.inTray('agent1');
      const { body: answer } = await ask(t, who, method, path(id), body, id);
      // Through their own path they would take it from their own workbin, where it is not.
      expect(answer.statusCode).toBe(what.startsWith('POST /workbins/') ? 2 : 0);
    },
  );
});
