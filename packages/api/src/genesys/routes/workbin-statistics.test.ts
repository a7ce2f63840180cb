import { type Desk, user } from '@intray/core';
import { describe, expect, it } from 'vitest';
import { memoryDesk } from '../../testing/index.ts';
import { workbinId } from '../addresses.ts';
import { TEAM_CENTRE, type Team, team } from '../testing/desk-of-the-team.ts';

const MINE = workbinId('workitem.in-progress');
const SHARED = workbinId('team.shared');
const NOTHING = {
  chats: 0,
  emails: 0,
  facebooks: 0,
  tweets: 0,
  facebooksessions: 0,
  openmedias: 0,
  workitems: 0,
};
const TEAM = 'agentGroup=Demo%20Team';

interface Statistics {
  readonly workbinName: string;
  readonly owner: string;
  readonly total: number;
  readonly uri: string;
}
const rows = (body: Readonly<Record<string, unknown>>) => body.statistics as readonly Statistics[];

/** Work in the tray that the team shares. */
async function shared(t: Team, agentId: string, mediaType: string): Promise<void> {
  const id = await t.inHands(agentId, { mediaType });
  const { body } = await t
    .as(agentId)
    .post(`/workbins/${SHARED}?${TEAM}`, { operationName: 'AddInteraction', id });
  expect(body.statusCode).toBe(0);
}

describe('how much lies in a workbin', () => {
  it('is told as a whole, for each family and for each media type', async () => {
    await using t = await team();
    await t.inTray('agent1');
    await t.inTray('agent1');
    const { body } = await t.as('agent1').get(`/me/workbins/${MINE}/statistics`);
    expect(body).toEqual({
      statusCode: 0,
      statistics: {
        id: MINE,
        workbinName: 'workitem.in-progress',
        displayName: 'In progress',
        uri: `${t.server.url}/api/v2/me/workbins/${MINE}`,
        type: 'Agent',
        owner: 'agent1',
        total: 2,
        media: { ...NOTHING, workitems: 2 },
        mediaTypes: { workitem: 2 },
      },
    });
    const [id] = ((await t.as('agent1').get(`/me/workbins/${MINE}/workitems?fields=id`)).body.workitems ??
      []) as readonly { id: string }[];
    await t.as('agent1').post(`/me/workbins/${MINE}`, { operationName: 'PullWorkitem', id: id?.id });
    const after = await t.as('agent1').get(`/workbins/${MINE}/statistics`);
    expect(after.body.statistics).toMatchObject({ total: 1, media: { workitems: 1 } });
  });

  it('of a group needs its name, and shows its limit if it has one', async () => {
    await using t = await team();
    await shared(t, 'agent1', 'workitem');
    await shared(t, 'agent2', 'email');
    await shared(t, 'agent2', 'chat');
    const path = `/workbins/${SHARED}/statistics`;
    for (const member of ['agent1', 'agent2', 'lead1']) {
      const { body } = await t.as(member).get(`${path}?${TEAM}`);
      expect(body.statistics).toMatchObject({
        owner: 'Demo Team',
        uri: `${t.server.url}/api/v2/workbins/${SHARED}?agentGroup=Demo%20Team`,
        total: 3,
        media: { ...NOTHING, workitems: 1, emails: 1, chats: 1 },
        mediaTypes: { workitem: 1, email: 1, chat: 1 },
      });
    }
    expect((await t.as('agent1').get(path)).body.statusCode).toBe(1);
    expect((await t.as('agent1').get(`${path}?placeGroup=Floor`)).body.statusCode).toBe(10);
    const small = await t.as('agent1').get(`/me/workbins/${workbinId('small')}/statistics`);
    expect(small.body.statistics).toMatchObject({ total: 0, limit: 1, mediaTypes: {} });
  });

  it('is told for all that a person owns or shares, in one request', async () => {
    await using t = await team();
    await t.inTray('agent1');
    await shared(t, 'agent1', 'email');
    const { body } = await t.as('agent1').get('/me/workbins/statistics');
    expect(rows(body).map(({ workbinName, owner, total }) => [workbinName, owner, total])).toEqual([
      ['workitem.in-progress', 'agent1', 1],
      ['team.shared', 'Demo Team', 1],
      ['place.tray', 'Place agent1', 0],
      ['floor.tray', 'Floor', 0],
      ['small', 'agent1', 0],
      ['mail', 'agent1', 0],
    ]);
    for (const { uri } of rows(body)) {
      const content = await t.as('agent1').get(uri.slice(`${t.server.url}/api/v2`.length));
      expect(content.body.statusCode).toBe(0);
    }
  });

  it('is told for those that are named, for a group, and for another agent', async () => {
    await using t = await team();
    await t.inTray('agent1');
    await shared(t, 'agent2', 'email');
    const some = await t
      .as('agent1')
      .get(`/me/workbins/statistics?workbinIds=${workbinId('mail')},${MINE},${MINE}`);
    expect(rows(some.body).map(({ workbinName, total }) => [workbinName, total])).toEqual([
      ['mail', 0],
      ['workitem.in-progress', 1],
    ]);
    const group = await t.as('agent1').get(`/workbins/statistics?${TEAM}`);
    expect(rows(group.body).map(({ workbinName, total }) => [workbinName, total])).toEqual([
      ['team.shared', 1],
    ]);
    const theirs = await t.as('lead1').get('/users/agent1/workbins/statistics');
    expect(rows(theirs.body).map(({ workbinName, total }) => [workbinName, total])).toEqual([
      ['workitem.in-progress', 1],
      ['small', 0],
      ['mail', 0],
    ]);
    expect(rows(theirs.body)[0]?.uri).toBe(`${t.server.url}/api/v2/users/agent1/workbins/${MINE}`);
  });

  it.each([
    [`/users/agent1/workbins/${MINE}/statistics`, 'agent2', 5],
    ['/users/agent1/workbins/statistics', 'agent2', 5],
    [`/workbins/${SHARED}/statistics?agentGroup=Others`, 'agent1', 5],
    ['/workbins/statistics?agentGroup=Others', 'agent1', 5],
    [`/workbins/statistics?workbinIds=${SHARED}`, 'agent1', 1],
    ['/workbins/statistics?workbinIds=', 'agent1', 1],
    ['/workbins/statistics?workbinIds=,%20,', 'agent1', 1],
    ['/workbins/statistics?workbinIds=3434543fafwe987', 'agent1', 6],
    ['/workbins/3434543fafwe987/statistics', 'agent1', 6],
    [`/workbins/statistics?workbinIds=${Array.from({ length: 201 }, (_, n) => n).join()}`, 'agent1', 10],
    ['/me/workbins/statistics', 'agent3', 5],
    [`/me/workbins/${MINE}/statistics`, 'outsider', 5],
  ])('is refused like the content: %s to %s', async (path, who, statusCode) => {
    await using t = await team();
    const { status, body } = await t.as(who).get(path);
    expect([status, body]).toEqual([200, { statusCode, statusMessage: expect.any(String) }]);
  });

  it('reads no content and asks once, however many workbins there are and however full they are', async () => {
    const asked: string[] = [];
    const inner = memoryDesk({ config: TEAM_CENTRE });
    const desk: Desk = new Proxy(inner, {
      get(target, name: keyof Desk) {
        asked.push(name);
        return target[name];
      },
    });
    await using t = await team({ desk });
    for (let n = 0; n < 5; n += 1) await t.inTray('agent1');
    asked.length = 0;
    expect(rows((await t.as('agent1').get('/me/workbins/statistics')).body)[0]?.total).toBe(5);
    const about = asked.filter((name) => /workbin|interaction|history/.test(name));
    expect(about).toEqual(['workbinStatistics']);
    expect((await inner.workbinStatistics(user('agent1'))).ok).toBe(true);
  });
});
