/**
 * Everything that is documented is asked for once with success, and what may be refused is refused once. Whether each
 * answer looks as documented, the running server of the tests checks by itself, in these tests and in all others.
 */
import { type ContactCentreConfig, user } from '@intray/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workbinId } from '../genesys/addresses.ts';
import { FAMILIES, type MediaFamily } from '../genesys/media.ts';
import { TEAM_CENTRE, type Team, team } from '../genesys/testing/desk-of-the-team.ts';
import type { ServerOptions } from '../server/options.ts';
import { basic, memoryDesk } from '../testing/index.ts';
import { OPERATIONS } from './openapi.ts';
import type { Operation } from './operation.ts';

/** A medium of each family. */
const MEDIA = ['chat', 'email', 'facebook', 'twitter', 'facebooksession', 'openmedia', 'workitem'];
const CENTRE: ContactCentreConfig = {
  ...TEAM_CENTRE,
  roles: TEAM_CENTRE.roles.map((role) =>
    role.id === 'agent' ? { ...role, privileges: [...role.privileges, 'use-history'] } : role,
  ),
  mediaTypes: MEDIA.map((id) => ({ id, name: id, capacity: 10_000 })),
};
const SHARED = workbinId('team.shared');

/** One server for all tests of a group: what each of them asks leaves the others alone. */
function everything(options: Partial<ServerOptions> = {}): () => Team {
  let t: Team;
  beforeAll(async () => {
    t = await team({ desk: memoryDesk({ config: CENTRE }), ...options });
    await t.inTray('agent1');
    await t.submitted();
  });
  afterAll(() => t[Symbol.asyncDispose]());
  return () => t;
}

const mediumOf = ({ name }: MediaFamily): string => (name === 'tweet' ? 'twitter' : name);
const familyIn = (path: string): MediaFamily | undefined =>
  FAMILIES.find(({ path: own, plural }) => path.split('/').some((word) => word === own || word === plural));

interface Example {
  readonly url: string;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request of the Genesys wire that succeeds. */
async function exampleOfV2({ method, path }: Operation, t: Team): Promise<Example> {
  const below = path.slice('/api/v2'.length);
  const family = familyIn(below);
  const inWorkbin = below.includes('/workbins');
  const url = path
    .replace(':userId', 'agent1')
    .replace(':queueId', 'Inbox')
    .replace(':channel', 'email')
    .replace(
      /(workbins\/):id/,
      `$1${below.startsWith('/users') ? workbinId('workitem.in-progress') : SHARED}`,
    );
  const group = below.startsWith('/users') ? '' : 'agentGroup=Demo%20Team';
  if (method === 'get') {
    const id =
      family !== undefined && !inWorkbin ? await t.inHands('agent1', { mediaType: mediumOf(family) }) : '';
    const query = inWorkbin && (below.includes(':id') || below.endsWith('/statistics')) ? `&${group}` : '';
    return { url: `${url.replace(':id', id)}?fields=*${query}` };
  }
  if (below === '/me')
    return { url, body: { operationName: 'StartContactCenterSession', channels: ['email', 'voice'] } };
  if (below.includes('channels')) return { url, body: { operationName: 'NotReady' } };
  if (inWorkbin && !below.includes(':id'))
    return { url: `${url}?workbinIds=${workbinId('small')},nothing`, body: { operationName: 'Subscribe' } };
  if (inWorkbin) {
    const id = await t.inHands('agent1');
    return { url: `${url}?${group}`, body: { operationName: 'AddWorkitem', ids: [id, 'NOTHING'] } };
  }
  if (family === undefined) throw new Error(`There is no example for ${path}.`);
  const id = await t.inHands('agent1', { mediaType: mediumOf(family) });
  return below.includes(':id')
    ? { url: url.replace(':id', id), body: { operationName: 'AttachUserData', userData: { colour: 'red' } } }
    : { url, body: { operationName: 'Create', queueName: 'Inbox' } };
}

const WORK = {
  mediaType: 'workitem',
  queue: 'Inbox',
  userData: {},
  dueAt: '2026-11-20T09:00:00Z',
  contact: 'c7',
};

/** A request that succeeds. */
async function example(operation: Operation, t: Team): Promise<Example> {
  const { path, method } = operation;
  for (const type of ['startSession', 'setReady'] as const)
    await t.desk.execute({ actor: user('agent1'), command: { type, agentId: 'agent1' } });
  if (path.startsWith('/api/v2') && !path.includes('/notifications')) return exampleOfV2(operation, t);
  switch (path) {
    case '/api/v1/interactions':
      return { url: path, body: WORK };
    case '/api/v1/next':
      await t.submitted();
      return { url: path };
    case '/api/v1/agents/:id/explanation':
      return { url: path.replace(':id', 'agent1') };
    case '/api/v1/session':
      return { url: path, body: { type: 'setReady' } };
    case '/api/v1/interactions/:id/commands':
      return { url: path.replace(':id', await t.inHands('agent1')), body: { type: 'setInFocus' } };
    case '/api/v1/tasks/operations':
      return {
        url: path,
        body: { operation: { type: 'hold' }, items: [{ id: await t.submitted() }, { externalId: 'none' }] },
      };
    case '/api/v1/tasks/undo':
      return {
        url: path,
        body: { steps: [{ command: { type: 'resume', interactionId: await t.submitted() }, version: 1 }] },
      };
    case '/api/v1/configuration':
      return method === 'get' ? { url: path } : { url: path, body: { base: 1, rollBackTo: 1 } };
    case '/api/v1/configuration/tables/:rule':
      return {
        url: path.replace(':rule', 'rank'),
        ...(method === 'get' ? {} : { body: { csv: 'do setPriority\n7\n', dryRun: true } }),
      };
    case '/api/v1/configuration/differences':
      return { url: `${path}?from=1&to=1` };
    case '/api/v1/login':
      return { url: path, body: { userName: 'agent1', password: 'demo' } };
    case '/api/v1/logout':
    case '/api/v1/logout-everywhere':
      return { url: path, body: {} };
    default: {
      const url = path
        .replace(':id', path.includes(':id') ? await t.inTray('agent1') : '')
        .replace(':type/:ownerKind/:ownerId', 'workitem.in-progress/Agent/agent1')
        .replace(':queue', 'Inbox')
        .replace(':version', '1')
        .replace('*', 'handshake');
      if (method === 'get') return { url };
      return {
        url,
        body: [{ channel: '/meta/handshake', version: '1.0', supportedConnectionTypes: ['long-polling'] }],
      };
    }
  }
}

/** A wish for a WebSocket is no question. */
const opensSocket = ({ answers }: Operation) => 101 in answers;
const asked = OPERATIONS.filter(
  (operation) => !operation.path.startsWith('/trpc') && !opensSocket(operation),
);
const named = (list: readonly Operation[]) =>
  list.map((operation) => [`${operation.method.toUpperCase()} ${operation.path}`, operation] as const);

const send = (
  t: Team,
  { method }: Operation,
  { url, body }: Example,
  headers: Readonly<Record<string, string>>,
) =>
  t.server.app.inject({
    method: method === 'get' ? 'GET' : 'POST',
    url,
    headers,
    ...(body === undefined ? {} : { payload: body }),
  });

describe('an answer is as it is documented', () => {
  const server = everything();

  it.each(named(asked))('%s, that is granted', async (_, operation) => {
    const t = server();
    const administers = ['/api/v1/configuration', '/api/v1/tasks', '/api/v1/reports', '/api/v1/operations'];
    const asker = administers.some((path) => operation.path.startsWith(path)) ? 'admin1' : 'agent1';
    const answer = await send(t, operation, await example(operation, t), basic(asker));
    expect([200, 201, 204]).toContain(answer.statusCode);
    if (operation.path.startsWith('/api/v2') && !operation.path.includes('notifications'))
      expect([0, 7]).toContain(answer.json().statusCode);
  });

  it.each(named(asked.filter(({ access }) => access.length > 0)))(
    '%s, to a stranger',
    async (_, operation) => {
      const t = server();
      const answer = await send(t, operation, await example(operation, t), {});
      // CometD says it in its own words.
      if (operation.tag === 'Genesys: notifications') expect(answer.json()[0].successful).toBe(false);
      else expect(answer.statusCode).toBe(401);
    },
  );

  it.each(named(asked.filter(({ body }) => body !== undefined)))(
    '%s, that makes no sense',
    async (_, operation) => {
      const t = server();
      const { url } = await example(operation, t);
      for (const body of [{ operationName: 'Explode', type: 'explode', colour: 'red' }, [], { channel: 7 }]) {
        const answer = await send(t, operation, { url, body }, basic('agent1'));
        const said = answer.json();
        if (answer.statusCode === 200) expect(said.statusCode).toBeGreaterThan(0);
        else expect([400, 401]).toContain(answer.statusCode);
      }
    },
  );
});

describe('an answer is as it is documented where a feature is missing', () => {
  const server = everything({ genesys: { features: [] } });

  it.each(named(asked.filter(({ path }) => path.startsWith('/api/v2/'))))('%s', async (_, operation) => {
    const t = server();
    const answer = await send(t, operation, await example(operation, t), basic('agent1'));
    const { description = '' } = operation;
    if (description.includes('api-multimedia')) expect(answer.json().statusCode).toBe(3);
    else expect(answer.statusCode).toBe(200);
  });
});

describe('every operation that a body may name', () => {
  interface Variant {
    readonly properties?: { readonly operationName?: { readonly enum?: readonly string[] } };
  }
  const server = everything();
  const bodies = asked.filter(({ path, body }) => path.startsWith('/api/v2/') && body !== undefined);

  it.each(named(bodies))('%s knows', async (_, operation) => {
    const t = server();
    const document = (await t.server.app.inject({ url: '/docs/openapi.json' })).json();
    const { schemas } = document.components as {
      schemas: Record<string, Variant & { anyOf?: readonly Variant[] }>;
    };
    const path = operation.path.replaceAll(/:(\w+)/g, '{$1}').replace('*', '{kind}');
    const { $ref = '' } = document.paths[path].post.requestBody.content['application/json'].schema;
    const schema = schemas[$ref.split('/').at(-1)];
    const names = [schema, ...(schema?.anyOf ?? [])].flatMap(
      (one) => one?.properties?.operationName?.enum ?? [],
    );
    if (!operation.path.includes('channels') && operation.tag !== 'Genesys: notifications')
      expect(names.length).toBeGreaterThan(0);
    const { url } = await example(operation, t);
    for (const operationName of names) {
      const answer = await send(t, operation, { url, body: { operationName } }, basic('agent1'));
      expect(answer.json().statusMessage ?? '').not.toMatch(/there is no operation|expected Create/);
    }
  });
});
