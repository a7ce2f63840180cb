import { user } from '@intray/core';
import { describe, expect, it } from 'vitest';
import { memoryDesk } from '../../testing/index.ts';
import { workbinId } from '../addresses.ts';
import { TEAM_CENTRE, team } from '../testing/desk-of-the-team.ts';

const MINE = `/workbins/${workbinId('workitem.in-progress')}`;
const SHARED = `/workbins/${workbinId('team.shared')}?agentGroup=Demo%20Team`;
const ACCEPTED = { statusCode: 0, referenceId: expect.any(Number) };

describe('putting something into a workbin', () => {
  it.each([
    ['an id', (id: string) => ({ operationName: 'AddWorkitem', id })],
    ['an address', (id: string) => ({ operationName: 'AddWorkitem', uri: `.../${id}` })],
    [
      'the general name',
      (id: string) => ({ operationName: 'AddInteraction', uri: `http://x/api/v2/workitems/${id}` }),
    ],
    ['the name of the table', (id: string) => ({ operationName: 'AddInteractionToWorkbin', id })],
  ])('[R34 R35 R37 R40 R41 R44 R45 R47] is understood with %s', async (_, body) => {
    await using t = await team();
    const id = await t.inHands('agent1');
    expect((await t.as('agent1').post(MINE, body(id))).body).toEqual(ACCEPTED);
    expect(await t.state(id)).toBe('InWorkbin');
  });

  it('[R34] is no mistake when it lies there already', async () => {
    await using t = await team();
    const id = await t.inTray('agent1');
    const version = await t.version(id);
    expect((await t.as('agent1').post(MINE, { operationName: 'AddWorkitem', id })).body.statusCode).toBe(0);
    expect(await t.version(id)).toBe(version);
  });

  it.each(['AddEmail', 'AddChat', 'AddFacebook'])(
    '[R42 R43] %s refuses a work item',
    async (operationName) => {
      await using t = await team();
      const id = await t.inHands('agent1');
      expect((await t.as('agent1').post(MINE, { operationName, id })).body.statusCode).toBe(2);
      expect(await t.state(id)).toBe('Processing');
    },
  );

  it.each([true, 'true', false, 'false', undefined])('[R38] saveLAR may be %j', async (saveLAR) => {
    await using t = await team();
    const id = await t.inHands('agent1');
    await t.desk.execute({
      actor: user('agent1'),
      command: { type: 'updateProperties', interactionId: id, contactId: 'c7' },
    });
    expect((await t.as('agent1').post(MINE, { operationName: 'AddWorkitem', id, saveLAR })).body).toEqual(
      ACCEPTED,
    );
    const history = await t.desk.history(user('admin1'), id, { limit: 50, order: 'newest', keys: [] });
    const [event] = history.ok ? history.value.items : [];
    const remembered = saveLAR === true || saveLAR === 'true';
    expect(event?.type).toBe('PlacedInWorkbin');
    expect('lastAgentOf' in (event?.data ?? {})).toBe(remembered);
  });

  it.each(['yes', 1, {}, []])('refuses saveLAR %j', async (saveLAR) => {
    await using t = await team();
    const id = await t.inHands('agent1');
    expect(
      (await t.as('agent1').post(MINE, { operationName: 'AddWorkitem', id, saveLAR })).body.statusCode,
    ).toBe(10);
  });

  it('refuses what is not the caller’s, what is full, and what takes another medium', async () => {
    await using t = await team();
    const foreign = await t.inHands('agent2');
    expect(
      (await t.as('agent1').post(MINE, { operationName: 'AddWorkitem', id: foreign })).body.statusCode,
    ).toBe(5);
    await t.inTray('agent1', 'small');
    const id = await t.inHands('agent1');
    const into = (type: string) =>
      t.as('agent1').post(`/workbins/${workbinId(type)}`, { operationName: 'AddWorkitem', id });
    expect((await into('small')).body.statusCode).toBe(2);
    expect((await into('mail')).body.statusCode).toBe(2);
    expect(await t.state(id)).toBe('Processing');
  });

  it('[R6] moves between trays what rests in one', async () => {
    await using t = await team();
    const id = await t.inTray('agent1');
    expect((await t.as('agent1').post(SHARED, { operationName: 'AddWorkitem', id })).body).toEqual(ACCEPTED);
    const content = await t.as('agent2').get(`${SHARED}&subresources=*`);
    expect(content.body.workbin).toMatchObject({ workitems: [{ id }] });
  });
});

describe('taking something out of a workbin', () => {
  it.each(['PullWorkitem', 'PullInteraction'])(
    '[R117 R118 R119 R120 R123 R124] by %s',
    async (operationName) => {
      await using t = await team();
      const id = await t.inTray('agent1');
      expect((await t.as('agent1').post(MINE, { operationName, id })).body).toEqual(ACCEPTED);
      const { body } = await t.as('agent1').get('/me/workitems?fields=*');
      expect(body.workitems).toMatchObject([{ id, state: 'Processing', userData: { AssignedTo: 'agent1' } }]);
      expect((await t.as('agent1').get(`${MINE}?subresources=*`)).body.workbin).toMatchObject({
        workitems: [],
      });
    },
  );

  it('[R9] one of two wins, and the other is told that it is taken', async () => {
    await using t = await team();
    const id = await t.inHands('agent1');
    await t.as('agent1').post(SHARED, { operationName: 'AddWorkitem', id });
    const both = await Promise.all(
      ['agent1', 'agent2'].map((who) => t.as(who).post(SHARED, { operationName: 'PullWorkitem', id })),
    );
    expect(both.map(({ body }) => body.statusCode).sort()).toEqual([0, 19]);
  });

  it('[R123] refuses another medium, and what does not rest in this workbin', async () => {
    await using t = await team();
    const id = await t.inTray('agent1');
    expect((await t.as('agent1').post(MINE, { operationName: 'PullEmail', id })).body.statusCode).toBe(2);
    expect((await t.as('agent1').post(SHARED, { operationName: 'PullWorkitem', id })).body.statusCode).toBe(
      2,
    );
    const waiting = await t.submitted();
    expect(
      (await t.as('agent1').post(MINE, { operationName: 'PullWorkitem', id: waiting })).body.statusCode,
    ).toBe(2);
    expect(
      (await t.as('agent1').post(MINE, { operationName: 'PullWorkitem', id: 'FE7978FEWFE' })).body.statusCode,
    ).toBe(6);
    expect([await t.state(id), await t.state(waiting)]).toEqual(['InWorkbin', 'Queued']);
  });

  it('[R2] gives the team lead what lay in an agent’s workbin', async () => {
    await using t = await team();
    const id = await t.inTray('agent1');
    expect(
      (await t.as('lead1').post(`/users/agent1${MINE}`, { operationName: 'PullWorkitem', id })).body,
    ).toEqual(ACCEPTED);
    expect((await t.as('lead1').get('/me/workitems?fields=id')).body.workitems).toEqual([{ id }]);
  });

  it.each([
    [false, false, 3],
    [true, false, 3],
    [false, true, 3],
    [true, true, 0],
  ])('[R121 R122] PullChat with the settings %j and %j answers %i', async (notifies, joins, statusCode) => {
    const genesys = { enableNotificationOnPullChat: notifies, enableJoinOnPullChat: joins };
    await using t = await team({ genesys, desk: memoryDesk({ config: TEAM_CENTRE }) });
    const id = await t.inHands('agent1', { mediaType: 'chat' });
    await t.as('agent1').post(MINE, { operationName: 'AddChat', id });
    const { body } = await t.as('agent1').post(MINE, { operationName: 'PullChat', id, nickname: 'Anna' });
    expect(body.statusCode).toBe(statusCode);
    const history = await t.desk.history(user('admin1'), id, { limit: 1, order: 'newest', keys: [] });
    const last = history.ok ? history.value.items[0] : undefined;
    expect(last?.type === 'InteractionPulled' && last.data.nickname).toBe(statusCode === 0 ? 'Anna' : false);
  });
});

describe('listening to a workbin', () => {
  it('[R25 R26 R28 R29] is granted and cancelled with a number each', async () => {
    await using t = await team();
    const first = await t.as('agent1').post(`/me${MINE}`, { operationName: 'Subscribe' });
    const second = await t.as('agent1').post(MINE, { operationName: 'Unsubscribe' });
    expect([first.body, second.body]).toEqual([
      { statusCode: 0, referenceId: 1 },
      { statusCode: 0, referenceId: 2 },
    ]);
  });

  it('[R27 R30 R31 R32] is refused for an unknown workbin, without a session, and cancelled only once', async () => {
    await using t = await team();
    for (const operationName of ['Subscribe', 'Unsubscribe']) {
      expect((await t.as('agent1').post('/workbins/none', { operationName })).body.statusCode).toBe(6);
      expect((await t.as('agent3').post(MINE, { operationName })).body.statusCode).toBe(5);
      // An agent whom nobody knows, as whose workbin and as who asks.
      expect((await t.as('lead1').post(`/users/nobody${MINE}`, { operationName })).body.statusCode).toBe(5);
      const stranger = await fetch(`${t.server.url}/api/v2${MINE}`, { method: 'POST' });
      expect(await stranger.json()).toMatchObject({ statusCode: 20 });
    }
    expect((await t.as('agent1').post(MINE, { operationName: 'Unsubscribe' })).body.statusCode).toBe(2);
    await t.as('agent1').post(MINE, { operationName: 'Subscribe' });
    await t.as('agent1').post(MINE, { operationName: 'Unsubscribe' });
    expect((await t.as('agent1').post(MINE, { operationName: 'Unsubscribe' })).body.statusCode).toBe(2);
  });

  it('to several answers a number for each, and 7 if some fail', async () => {
    await using t = await team();
    const [a, b] = [workbinId('small'), workbinId('mail')];
    const subscribe = (ids: string) =>
      t.as('agent1').post(`/me/workbins?workbinIds=${ids}`, { operationName: 'Subscribe' });
    expect((await subscribe(`${a},${b}`)).body).toEqual({ statusCode: 0, referenceIds: { [a]: 1, [b]: 2 } });
    expect((await subscribe(`${a},none`)).body).toEqual({
      statusCode: 7,
      statusMessage: 'Failed for 1 of 2.',
      referenceIds: { [a]: 3 },
      workbins: [
        { id: a, statusCode: 0 },
        { id: 'none', statusCode: 6, statusMessage: expect.any(String) },
      ],
    });
    expect((await subscribe('none')).body).toEqual({ statusCode: 6, statusMessage: expect.any(String) });
    expect((await subscribe('')).body.statusCode).toBe(1);
  });

  it('to another’s is for those who may look into it', async () => {
    await using t = await team();
    const body = { operationName: 'Subscribe' };
    expect((await t.as('lead1').post(`/users/agent1${MINE}`, body)).body.statusCode).toBe(0);
    expect((await t.as('agent2').post(`/users/agent1${MINE}`, body)).body.statusCode).toBe(5);
    const many = `/users/agent1/workbins?workbinIds=${workbinId('small')}`;
    expect((await t.as('lead1').post(many, body)).body.statusCode).toBe(0);
  });
});

describe('several at once', () => {
  it('are put in and taken out together, each with a number of its own', async () => {
    await using t = await team();
    const ids = [await t.inHands('agent1'), await t.inHands('agent1')];
    for (const operationName of ['AddWorkitem', 'PullWorkitem']) {
      const { body } = await t.as('agent1').post(MINE, { operationName, ids });
      expect(body).toEqual({
        statusCode: 0,
        referenceIds: Object.fromEntries(ids.map((id) => [id, expect.any(Number)])),
      });
    }
    expect(await Promise.all(ids.map(t.state))).toEqual(['Processing', 'Processing']);
  });

  it('succeed in part, fail together, and repeat nothing under one Idempotency-Key', async () => {
    await using t = await team();
    const [mine, foreign] = [await t.inHands('agent1'), await t.inHands('agent2')];
    const body = { operationName: 'AddWorkitem', ids: [mine, foreign] };
    const add = () => t.as('agent1').post(MINE, body, { 'idempotency-key': 'k-3' });
    const first = await add();
    expect(first.body).toEqual({
      statusCode: 7,
      statusMessage: 'Failed for 1 of 2.',
      referenceIds: { [mine]: expect.any(Number) },
      interactions: [
        { id: mine, statusCode: 0 },
        { id: foreign, statusCode: 5, statusMessage: expect.any(String) },
      ],
    });
    const version = await t.version(mine);
    expect((await add()).body).toEqual(first.body);
    expect(await t.version(mine)).toBe(version);
    const none = { operationName: 'AddWorkitem', ids: [foreign] };
    expect((await t.as('agent1').post(MINE, none)).body).toEqual({
      statusCode: 5,
      statusMessage: expect.any(String),
    });
  });

  it.each([
    [[], 1],
    ['x', 10],
    [[1], 10],
    [Array.from({ length: 201 }, (_, n) => String(n)), 10],
  ])('are a list of ids: %#', async (ids, statusCode) => {
    await using t = await team();
    expect((await t.as('agent1').post(MINE, { operationName: 'PullWorkitem', ids })).body.statusCode).toBe(
      statusCode,
    );
  });
});
