import { ROUTER, user } from '@intray/core';
import { describe, expect, it } from 'vitest';
import { type Team, team } from '../testing/desk-of-the-team.ts';
import { listen } from '../testing/listener.ts';

const ACCEPTED = { statusCode: 0, referenceId: expect.any(Number) };

async function offered(t: Team, agentId = 'agent1') {
  const id = await t.submitted();
  await t.desk.execute({ actor: ROUTER, command: { type: 'invite', interactionId: id, agentId } });
  return id;
}
const item = async (t: Team, id: string, who = 'agent1') =>
  (await t.as(who).get(`/me/workitems/${id}`)).body.workitem as Record<string, unknown>;

describe('what the caller has', () => {
  it('is listed per medium, as addresses or objects', async () => {
    await using t = await team();
    const invited = await offered(t);
    const mail = await t.inHands('agent1', { mediaType: 'email' });
    expect((await t.as('agent1').get('/me/workitems')).body.uris).toEqual([
      `${t.server.url}/api/v2/workitems/${invited}`,
    ]);
    const { body } = await t.as('agent1').get('/me/workitems?fields=state,capabilities');
    expect(body.workitems).toEqual([{ state: 'Invited', capabilities: ['Accept', 'Reject'] }]);
    expect((await t.as('agent1').get('/me/emails?fields=id')).body.emails).toEqual([{ id: mail }]);
    for (const empty of ['chats', 'facebook', 'tweets', 'facebooksessions', 'openmedia'])
      expect((await t.as('agent1').get(`/me/${empty}`)).body).toEqual({ statusCode: 0, uris: [] });
  });

  it('[R126 R127 R128 R129 R130 R131 R132] has the six capabilities in hand', async () => {
    await using t = await team();
    const id = await t.inHands('agent1');
    expect((await item(t, id)).capabilities).toEqual([
      'Transfer',
      'AttachUserData',
      'UpdateUserData',
      'DeleteUserData',
      'SetInFocus',
      'Complete',
    ]);
  });

  it('[R55 R62] carries what the router wrote', async () => {
    await using t = await team();
    const id = await t.inHands('agent1');
    expect((await item(t, id)).userData).toMatchObject({
      RTargetAgentGroup: 'Demo Team',
      RTargetAgentSelected: 'agent1',
      'PegAGDemo Team': 1,
    });
  });

  it('is found at its own address too, and not among another medium', async () => {
    await using t = await team();
    const id = await t.inHands('agent1');
    expect((await t.as('agent1').get(`/workitems/${id}?fields=id`)).body).toEqual({
      statusCode: 0,
      workitem: { id },
    });
    expect((await t.as('agent1').get(`/me/emails/${id}`)).body.statusCode).toBe(6);
    expect(
      (await t.as('agent1').post(`/me/emails/${id}`, { operationName: 'Complete' })).body.statusCode,
    ).toBe(6);
    expect(await t.state(id)).toBe('Processing');
  });
});

describe('what the caller does', () => {
  it.each([
    ['Accept', {}, 'Processing'],
    ['Reject', {}, 'Queued'],
  ] as const)('with an offer: %s', async (operationName, more, state) => {
    await using t = await team();
    const id = await offered(t);
    expect((await t.as('agent1').post(`/me/workitems/${id}`, { operationName, ...more })).body).toEqual(
      ACCEPTED,
    );
    expect(await t.state(id)).toBe(state);
  });

  it.each([
    ['Complete', {}, 'Done'],
    ['Complete', { queueName: 'Back' }, 'Queued'],
    ['PlaceInQueue', { queueName: 'Back' }, 'Queued'],
    ['PlaceInQueue', { queueUri: 'http://x/api/v2/queues/Back' }, 'Queued'],
    ['Transfer', { userUri: 'http://x/api/v2/users/agent2' }, 'Transferring'],
    ['Transfer', { targetUri: '/users/agent2' }, 'Transferring'],
    ['Transfer', { targetPath: '/users/agent2' }, 'Transferring'],
    ['Transfer', { queueName: 'Back' }, 'Queued'],
    ['Transfer', { queueUri: '/api/v2/queues/Back' }, 'Queued'],
    ['Transfer', { targetUri: '/api/v2/queues/Back' }, 'Queued'],
    ['SetInFocus', {}, 'Processing'],
    ['SetDisposition', { disposition: 'solved' }, 'Processing'],
  ] as const)('[R127 R131 R132] with work in hand: %s %j', async (operationName, more, state) => {
    await using t = await team();
    const id = await t.inHands('agent1');
    expect((await t.as('agent1').post(`/me/workitems/${id}`, { operationName, ...more })).body).toEqual(
      ACCEPTED,
    );
    expect(await t.state(id)).toBe(state);
  });

  it('[R63 R128 R129 R130] attaches, changes and removes data, and keeps the types', async () => {
    await using t = await team();
    const id = await t.inHands('agent1');
    const change = (body: object) => t.as('agent1').post(`/me/workitems/${id}`, body);
    const data = { UserData1: 'DATA1', UserData2: 123456789, nothing: null, nested: { a: [1] } };
    expect((await change({ operationName: 'AttachUserData', userData: data })).body).toEqual(ACCEPTED);
    expect((await item(t, id)).userData).toMatchObject(data);
    await change({ operationName: 'UpdateUserData', userData: { UserData2: '9' } });
    await change({ operationName: 'DeleteUserData', keys: ['UserData1'] });
    const { userData } = await item(t, id);
    expect(userData).toMatchObject({ UserData2: '9', nothing: null });
    expect(userData).not.toHaveProperty('UserData1');
  });

  it.each([
    [{}, 1],
    [{ operationName: 7 }, 10],
    [{ operationName: 'Explode' }, 10],
    [{ operationName: 'constructor' }, 10],
    [{ operationName: 'Accept' }, 2],
    [{ operationName: 'Transfer' }, 1],
    [{ operationName: 'Transfer', userUri: '/users/nobody' }, 6],
    [{ operationName: 'Transfer', userUri: '/users/agent1' }, 10],
    [{ operationName: 'Transfer', userUri: '/users/agent3' }, 5],
    [{ operationName: 'Transfer', queueName: 'Nowhere' }, 6],
    [{ operationName: 'PlaceInQueue' }, 1],
    [{ operationName: 'Complete', queueName: 'Nowhere' }, 6],
    [{ operationName: 'Complete', queueName: 5 }, 10],
    [{ operationName: 'AttachUserData' }, 1],
    [{ operationName: 'AttachUserData', userData: 'x' }, 10],
    [{ operationName: 'AttachUserData', userData: ['x'] }, 10],
    [{ operationName: 'DeleteUserData' }, 1],
    [{ operationName: 'DeleteUserData', keys: 'k' }, 10],
    [{ operationName: 'DeleteUserData', keys: [] }, 10],
    [{ operationName: 'SetDisposition' }, 1],
    [{ operationName: 'SetDisposition', disposition: 'perfect' }, 6],
  ])('answers %j with the documented code and changes nothing', async (body, statusCode) => {
    await using t = await team();
    const id = await t.inHands('agent1');
    const version = await t.version(id);
    const answer = await t.as('agent1').post(`/me/workitems/${id}`, body);
    expect(answer.body).toEqual({ statusCode, statusMessage: expect.any(String) });
    expect(await t.version(id)).toBe(version);
  });

  it('refuses more attached data than fits', async () => {
    await using t = await team();
    const id = await t.inHands('agent1');
    const body = { operationName: 'AttachUserData', userData: { big: 'x'.repeat(300_000) } };
    expect((await t.as('agent1').post(`/me/workitems/${id}`, body)).body.statusCode).toBe(10);
  });

  it('refuses a change to an older version, and repeats nothing under one Idempotency-Key', async () => {
    await using t = await team();
    const id = await t.inHands('agent1');
    const attach = (n: number, headers: Record<string, string>) =>
      t
        .as('agent1')
        .post(`/me/workitems/${id}`, { operationName: 'AttachUserData', userData: { n } }, headers);
    const etag = (await t.as('agent1').get(`/me/workitems/${id}`)).headers.get('etag') ?? '';
    expect((await attach(1, { 'if-match': etag })).body.statusCode).toBe(0);
    expect((await attach(2, { 'if-match': etag })).body.statusCode).toBe(2);
    const key = { 'idempotency-key': 'k-1' };
    const first = await attach(3, key);
    const version = await t.version(id);
    expect((await attach(3, key)).body).toEqual(first.body);
    expect(await t.version(id)).toBe(version);
    // Put aside meanwhile: what was done is still answered as done, what would be new is refused.
    const workbin = { type: 'workitem.in-progress', owner: { kind: 'Agent', id: 'agent1' } } as const;
    await t.desk.execute({
      actor: user('agent1'),
      command: { type: 'placeInWorkbin', interactionId: id, workbin },
    });
    expect((await attach(3, key)).body).toEqual(first.body);
    expect((await attach(4, { 'idempotency-key': 'k-9' })).body.statusCode).toBe(2);
  });
});

describe('making something new', () => {
  it.each([
    ['workitems', { queueUri: 'http://x/api/v2/queues/Inbox' }, 'workitem'],
    ['workitems', { queueName: 'Inbox', parentId: 'P1', userData: { a: 1 } }, 'workitem'],
    ['emails', { queueName: 'Inbox' }, 'email'],
    ['chats', { queueName: 'Inbox', mediaType: 'chat' }, 'chat'],
  ] as const)('puts it into the caller’s hands: %s %j', async (path, body, mediaType) => {
    await using t = await team();
    await using client = await listen(t.server.url, 'agent1');
    await client.subscribe('/v2/me/*');
    const made = await t.as('agent1').post(`/me/${path}`, { operationName: 'Create', ...body });
    expect(made.body).toEqual(ACCEPTED);
    const { data } = await client.heard(({ data: heard }) => heard.referenceId === made.body.referenceId);
    const resource = data[mediaType];
    expect(resource).toMatchObject({
      state: 'Processing',
      [`${mediaType}Type`]: 'Inbound',
      uri: expect.stringContaining(`/api/v2/${path}/`),
      userData: 'userData' in body ? { a: 1, ParentId: 'P1' } : {},
    });
    expect(await t.state(resource.id)).toBe('Processing');
  });

  it.each([
    [{ operationName: 'Create' }, 1],
    [{ operationName: 'Create', queueName: 'Nowhere' }, 6],
    [{ operationName: 'Create', queueName: 'Back' }, 5],
    [{ operationName: 'Create', queueName: 'Inbox', mediaType: 'email' }, 2],
    [{ operationName: 'Create', queueName: 'Inbox', mediaType: 'smoke' }, 6],
    [{ operationName: 'Create', queueName: 'Inbox', userData: [] }, 10],
    [{ operationName: 'Accept', queueName: 'Inbox' }, 10],
  ])('refuses %j and leaves nothing behind', async (body, statusCode) => {
    await using t = await team();
    const before = await t.desk.me(user('admin1'));
    const answer = await t.as('agent1').post('/me/workitems', body);
    expect(answer.body).toEqual({ statusCode, statusMessage: expect.any(String) });
    const after = await t.desk.me(user('admin1'));
    expect(after.ok && after.value.cursor).toBe(before.ok && before.value.cursor);
  });

  it('is for those who are logged on, and once for one Idempotency-Key', async () => {
    await using t = await team();
    const body = { operationName: 'Create', queueName: 'Inbox' };
    expect((await t.as('agent3').post('/me/workitems', body)).body.statusCode).toBe(5);
    const key = { 'idempotency-key': 'k-2' };
    const answers = [
      await t.as('agent1').post('/me/workitems', body, key),
      await t.as('agent1').post('/me/workitems', body, key),
    ];
    expect(answers[1]?.body).toEqual(answers[0]?.body);
    expect((await t.as('agent1').get('/me/workitems')).body.uris).toHaveLength(1);
  });
});
