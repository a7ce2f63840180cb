import { describe, expect, it } from 'vitest';
import { runServer, signedInAs } from '../testing/index.ts';

const QUEUE = { kind: 'queues', put: { id: 'Returns', name: 'Returns', agentGroups: ['Demo Team'] } };

async function opened(userName = 'admin1') {
  const server = await runServer();
  const { headers } = await signedInAs(server, userName, Date.now());
  const get = (path: string) => server.app.inject({ url: `/api/v1${path}`, headers: { ...headers } });
  const post = (payload: object, more: object = {}) =>
    server.app.inject({
      method: 'POST',
      url: '/api/v1/configuration',
      payload,
      headers: { ...headers, ...more },
    });
  const trpc = (path: string, input: object) =>
    server.app.inject({
      url: `/trpc/configuration.${path}?input=${encodeURIComponent(JSON.stringify(input))}`,
      headers: { ...headers },
    });
  const mutate = (payload: object) =>
    server.app.inject({
      method: 'POST',
      url: '/trpc/configuration.change',
      payload,
      headers: { ...headers },
    });
  return { server, get, post, trpc, mutate };
}

describe('the configuration on the wire', () => {
  it('[C6] is read, changed, compared and brought back, alike by REST and tRPC', async () => {
    const { server, get, post, trpc, mutate } = await opened();
    await using _ = server;
    const first = await get('/configuration');
    expect([first.statusCode, first.headers.etag]).toEqual([200, '"1"']);
    expect((await trpc('get', {})).json().result.data).toEqual(first.json());

    const changed = await post({ edits: [QUEUE], note: 'for returns' }, { 'if-match': '"1"' });
    expect([changed.statusCode, changed.headers.etag]).toEqual([200, '"2"']);
    expect(changed.json().differences).toMatchObject([{ kind: 'queues', id: 'Returns', change: 'added' }]);
    const catalogue = await get('/catalogue');
    expect(catalogue.json().queues.map(({ id }: { id: string }) => id)).toContain('Returns');

    const history = await get('/configuration/versions?limit=1');
    expect(history.json()).toMatchObject([{ version: 2, by: 'admin1', note: 'for returns' }]);
    expect((await trpc('history', { limit: 1 })).json().result.data).toEqual(history.json());
    const differences = await get('/configuration/differences?from=2&to=1');
    expect(differences.json()).toMatchObject([{ kind: 'queues', id: 'Returns', change: 'removed' }]);
    expect((await trpc('differences', { from: 2, to: 1 })).json().result.data).toEqual(differences.json());

    const back = await mutate({ base: 2, rollBackTo: 1 });
    expect(back.json().result.data).toMatchObject({ ok: true, value: { version: 3 } });
    expect((await get('/configuration/versions/3')).json().config).toEqual(first.json().config);
  });

  it('[R64 R70] defines a new kind of work with a name for people, and renames it, by one request each', async () => {
    const { server, get, post } = await opened();
    await using _ = server;
    const claim = (name: string) => ({ kind: 'mediaTypes', put: { id: 'claim', name, capacity: 2 } });
    expect((await post({ base: 1, edits: [claim('Insurance claim')] })).statusCode).toBe(200);
    expect((await post({ base: 2, edits: [claim('Claim of a customer')] })).json().differences).toMatchObject(
      [{ fields: [{ field: 'name', before: 'Insurance claim', after: 'Claim of a customer' }] }],
    );
    const media = (await get('/catalogue')).json().mediaTypes as { id: string; name: string }[];
    expect(media.find(({ id }) => id === 'claim')?.name).toBe('Claim of a customer');
    const nameless = { kind: 'mediaTypes', put: { id: 'loan', capacity: 2 } };
    expect((await post({ base: 3, edits: [nameless] })).json().error).toMatchObject({
      code: 'configuration_invalid',
      detail: { faults: [expect.stringContaining('mediaTypes.')] },
    });
  });

  it('[C8 C9] says no alike on both wires: to an old base, to what work is in the way of, to nonsense', async () => {
    const { server, get, post, mutate } = await opened();
    await using _ = server;
    const submitted = await server.app.inject({
      method: 'POST',
      url: '/api/v1/interactions',
      payload: { mediaType: 'email', queue: 'Inbox', userData: {} },
      headers: { ...(await signedInAs(server, 'agent1', Date.now())).headers },
    });
    expect(submitted.statusCode).toBe(201);
    await post({ base: 1, edits: [QUEUE] });
    const cases = [
      [{ base: 1, edits: [QUEUE] }, 412, 'version_mismatch'],
      [{ base: 2, edits: [{ kind: 'queues', remove: 'Inbox' }] }, 409, 'configuration_in_use'],
      [{ base: 2, edits: [{ kind: 'agents', put: { id: 'x', nme: 'X' } }] }, 422, 'configuration_invalid'],
      [{ base: 2, config: {} }, 422, 'configuration_invalid'],
      [{ base: 2, rollBackTo: 77 }, 404, 'configuration_unknown'],
    ] as const;
    for (const [payload, status, code] of cases) {
      const rest = await post(payload);
      expect([rest.statusCode, rest.json().error.code]).toEqual([status, code]);
      const { code: _code, message, detail } = rest.json().error;
      expect((await mutate(payload)).json().result.data.refusal).toEqual({ code, message, detail });
    }
    expect((await get('/configuration')).json().version).toBe(2);
    for (const payload of [
      {},
      { base: 0, config: {} },
      { base: 2 },
      { base: 2, edits: [{ kind: 'boats' }] },
    ]) {
      expect((await post(payload)).statusCode).toBe(400);
      expect((await mutate(payload)).statusCode).toBe(400);
    }
  });

  it('[C7] is not shown to an agent', async () => {
    const { server, get, post } = await opened('agent1');
    await using _ = server;
    for (const path of ['', '/versions', '/versions/1', '/differences?from=1&to=1'])
      expect((await get(`/configuration${path}`)).statusCode).toBe(403);
    expect((await post({ base: 1, edits: [QUEUE] })).statusCode).toBe(403);
  });
});
